// Writes into the console blocks of the papers what their commands give now.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { playPaper } from './docs/console-blocks.ts';
import { listPapers } from './docs/papers.ts';

const root = join(import.meta.dirname, '..');
const folder = mkdtempSync(join(tmpdir(), 'liaison-papers-'));
process.env['LIAISON_TEST_FOLDER'] = folder;

const wanted = process.argv.slice(2);
for (const { path, language } of listPapers()) {
  if (wanted.length > 0 && !wanted.includes(path)) continue;
  const paper = readFileSync(join(root, path), 'utf8');
  const played = await playPaper(paper, language);
  if (played !== paper) {
    writeFileSync(join(root, path), played);
    console.log(`Written anew: ${path}`);
  }
}
rmSync(folder, { recursive: true });
