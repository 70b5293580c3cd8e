// Writes docs/en/commands and docs/zh/commands; pages of nouns that are gone go too.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { makePages } from './docs/command-pages.ts';
import { languages } from './docs/describe.ts';

const root = join(import.meta.dirname, '..');

for (const language of languages) {
  const pages = await makePages(language);
  rmSync(join(root, 'docs', language, 'commands'), { recursive: true, force: true });
  for (const [path, text] of pages) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
}
