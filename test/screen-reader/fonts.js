import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Of the Debian package fonts-dejavu-core. Files of other packages in it, such as fonts-dejavu-extra, are excluded. */
export const FONT_FOLDER = '/usr/share/fonts/truetype/dejavu';
const FONTS = { serif: 'DejaVu Serif', 'sans-serif': 'DejaVu Sans', monospace: 'DejaVu Sans Mono' };

/**
 * Writes the settings of fontconfig for a session: the fonts of one package, whatever else is installed, and the hinting that Debian has.
 * Orca reads line by line, and where a line ends depends on both.
 *
 * @param {string} folder of the session
 * @returns {string} the file, for the variable FONTCONFIG_FILE
 */
export function writeFontSettings(folder) {
  const file = join(folder, 'fonts.conf');
  const families = Object.entries(FONTS);
  const files = families.flatMap(([, font]) => {
    const name = font.replaceAll(' ', '');
    return [`${name}.ttf`, `${name}-Bold.ttf`];
  });
  writeFileSync(
    file,
    `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${FONT_FOLDER}</dir>
  <cachedir>${join(folder, 'fonts')}</cachedir>
  <selectfont>
    <rejectfont><glob>*</glob></rejectfont>
    <acceptfont>${files.map((name) => `<glob>${join(FONT_FOLDER, name)}</glob>`).join('')}</acceptfont>
  </selectfont>
  <match target="pattern">
    <edit name="hintstyle" mode="assign"><const>hintslight</const></edit>
  </match>
${families.map(([name, font]) => `  <alias><family>${name}</family><prefer><family>${font}</family></prefer></alias>`).join('\n')}
</fontconfig>
`,
  );
  return file;
}
