import { AppError } from '../errors.ts';

/** Kinds of files that hold no table the tool reads, told by how they begin. */
export const foreignKinds = [
  'pdf', 'word', 'slides', 'numbers', 'archive', 'image', 'dbase', 'lotus', 'sylk', 'dif', 'socialcalc', 'mht', 'json', 'lock',
] as const; // prettier-ignore
export type ForeignKind = (typeof foreignKinds)[number];

const signatures: readonly (readonly [kind: ForeignKind | 'old-excel', bytes: readonly number[]])[] = [
  ['pdf', [0x25, 0x50, 0x44, 0x46]],
  ['archive', [0x52, 0x61, 0x72, 0x21]],
  ['archive', [0x37, 0x7a, 0xbc, 0xaf]],
  ['archive', [0x1f, 0x8b]],
  ['image', [0x89, 0x50, 0x4e, 0x47]],
  ['image', [0xff, 0xd8, 0xff]],
  ['image', [0x47, 0x49, 0x46, 0x38]],
  ['image', [0x42, 0x4d, 0x00, 0x00, 0x00, 0x00]],
  // A sheet of Excel 2, 3 or 4 without a container.
  ['old-excel', [0x09, 0x00, 0x04, 0x00]],
  ['old-excel', [0x09, 0x02, 0x06, 0x00]],
  ['old-excel', [0x09, 0x04, 0x06, 0x00]],
  ['lotus', [0x00, 0x00, 0x1a, 0x00]],
  ['lotus', [0x00, 0x00, 0x02, 0x00]],
  ['lotus', [0xff, 0x00, 0x02, 0x00]],
  ['sylk', [0x49, 0x44, 0x3b, 0x50]],
];

/** Versions by which dBase and FoxPro begin their tables, followed by the day of the last change. */
const tableVersions = new Set([0x02, 0x03, 0x04, 0x30, 0x31, 0x32, 0x83, 0x8b, 0xf5]);

function isTableOfDbase(bytes: Uint8Array): boolean {
  const [version = 0, , month = 0, day = 0] = bytes;
  const headerLength = (bytes[8] ?? 0) + (bytes[9] ?? 0) * 256;
  return (
    tableVersions.has(version) &&
    month >= 1 &&
    month <= 12 &&
    day >= 1 &&
    day <= 31 &&
    headerLength > 32 &&
    headerLength < bytes.length
  );
}

/** What Excel and WPS leave beside a file that is open: the length of a name, the name, and the name once more in two bytes a sign, filled up with blanks. */
function isLock(bytes: Uint8Array): boolean {
  const [length = 0] = bytes;
  const end = bytes.subarray(-20);
  return (
    bytes.length > 100 &&
    bytes.length < 200 &&
    length > 0 &&
    length < 55 &&
    end.every((byte, at) => byte === (at % 2 === 0 ? 0x20 : 0x00))
  );
}

/** Refuses bytes that are of another kind, by the name of what they are. Errors: `file-other-kind`, `file-old-xls`. */
export function refuseForeignBytes(bytes: Uint8Array, file: string): void {
  const signed = signatures.find(([, signature]) => signature.every((byte, at) => bytes[at] === byte))?.[0];
  if (signed === 'old-excel') throw new AppError('file-old-xls', { file });
  const kind = signed ?? (isTableOfDbase(bytes) ? 'dbase' : isLock(bytes) ? 'lock' : undefined);
  if (kind !== undefined) throw new AppError('file-other-kind', { file, kind });
}

/** Refuses a text that is of another kind. Errors: `file-other-kind`. */
export function refuseForeignText(text: string, file: string): void {
  const head = text
    .slice(0, 2000)
    .replace(/^\ufeff/u, '')
    .trimStart();
  const kind = /^MIME-Version:/iu.test(head)
    ? 'mht'
    : /^socialcalc:/iu.test(head)
      ? 'socialcalc'
      : /^TABLE\s+0,1\s+"/u.test(head)
        ? 'dif'
        : /^(?:\[\s*[{[\]"]|\{\s*["}])/u.test(head)
          ? 'json'
          : undefined;
  if (kind !== undefined) throw new AppError('file-other-kind', { file, kind });
}

/** What a zip without a spreadsheet is, by the names in it. */
export function findZipKind(names: ReadonlySet<string>): ForeignKind {
  const has = (part: RegExp): boolean => [...names].some((name) => part.test(name));
  if (has(/^word\//u)) return 'word';
  if (has(/^ppt\//u)) return 'slides';
  return has(/^index\/.*\.iwa$|^index\.zip$/u) ? 'numbers' : 'archive';
}
