// The papers whose console blocks are played: the two READMEs, and the pages of docs but those made from the program.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..', '..');

/** Every such paper with its language, by its path from the root of the project. */
export function listPapers(): readonly { readonly path: string; readonly language: 'en' | 'zh' }[] {
  const pages = (['en', 'zh'] as const).flatMap((language) =>
    readdirSync(join(root, 'docs', language))
      .filter((name) => name.endsWith('.md'))
      .sort()
      .map((name) => ({ path: `docs/${language}/${name}`, language })),
  );
  return [{ path: 'README.md', language: 'en' }, { path: 'README.zh.md', language: 'zh' }, ...pages];
}
