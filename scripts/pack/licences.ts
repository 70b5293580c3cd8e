import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import bundled from '../../dist/bundled.json' with { type: 'json' };
import type { FetchedNode } from './fetch-node.ts';

const root = join(import.meta.dirname, '../..');

/** Packages with those that they need, as far as they are installed: some come with others' code already in theirs. */
function withDependencies(names: readonly string[], found = new Set<string>()): string[] {
  for (const name of names) {
    const file = join(root, 'node_modules', name, 'package.json');
    if (found.has(name) || !existsSync(file)) continue;
    found.add(name);
    const { dependencies = {} } = JSON.parse(readFileSync(file, 'utf8')) as {
      dependencies?: Record<string, string>;
    };
    withDependencies(Object.keys(dependencies), found);
  }
  return [...found].sort();
}

/** The licences of everything in a package that others wrote, by the name of a file: what is bundled, the addon with its SQLite, and Node. */
export function listLicences(node: FetchedNode): Map<string, string> {
  const licences = new Map<string, string>();
  for (const name of withDependencies(bundled)) {
    const folder = join(root, 'node_modules', name);
    const { version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
      version: string;
      license?: unknown;
    };
    const files = readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => entry.name)
      .filter((file) => /^(?:licen[cs]e|notice|copying)/iu.test(file))
      .sort();
    const texts = files.map((file) => readFileSync(join(folder, file), 'utf8').trim());
    const head = `${name} ${version}, ${typeof license === 'string' ? license : 'licence as below'}`;
    licences.set(`${name.replaceAll('/', '+')}.txt`, `${[head, ...texts].join('\n\n')}\n`);
  }
  if (node.licence !== undefined) licences.set('node.txt', Buffer.from(node.licence).toString());
  return licences;
}
