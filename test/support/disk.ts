import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeFolder } from './desk.ts';

/** Small disks of their own, which a test can fill or make read-only. */
export class Disks {
  readonly #mounted: string[] = [];

  /** Makes a disk; undefined where none can be made. */
  make(megabytes: number): string | undefined {
    if (process.getuid?.() !== 0) return undefined;
    const folder = join(makeFolder(), 'disk');
    mkdirSync(folder);
    const size = `size=${String(megabytes * 1024)}k`;
    const { status } = spawnSync('mount', ['-t', 'tmpfs', '-o', size, 'tmpfs', folder]);
    if (status !== 0) return undefined;
    this.#mounted.push(folder);
    return folder;
  }

  /** Fills a disk but for so many kilobytes; gives the file that fills it. */
  fill(folder: string, room: number): string {
    const facts = execFileSync('stat', ['-f', '-c', '%f %S', folder], { encoding: 'utf8' }).trim().split(' ');
    const [blocks = 0, size = 0] = facts.map(Number);
    const filler = join(folder, 'filler');
    writeFileSync(filler, Buffer.alloc(Math.max(0, blocks * size - room * 1024)));
    return filler;
  }

  /** From now on nothing can be written on a disk. */
  freeze(folder: string): void {
    execFileSync('mount', ['-o', 'remount,ro', folder]);
  }

  /** Takes all disks away. */
  remove(): void {
    for (const folder of this.#mounted) spawnSync('umount', [folder]);
  }
}
