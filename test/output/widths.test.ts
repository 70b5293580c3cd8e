// What every command shows on a terminal: nothing is wider than the screen, and nothing is cut inside, whatever the width.
import { copyFileSync, cpSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { displayWidth, unbrokenPieces } from '../../src/output/wrap.ts';
import type { TestDesk } from '../support/desk.ts';
import { makeFolder, setUpDesk } from '../support/desk.ts';
import { setUpHard } from '../support/hard.ts';
import { asked, readingVerbs, setUpWritable, writingVerbs } from '../support/writing-verbs.ts';

const ordinary = [
  // A template is written as it stands, to be changed and read in again, and the script of a shell for the shell.
  ...readingVerbs
    .filter(
      (verb) =>
        verb !== 'roster template show' &&
        verb !== 'report bulletin draft' &&
        !verb.startsWith('completion '),
    )
    .map((verb) => [...verb.split(' '), ...(asked[verb] ?? [])]),
  ['status'],
  ['tier', 'list', '--chart'],
  ['appeal', 'list'],
  ['appeal', 'show', '2022-000001'],
  ['appeal', 'trace', '2022-000001'],
  ['appeal', 'slip', '2022-000001'],
  ['roster', 'print', '1'],
  ['roster', 'print', '1', '--copy', 'internal'],
  ['roster', 'diff', '1'],
];

const hard = [
  ['status'],
  ['unit', 'list', '--all-fields'],
  ['unit', 'show', 'HD-054'],
  ['tier', 'list'],
  ['tier', 'list', '--chart'],
  ['desk', 'list'],
  ['desk', 'check'],
  ['desk', 'show', 'HD-054'],
  ['roster', 'print', '1'],
  ['roster', 'print', '2', '--copy', 'internal'],
  ['roster', 'show', '2'],
  ['roster', 'find', '承办局'],
  ['log', 'list'],
].map((line) => [...line, '--in', 'DZ']);

const widths = [60, 80, 100, 120];
let full: TestDesk;
let hardDesk: TestDesk;
beforeAll(async () => {
  full = await setUpWritable();
  hardDesk = await setUpHard();
}, 120_000);

/** How often each piece that stays whole is shown; words run together from two columns of a screen are none. */
function countPieces(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const piece of unbrokenPieces(text).flatMap((one) => one.match(/\d[\d:.-]*\d/gu) ?? []))
    counts.set(piece, (counts.get(piece) ?? 0) + 1);
  return counts;
}

async function show(desk: TestDesk, line: readonly string[], width: number, lang: string): Promise<string> {
  desk.setEnv('COLUMNS', String(width));
  const { code, out, err } = await desk.liaison(...line, `--lang=${lang}`);
  expect([line, [0, 7].includes(code), code === 0 ? '' : err]).toEqual([line, true, expect.any(String)]);
  return out;
}

it('a phone that is cut is missed', () => {
  expect(countPieces('0534-5550101 8:30-12:00').size).toBe(2);
  expect([...countPieces('0534-55501\n01').keys()]).not.toContain('0534-5550101');
});

it.each(['en', 'zh'] as const)('of the city, in %s', async (lang) => {
  for (const line of ordinary) await look(full, line, lang);
});

it.each(['en', 'zh'] as const)('of the hard set, in %s', async (lang) => {
  for (const line of hard) await look(hardDesk, line, lang);
});

/** Verbs that write make a copy of the database theirs first. */
it.each(['en', 'zh'] as const)(
  'of every verb that writes, in %s',
  async (lang) => {
    const broad: string[] = [];
    for (const [verb, args] of Object.entries(writingVerbs))
      for (const width of widths) {
        const folder = join(makeFolder(), 'desk');
        cpSync(full.folder, folder, { recursive: true });
        copyFileSync(full.database, join(folder, '..', 'sound.db'));
        const desk = setUpDesk({ folder });
        desk.setEnv('COLUMNS', String(width));
        const { out, err } = await desk.liaison(...verb.split(' '), ...args, `--lang=${lang}`);
        // A sentence beside the result is left to the terminal; tables of plans are not.
        const beside = err.split('\n').filter((line) => /\S {2,}\S/u.test(line));
        for (const line of [...out.split('\n'), ...beside])
          if (displayWidth(line) > width && !/liaison|\/|\.(?:csv|json|txt|xlsx|db)\b/u.test(line))
            broad.push(`${verb} ${String(width)}: ${line}`);
      }
    expect(broad).toEqual([]);
  },
  120_000,
);

async function look(desk: TestDesk, line: readonly string[], lang: string): Promise<void> {
  // A digest and an address are longer than a narrow screen.
  const whole = countPieces(
    (await show(desk, line, 2000, lang)).replaceAll(/[0-9a-f]{40,}|https?:\S+/gu, ''),
  );
  for (const width of widths) {
    const out = await show(desk, line, width, lang);
    // A command is copied whole, however narrow the screen.
    const wide = out.split('\n').filter((one) => displayWidth(one) > width && !one.includes('liaison '));
    expect([line, width, wide]).toEqual([line, width, []]);
    const shown = countPieces(out);
    const broken = [...whole].filter(([piece, count]) => (shown.get(piece) ?? 0) < count);
    expect([line, width, broken]).toEqual([line, width, []]);
  }
}
