import type { Day } from '../../domain/time.ts';

/** The parts of an office document by their path, as text. */
export interface OfficeParts {
  readonly read: (path: string) => string;
  readonly write: (path: string, content: string) => void;
}

/**
 * Writes the zip of an office document anew, so that equal content gives equal bytes whenever and wherever it is made:
 * the writers put the time of day into the zip and into the document's properties. `edit` may change parts on the way.
 */
export async function fixZipTimes(
  bytes: Uint8Array,
  day: Day,
  edit: (parts: OfficeParts) => void = () => undefined,
): Promise<Uint8Array> {
  const { strFromU8, strToU8, unzipSync, zipSync } = await import('fflate');
  const files = unzipSync(bytes);
  const read = (path: string): string => strFromU8(files[path] ?? new Uint8Array());
  const write = (path: string, content: string): void => {
    files[path] = strToU8(content);
  };
  edit({ read, write });
  const properties = 'docProps/core.xml';
  if (files[properties] !== undefined) {
    write(properties, read(properties).replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/gu, `${day}T00:00:00Z`));
  }
  const sorted = Object.fromEntries(
    Object.entries(files).sort(([a], [b]) => rank(a) - rank(b) || (a < b ? -1 : 1)),
  );
  // A zip holds local times: the local constructor gives the same digits in every time zone.
  return zipSync(sorted, { mtime: new Date(2000, 0, 1), level: 6 });
}

/** Office programs look for the list of contents first. */
function rank(path: string): number {
  return path === '[Content_Types].xml' ? 0 : path === '_rels/.rels' ? 1 : 2;
}
