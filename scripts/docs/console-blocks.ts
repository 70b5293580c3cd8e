// Plays the console blocks of a paper, one session in an empty folder with the fixtures, and shows in them what the commands give.
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { setUpDesk } from '../../test/support/desk.ts';

const root = join(import.meta.dirname, '..', '..');

/** Papers were written at this time, in the middle of the year whose work they show. */
const today = '2022-07-01T04:00:00Z';

/** Plays the blocks of a paper; gives the paper with what its commands print now. */
export async function playPaper(paper: string, language: 'en' | 'zh'): Promise<string> {
  const desk = setUpDesk({ lang: language });
  symlinkSync(join(root, 'fixtures'), join(desk.folder, 'fixtures'));
  desk.setTime(today);
  desk.setEnv('COLUMNS', '90');
  desk.setEnv('LIAISON_USER', language === 'en' ? 'wang' : '王芳');
  const parts = paper.split(/(?<=^```console\n)([\s\S]*?)(?=^```$)/mu);
  const played: string[] = [];
  for (const [at, part] of parts.entries())
    played.push(at % 2 === 0 ? part : await playBlock(part, desk.liaison, `${desk.folder}/`));
  return played.join('');
}

type Liaison = ReturnType<typeof setUpDesk>['liaison'];

async function playBlock(block: string, liaison: Liaison, folder: string): Promise<string> {
  const commands = block.split('\n').filter((line) => line.startsWith('$ '));
  let text = '';
  for (const [at, line] of commands.entries()) {
    const shown = (await playLine(line.slice(2), liaison)).replaceAll(folder, '').trim();
    const isLast = at === commands.length - 1;
    text += shown === '' ? `${line}\n` : `${line}\n${shown}\n${isLast ? '' : '\n'}`;
  }
  return text;
}

/** Runs `liaison …`, with `| head -n` or `| tail -n` behind it. */
async function playLine(line: string, liaison: Liaison): Promise<string> {
  const [command = '', ...filters] = line.split(' | ');
  const [program, ...args] = splitWords(command);
  if (program !== 'liaison') throw new Error(`Only liaison is run in a paper: ${line}`);
  const { out, err } = await liaison(...args);
  return filters.reduce(applyFilter, out) + err;
}

function applyFilter(text: string, filter: string): string {
  const [, which, number] = /^(head|tail) -(\d+)$/u.exec(filter) ?? [];
  if (which === undefined) throw new Error(`Only head and tail filter in a paper: ${filter}`);
  const lines = text.trimEnd().split('\n');
  const kept = which === 'head' ? lines.slice(0, Number(number)) : lines.slice(-Number(number));
  return `${kept.join('\n')}\n`;
}

/** Cuts a line into words as a shell does, single and double quotes taken off. */
export function splitWords(line: string): string[] {
  const words = line.match(/(?:'[^']*'|"[^"]*"|[^\s'"])+/gu) ?? [];
  return words.map((word) => word.replaceAll(/'([^']*)'|"([^"]*)"/gu, '$1$2'));
}
