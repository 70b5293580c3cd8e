import { crc32, inflateRawSync } from 'node:zlib';

/** An entry of a zip file, as its directory tells it. */
export interface ZipEntry {
  readonly name: string;
  /** How it is pressed: 0 not at all, 8 as usual. */
  readonly method: number;
  readonly checksum: number;
  /** Where its data begin, how long they are, and how long unpacked. */
  readonly start: number;
  readonly packedBytes: number;
  readonly unpackedBytes: number;
}

/** What a zip file says of itself in the directory at its end, before anything is unpacked. */
export interface ZipDirectory {
  readonly entries: readonly ZipEntry[];
  /** Bytes of all entries when unpacked, as the directory states them. */
  readonly unpackedBytes: number;
  /** Bytes of the zip itself; more may follow behind its end. */
  readonly length: number;
}

const endOfDirectory = 0x06054b50;
const directoryEntry = 0x02014b50;
const entryHead = 0x04034b50;
const mayFollow: ReadonlySet<number> = new Set([0x06064b50, 0x05054b50]);
/** The end record is 22 bytes and a comment of at most 65,535. */
const endRecordLength = 22;
const endRecordReach = endRecordLength + 0xffff;

/** Reads the directory of a zip file; undefined for one that is cut off or damaged. */
export function parseZipDirectory(bytes: Uint8Array): ZipDirectory | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  if (end === undefined) return undefined;
  const count = view.getUint16(end + 10, true);
  const start = view.getUint32(end + 16, true);
  let at = start;
  let unpackedBytes = 0;
  const entries: ZipEntry[] = [];
  for (let entry = 0; entry < count; entry += 1) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== directoryEntry) return undefined;
    const nameLength = view.getUint16(at + 28, true);
    const sizes = findSizes(view, at, nameLength);
    unpackedBytes += sizes.unpackedBytes;
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength));
    // Bytes were lost in between: readers that look for the entry where it is said to be wait for ever.
    const head = view.getUint32(at + 42, true);
    if (parseEntryName(view, head) !== name) return undefined;
    entries.push({
      name,
      method: view.getUint16(at + 10, true),
      checksum: view.getUint32(at + 16, true),
      start: head + 30 + view.getUint16(head + 26, true) + view.getUint16(head + 28, true),
      ...sizes,
    });
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  // Its end record tells how long the directory is, and how long a comment follows.
  if (at !== start + view.getUint32(end + 12, true)) return undefined;
  // Between the two stands nothing, or the record of a file of more than 4 GB, or a signature.
  if (at !== end && !mayFollow.has(view.getUint32(at, true))) return undefined;
  const length = Math.min(end + endRecordLength + view.getUint16(end + 20, true), view.byteLength);
  return { entries, unpackedBytes, length };
}

/** The sizes of an entry, unpacked and packed; one that does not fit into four bytes, or is written as if it did not, stands behind its name (zip64). */
function findSizes(
  view: DataView,
  entry: number,
  nameLength: number,
): Pick<ZipEntry, 'unpackedBytes' | 'packedBytes'> {
  const stated = {
    unpackedBytes: view.getUint32(entry + 24, true),
    packedBytes: view.getUint32(entry + 20, true),
  };
  const end = entry + 46 + nameLength + view.getUint16(entry + 30, true);
  for (let at = entry + 46 + nameLength; at + 4 <= Math.min(end, view.byteLength);) {
    const length = view.getUint16(at + 2, true);
    if (view.getUint16(at, true) === 1) {
      // Those of its fields stand there that did not fit, in this order.
      let field = at + 4;
      for (const size of ['unpackedBytes', 'packedBytes'] as const) {
        if (stated[size] !== 0xffffffff || field + 8 > Math.min(at + 4 + length, view.byteLength)) continue;
        stated[size] = Number(view.getBigUint64(field, true));
        field += 8;
      }
      return stated;
    }
    at += 4 + length;
  }
  return stated;
}

/**
 * Unpacks an entry. An error for one that is cut off, longer than it says, damaged, or pressed in a way that nobody uses: what is damaged
 * makes readers run on without end, or fill the memory.
 */
export function unpackEntry(bytes: Uint8Array, entry: ZipEntry): Uint8Array {
  const { name, method, checksum, start, packedBytes, unpackedBytes } = entry;
  const packed = bytes.subarray(start, start + packedBytes);
  if (method !== 0 && method !== 8) throw new Error(`${name} is pressed by method ${String(method)}`);
  const part =
    method === 0 ? packed : unpackedBytes === 0 ? new Uint8Array() : inflate(packed, unpackedBytes);
  if (part.length !== unpackedBytes || crc32(part) !== checksum) throw new Error(`${name} is damaged`);
  return part;
}

function inflate(packed: Uint8Array, longest: number): Uint8Array {
  // In one piece: pieces would be put together in a second copy.
  return inflateRawSync(packed, { maxOutputLength: longest, chunkSize: Math.max(longest, 64) });
}

/** The name of the entry that begins at a place, as it says itself; undefined where none begins. */
function parseEntryName(view: DataView, at: number): string | undefined {
  if (at + 30 > view.byteLength || view.getUint32(at, true) !== entryHead) return undefined;
  const length = Math.min(view.getUint16(at + 26, true), view.byteLength - at - 30);
  return new TextDecoder().decode(new Uint8Array(view.buffer, view.byteOffset + at + 30, length));
}

function findEnd(view: DataView): number | undefined {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - endRecordReach); at -= 1) {
    if (view.getUint32(at, true) === endOfDirectory) return at;
  }
  return undefined;
}
