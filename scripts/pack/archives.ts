// Archives that are the same bytes whenever and by whomever they are made.
import { gzipSync } from 'node:zlib';
import { zipSync } from 'fflate';
import { pack } from 'tar-stream';
import type { Contents, PackedFile } from './contents.ts';

/** The time that all files are said to be of. */
const time = new Date('2026-01-01T00:00:00Z');

/** Packs files into a zip whose names are UTF-8. */
export function makeZip(contents: Contents): Uint8Array {
  // Zip files have no time zone: the time is made such that it reads the same in each.
  const mtime = new Date(time.getUTCFullYear(), time.getUTCMonth(), time.getUTCDate());
  return zipSync(
    Object.fromEntries(
      [...contents].map(([name, { bytes }]) => [name, [bytes, { mtime, level: 9, os: 0 }] as const]),
    ),
  );
}

/** Packs files, and the folders they lie in, into a tar archive, all of them the superuser's. */
export async function makeTar(contents: Contents): Promise<Uint8Array> {
  const archive = pack();
  const folders = new Set<string>();
  const entry = { uid: 0, gid: 0, uname: 'root', gname: 'root', mtime: time };
  for (const [name, { bytes, isProgram }] of contents) {
    const parts = name.split('/');
    for (let depth = 1; depth < parts.length; depth += 1) {
      const folder = `${parts.slice(0, depth).join('/')}/`;
      if (folders.has(folder) || folder === './') continue;
      folders.add(folder);
      archive.entry({ ...entry, name: folder, type: 'directory', mode: 0o755 });
    }
    archive.entry({ ...entry, name, mode: isProgram ? 0o755 : 0o644 }, Buffer.from(bytes));
  }
  archive.finalize();
  const chunks: Buffer[] = [];
  for await (const chunk of archive) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/** Compresses without a time in the header. */
export function compress(bytes: Uint8Array): Uint8Array {
  return gzipSync(bytes, { level: 9 });
}

/** Packs what Debian's tools install: an `ar` archive of its version, what is said of it, and the files. */
export async function makeDeb(control: Contents, data: Contents): Promise<Uint8Array> {
  const members: readonly (readonly [string, Uint8Array])[] = [
    ['debian-binary', Buffer.from('2.0\n')],
    ['control.tar.gz', compress(await makeTar(below(control)))],
    ['data.tar.gz', compress(await makeTar(below(data)))],
  ];
  const seconds = String(time.getTime() / 1000);
  return Buffer.concat([
    Buffer.from('!<arch>\n'),
    ...members.flatMap(([name, bytes]) => [
      Buffer.from(
        `${name.padEnd(16)}${seconds.padEnd(12)}${'0'.padEnd(6)}${'0'.padEnd(6)}${'100644'.padEnd(8)}${String(bytes.length).padEnd(10)}\`\n`,
      ),
      bytes,
      // Each member begins at an even place.
      Buffer.from(bytes.length % 2 === 0 ? '' : '\n'),
    ]),
  ]);
}

/** Files with the names that Debian's tools expect, below the root. */
function below(contents: Contents): Contents {
  return new Map<string, PackedFile>([...contents].map(([name, file]) => [`./${name}`, file]));
}
