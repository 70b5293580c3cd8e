import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import manifest from '../../package.json' with { type: 'json' };
import type { FetchedNode } from './fetch-node.ts';
import { listLicences } from './licences.ts';
import { makeManPages } from './man-pages.ts';
import type { Target } from './targets.ts';

const root = join(import.meta.dirname, '../..');

/** A file of a package. */
export interface PackedFile {
  readonly bytes: Uint8Array;
  readonly isProgram: boolean;
}

/** The files of a package by their names in it. */
export type Contents = ReadonlyMap<string, PackedFile>;

/** What is taken from the project as it lies there; nothing else of it goes into a package. */
const taken: readonly string[] = [
  'LICENSE',
  'README.md',
  'README.zh.md',
  'CHANGELOG.md',
  'bin/liaison.js',
  'dist/*.js',
  'docs/*.md',
  'docs/en/*.md',
  'docs/zh/*.md',
  'docs/en/commands/*.md',
  'docs/zh/commands/*.md',
  'fixtures/README.md',
  'fixtures/dezhou/*.csv',
  'fixtures/year/*.csv',
  'fixtures/bulletins/published.json',
  'node_modules/better-sqlite3/LICENSE',
];

/** All that a package for a target has, but for its sums: what is taken, what is made, Node and the addon. */
export async function listContents(target: Target, node: FetchedNode): Promise<Contents> {
  const contents = new Map<string, PackedFile>();
  const add = (name: string, content: Uint8Array | string, isProgram = false): void => {
    const bytes = typeof content === 'string' ? Buffer.from(content) : content;
    contents.set(name, { bytes, isProgram });
  };
  for (const name of listTaken()) add(name, readFileSync(join(root, name)));
  const { name, version, license, engines } = manifest;
  add(
    'package.json',
    `${JSON.stringify({ name, version, license, type: 'module', private: true, engines }, null, 2)}\n`,
  );
  const addon = JSON.parse(readText('node_modules/better-sqlite3/package.json')) as Record<string, unknown>;
  add(
    'node_modules/better-sqlite3/package.json',
    `${JSON.stringify({ name: addon['name'], version: addon['version'], license: addon['license'] }, null, 2)}\n`,
  );
  const binary = `node_modules/better-sqlite3/prebuilds/${target.addon}`;
  add(binary, readFileSync(join(root, binary)));
  add(`runtime/${target.node}`, node.program, true);
  if (target.node === 'node.exe')
    add('liaison.cmd', readText('scripts/pack/launchers/liaison.cmd').replaceAll('\n', '\r\n'));
  else add('liaison', readText('scripts/pack/launchers/liaison.sh'), true);
  for (const [file, text] of listLicences(node)) add(`licences/${file}`, text);
  for (const [file, text] of await makeManPages()) add(`share/man/${file}`, text);
  return withSums(contents);
}

/** Names of the project's files that are taken, in one order on every machine. */
export function listTaken(): string[] {
  return taken
    .flatMap((pattern) => {
      const names = globSync(pattern, { cwd: root }).map((name) => name.replaceAll('\\', '/'));
      if (names.length === 0) throw new Error(`nothing is there of what is packed: ${pattern}`);
      return names;
    })
    .sort();
}

function readText(name: string): string {
  return readFileSync(join(root, name), 'utf8');
}

/** The same files with a list of their sums, as `sha256sum -c` reads it. */
function withSums(contents: Contents): Contents {
  const sorted = [...contents].sort(([one], [other]) => (one < other ? -1 : 1));
  const lines = sorted.map(([name, { bytes }]) => `${sumOf(bytes)}  ${name}\n`);
  return new Map([...sorted, ['SHA256SUMS', { bytes: Buffer.from(lines.join('')), isProgram: false }]]);
}

/** The SHA-256 sum of a file. */
export function sumOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** The same files in a folder. */
export function inFolder(folder: string, contents: Contents): Contents {
  return new Map([...contents].map(([name, file]) => [`${folder}/${name}`, file]));
}
