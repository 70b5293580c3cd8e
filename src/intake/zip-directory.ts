/** What a zip file says of itself in the directory at its end, before anything is unpacked. */
export interface ZipDirectory {
  readonly names: readonly string[];
  /** Bytes of all entries when unpacked, as the directory states them. */
  readonly unpackedBytes: number;
  /** Bytes of the zip itself; more may follow behind its end. */
  readonly length: number;
}

const endOfDirectory = 0x06054b50;
const directoryEntry = 0x02014b50;
/** The end record is 22 bytes and a comment of at most 65,535. */
const endRecordLength = 22;
const endRecordReach = endRecordLength + 0xffff;

/** Reads the directory of a zip file; undefined for one that is cut off or damaged. */
export function readZipDirectory(bytes: Uint8Array): ZipDirectory | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  if (end === undefined) return undefined;
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  let unpackedBytes = 0;
  const names: string[] = [];
  for (let entry = 0; entry < count; entry += 1) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== directoryEntry) return undefined;
    unpackedBytes += view.getUint32(at + 24, true);
    const nameLength = view.getUint16(at + 28, true);
    names.push(new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)));
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  // Its end record tells how long a comment follows.
  const length = Math.min(end + endRecordLength + view.getUint16(end + 20, true), view.byteLength);
  return { names, unpackedBytes, length };
}

function findEnd(view: DataView): number | undefined {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - endRecordReach); at -= 1) {
    if (view.getUint32(at, true) === endOfDirectory) return at;
  }
  return undefined;
}
