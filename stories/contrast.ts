/** Pairs of colours that meet in the elements, with the least contrast of each (WCAG 1.4.6 for text, 1.4.11 for edges). */
export interface Pair {
  readonly front: string;
  readonly ground: string;
  readonly least: 7 | 3;
}

const GROUNDS = ['background', 'surface', 'accent-surface'];
const KINDS = ['warning', 'error', 'success'];

export const PAIRS: readonly Pair[] = [
  ...['text', 'text-muted', 'accent', 'accent-strong', 'notice'].flatMap((front) =>
    GROUNDS.map((ground) => ({ front, ground, least: 7 as const })),
  ),
  ...['accent', 'accent-strong'].map((ground) => ({
    ...{ front: 'on-accent', ground, least: 7 as const },
  })),
  ...KINDS.flatMap((kind) =>
    ['background', 'surface', `${kind}-surface`].map((ground) => ({
      ...{ front: kind, ground, least: 7 as const },
    })),
  ),
  ...KINDS.map((kind) => ({ front: 'text', ground: `${kind}-surface`, least: 7 as const })),
  ...['border', 'border-strong'].flatMap((front) =>
    [...GROUNDS, ...KINDS.map((kind) => `${kind}-surface`)].map((ground) => ({
      ...{ front, ground, least: 3 as const },
    })),
  ),
  { front: 'focus-color', ground: 'focus-gap', least: 3 },
];

const canvas = document.createElement('canvas');
canvas.width = canvas.height = 1;
const pen = canvas.getContext('2d', { willReadFrequently: true });

/** Relative luminance (WCAG 2.2) of a colour as CSS writes it. */
function luminanceOf(colour: string): number {
  if (!pen) return 0;
  pen.clearRect(0, 0, 1, 1);
  pen.fillStyle = colour;
  pen.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0] = Array.from(pen.getImageData(0, 0, 1, 1).data, (value) => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Contrast ratio of two colours as CSS writes them, 1 to 21. */
export function contrastOf(front: string, ground: string): number {
  const [light = 0, dark = 0] = [luminanceOf(front), luminanceOf(ground)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

/** What a colour of the tokens comes to on this element, which has the tokens' styles. */
export function colourOn(probe: HTMLElement, name: string): string {
  probe.style.color = `var(--_${name})`;
  return getComputedStyle(probe).color;
}
