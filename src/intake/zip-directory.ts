/** What a zip file says of itself in the directory at its end, before anything is unpacked. */
export interface ZipDirectory {
  readonly names: readonly string[];
  /** Bytes of all entries when unpacked, as the directory states them. */
  readonly unpackedBytes: number;
  /** Checksum (CRC-32) of each entry, by its name. */
  readonly checksums: ReadonlyMap<string, number>;
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
  const names: string[] = [];
  const checksums = new Map<string, number>();
  for (let entry = 0; entry < count; entry += 1) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== directoryEntry) return undefined;
    const nameLength = view.getUint16(at + 28, true);
    unpackedBytes += findUnpackedBytes(view, at, nameLength);
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength));
    // Bytes were lost in between: readers that look for the entry where it is said to be wait for ever.
    if (parseEntryName(view, view.getUint32(at + 42, true)) !== name) return undefined;
    names.push(name);
    checksums.set(name, view.getUint32(at + 16, true));
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  // Its end record tells how long the directory is, and how long a comment follows.
  if (at !== start + view.getUint32(end + 12, true)) return undefined;
  // Between the two stands nothing, or the record of a file of more than 4 GB, or a signature.
  if (at !== end && !mayFollow.has(view.getUint32(at, true))) return undefined;
  const length = Math.min(end + endRecordLength + view.getUint16(end + 20, true), view.byteLength);
  return { names, unpackedBytes, checksums, length };
}

/** The size of an entry when unpacked; one that does not fit into four bytes, or is written as if it did not, stands behind its name (zip64). */
function findUnpackedBytes(view: DataView, entry: number, nameLength: number): number {
  const stated = view.getUint32(entry + 24, true);
  if (stated !== 0xffffffff) return stated;
  const end = entry + 46 + nameLength + view.getUint16(entry + 30, true);
  for (let at = entry + 46 + nameLength; at + 4 <= Math.min(end, view.byteLength);) {
    const length = view.getUint16(at + 2, true);
    // The first of its fields is the size when unpacked.
    if (view.getUint16(at, true) === 1 && length >= 8 && at + 12 <= view.byteLength)
      return Number(view.getBigUint64(at + 4, true));
    at += 4 + length;
  }
  return stated;
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
