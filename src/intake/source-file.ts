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
  /** Reads the bytes from one place on and up to another. */
  readonly read: (from: number, until: number) => Uint8Array;
  /** Whether it is still the file that it was when it was opened. */
  readonly isSame: () => boolean;
}

/** Bytes that are read in one go. */
const portionSize = 1 << 20;
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
  return source.parts?.read(from, until) ?? source.bytes.subarray(from, until);
}

/** Goes through a file in portions that end with a line, however long it is. */
export function* eachPortion(source: SourceFile, start = 0): Generator<Portion> {
  const size = sizeOf(source);
  let from = start;
  let length = portionSize;
  while (from < size) {
    const bytes = readBytes(source, from, from + length);
    if (bytes.length === 0) return;
    const isLast = from + bytes.length >= size;
    const end = isLast ? bytes.length : bytes.lastIndexOf(lineFeed) + 1;
    // A line longer than a portion.
    if (end === 0) {
      length *= 2;
      continue;
    }
    yield { from, bytes: bytes.subarray(0, end) };
    from += end;
    length = portionSize;
  }
}
