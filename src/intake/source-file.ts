/** A file to import: its name as people gave it, and its bytes. */
export interface SourceFile {
  readonly name: string;
  /** All of it at once; of a long table of text nothing asks for this. */
  readonly bytes: Uint8Array;
  /** Reads parts of it, where it lies on a disk. */
  readonly parts?: FileParts | undefined;
}

/** A file that is read in parts. */
export interface FileParts {
  readonly size: number;
  /** Reads bytes from a place on into a room for them; gives those that there are. */
  readonly read: (from: number, room: Uint8Array) => Uint8Array;
  /** Whether it is still the file that it was when it was opened. */
  readonly isSame: () => boolean;
}

/** Bytes that are read in one go. */
const portionSize = 1 << 18;
const lineFeed = 0x0a;

/** A portion of a file that ends with a line, and where it begins. */
export interface Portion {
  readonly from: number;
  readonly bytes: Uint8Array;
}

/** How long a file is. */
export function sizeOf(source: SourceFile): number {
  return source.parts?.size ?? source.bytes.length;
}

/** The same file under the name by which it may be told. */
export function renameSource(source: SourceFile, name: string): SourceFile {
  const { parts } = source;
  return {
    name,
    get bytes() {
      return source.bytes;
    },
    ...(parts === undefined ? {} : { parts }),
  };
}

/** Reads the bytes of a file from one place on and up to another. */
export function readBytes(source: SourceFile, from: number, until: number): Uint8Array {
  const { parts } = source;
  if (parts === undefined) return source.bytes.subarray(from, until);
  return parts.read(from, new Uint8Array(Math.max(Math.min(until, parts.size) - from, 0)));
}

/** Goes through a file in portions that end with a line, however long it is. A portion holds until the next is asked for. */
export function* eachPortion(source: SourceFile): Generator<Portion> {
  const { parts } = source;
  const size = sizeOf(source);
  let from = 0;
  let length = portionSize;
  let room = parts === undefined ? undefined : new Uint8Array(Math.min(length, size));
  while (from < size) {
    const bytes =
      parts === undefined || room === undefined
        ? source.bytes.subarray(from, from + length)
        : parts.read(from, room);
    if (bytes.length === 0) return;
    const isLast = from + bytes.length >= size;
    const end = isLast ? bytes.length : bytes.lastIndexOf(lineFeed) + 1;
    if (end === 0) {
      // A line longer than a portion.
      length *= 2;
      if (room !== undefined) room = new Uint8Array(Math.min(length, size));
      continue;
    }
    yield { from, bytes: bytes.subarray(0, end) };
    from += end;
  }
}
