import { closeSync, fstatSync, openSync, readFileSync, readSync } from 'node:fs';

/** A file that was named to be read. */
export interface InputFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Reads parts of it, where it lies on a disk. */
  readonly parts?: FileParts | undefined;
}

interface FileParts {
  readonly size: number;
  readonly read: (from: number, room: Uint8Array) => Uint8Array;
  readonly isSame: () => boolean;
}

/** A file on a disk, of which is read what is asked for. Errors: those of the system. */
export class DiskFile implements InputFile {
  readonly name: string;
  readonly parts: FileParts | undefined;
  readonly #path: string;
  #bytes: Uint8Array | undefined;

  constructor(name: string, path: string) {
    this.name = name;
    this.#path = path;
    const file = openSync(path, 'r');
    const stat = fstatSync(file);
    if (!stat.isFile()) {
      // A pipe is read once.
      closeSync(file);
      this.#bytes = readFileSync(path);
      return;
    }
    const stamp = ({ size, mtimeMs, ino }: typeof stat): string => [size, mtimeMs, ino].join(' ');
    this.parts = {
      size: stat.size,
      read: (from, room) => fill(file, from, room),
      isSame: () => stamp(fstatSync(file)) === stamp(stat),
    };
  }

  get bytes(): Uint8Array {
    this.#bytes ??= readFileSync(this.#path);
    return this.#bytes;
  }
}

function fill(file: number, from: number, room: Uint8Array): Uint8Array {
  let filled = 0;
  while (filled < room.length) {
    const count = readSync(file, room, filled, room.length - filled, from + filled);
    if (count === 0) break;
    filled += count;
  }
  return room.subarray(0, filled);
}
