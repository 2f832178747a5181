import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmdirSync } from 'node:fs';
import { rm, statfs, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const quiet = /** @type {const} */ ({ stdio: 'pipe' });

/** @param {number} mebibytes */
function mount(mebibytes) {
  const directory = mkdtempSync(join(tmpdir(), 'lucka-disk-'));
  const options = ['-t', 'tmpfs', '-o', `size=${mebibytes}m,mode=777`, 'tmpfs', directory];
  try {
    execFileSync('mount', options, quiet);
  } catch (error) {
    rmdirSync(directory);
    throw error;
  }
  return directory;
}

/** @param {string} directory */
function unmount(directory) {
  execFileSync('umount', ['--lazy', directory], quiet);
  rmdirSync(directory);
}

/** Why there can be no small disk, also under CI: only the kernel's administrator may mount one. */
export const smallDiskIsMissing = (() => {
  try {
    unmount(mount(1));
    return '';
  } catch {
    return 'mounting a disk needs root, and a container that lets it';
  }
})();

/**
 * A small in-memory disk, for tests of a full disk.
 *
 * @param {number} mebibytes
 */
export function mountSmallDisk(mebibytes) {
  const directory = mount(mebibytes);
  const leave = () => unmount(directory);
  process.once('exit', leave);
  const filler = join(directory, 'filler');
  return {
    directory,
    /** Takes all space but so much. @param {number} kibibytes */
    async fill(kibibytes) {
      await this.empty();
      const { bavail, bsize } = await statfs(directory);
      await writeFile(filler, Buffer.alloc(Math.max(0, bavail * bsize - kibibytes * 1024)));
    },
    /** Gives it back. */
    empty: () => rm(filler, { force: true }),
    unmount() {
      process.off('exit', leave);
      leave();
    },
  };
}
