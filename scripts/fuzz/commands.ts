import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Chance } from './chance.ts';
import type { City } from './city.ts';
import { readWorld } from './city.ts';
import type { Contents, Outcome, Step } from './desk.ts';
import {
  isSame,
  makeStep,
  readContents,
  restoreContents,
  runStep,
  usualEnvironment,
  usualTime,
} from './desk.ts';
import type { Verb } from './grammar.ts';
import { inside, makeLine, steady, wild } from './lines.ts';
import type { Fault } from './oracle.ts';
import { judge, judgeEnd } from './oracle.ts';
import type { Finding, Part, Terms } from './terms.ts';
import { tellStep } from './terms.ts';
import { annoy } from './values.ts';

/** Where the database of a case lies. */
export const database = join(inside, 'liaison.db');

/** What came of a command. */
export interface Done {
  readonly outcome: Outcome;
  readonly faults: readonly Fault[];
  readonly after: Contents;
}

/** Runs a command in the folder and holds it against all that must be so. */
export async function attempt(
  step: Step,
  verb: string,
  folder: string,
  before: Contents,
  isEnd = false,
): Promise<Done> {
  const outcome = await runStep(step, join(folder, inside));
  const after = readContents(folder);
  const happening = { step, verb, outcome, before, after, inside };
  const faults = [...judge(happening), ...(isEnd ? judgeEnd(happening) : [])];
  return { outcome, faults, after };
}

/** A city as it lies in the folder of a case. */
export function place({ contents }: City): Contents {
  return new Map<string, Buffer | 'folder' | `→${string}`>([
    ['a', 'folder'],
    [join('a', 'b'), 'folder'],
    [inside, 'folder'],
    ...[...contents].map(([path, content]) => [join(inside, path), content] as const),
  ]);
}

/** A command of a case: what it was meant to be, and whether it is the check at the end. */
export interface Move {
  readonly step: Step;
  readonly verb: string;
  readonly isEnd: boolean;
}

/** Half of the command lines stand alone, half are courses of 20 to 40 on one database; a case is 30 of the ones or one course. */
export const linesPerCase = 30;

export async function fuzzCommands(terms: Terms): Promise<void> {
  const folder = join(terms.root, 'case');
  mkdirSync(folder, { recursive: true });
  for (let number = terms.from; number < terms.to && performance.now() < terms.until; number += 1) {
    await (number % 2 === 0 ? runLines(terms, number, folder) : runCourse(terms, number, folder));
  }
  rmSync(folder, { recursive: true });
}

async function runLines(terms: Terms, number: number, folder: string): Promise<void> {
  const chance = new Chance(terms.seed, 'lines', number);
  const city = chance.happens(0.3) ? terms.cities.two : terms.cities.one;
  const contents = place(city);
  restoreContents(folder, contents);
  const world = readWorld(contents.get(database));
  if (world === undefined) throw new Error('the city cannot be read');
  for (let at = 0; at < linesPerCase; at += 1) {
    const verb = chance.pick(terms.grammar.verbs);
    const now = chance.weigh([[usualTime, 8], ['2022-05-06T15:59:59Z', 1], ['2019-01-01T00:00:00Z', 0.3], ['2031-12-31T23:00:00Z', 0.3], ['9999-12-31T23:59:59Z', 0.1]]); // prettier-ignore
    const args = makeLine(terms.grammar, verb, { world, today: now.slice(0, 10), city }, wild, chance);
    const step = makeStep(args, { now, env: drawEnvironment(chance), stdin: drawInput(args, city, chance) });
    const move: Move = { step, verb: verb.path.join(' '), isEnd: false };
    terms.watch(`${String(number)}/${String(at)}`, tellStep(step));
    const done = await attempt(step, move.verb, folder, contents);
    terms.tally(`alone ${move.verb}`, done.outcome.code);
    await report(terms, 'commands', `${String(number)}/${String(at)}`, {
      moves: [move],
      contents,
      folder,
      done,
    });
    restoreContents(folder, contents);
  }
}

function drawEnvironment(chance: Chance): Readonly<Record<string, string>> {
  if (chance.happens(0.8)) return usualEnvironment;
  const drawn: readonly (readonly [string, () => string])[] = [
    ['LIAISON_LANG', () => chance.pick(['zh', 'ZH_CN', 'fr', ''])],
    ['COLUMNS', () => chance.pick(['1', '40', '132', '0', '-5', 'x', '1e9', 'Infinity', '100000'])],
    ['LIAISON_USER', () => annoy(chance)],
    ['LIAISON_JURISDICTION', () => chance.pick(['DZ', 'PC', 'dz', '', annoy(chance)])],
    ['LIAISON_WAIT', () => chance.pick(['0', '-1', 'x', '1'])],
    ['LIAISON_DB', () => chance.pick(['liaison.db', '', 'units.csv', 'none.db'])],
  ];
  const [name, value] = chance.pick(drawn);
  return { ...usualEnvironment, [name]: value() };
}

function drawInput(args: readonly string[], { contents }: City, chance: Chance): Uint8Array {
  if (!args.includes('-')) return new Uint8Array();
  const files = [...contents.values()].filter((content) => Buffer.isBuffer(content));
  return chance.happens(0.2) ? Buffer.from(annoy(chance)) : chance.pick(files).subarray(0, 200_000);
}

/** How often the verbs of a course come up, beside all others once: those that work on appeals and change units most. */
const favoured: Readonly<Record<string, number>> = {
  'appeal log': 14,
  'appeal transfer': 12,
  'appeal accept': 12,
  'appeal return': 8,
  'appeal decide': 8,
  'appeal rule': 4,
  'appeal reply': 10,
  'appeal close': 8,
  'appeal reopen': 5,
  'appeal recall': 5,
  'appeal correct': 5,
  'appeal callback': 4,
  'appeal review': 4,
  'appeal extend': 3,
  'unit merge': 4,
  'unit split': 4,
  'unit retire': 3,
  'unit rename': 4,
  'unit set': 4,
  'desk set': 4,
  'volume set': 3,
  'tier classify': 3,
  'tier adopt': 4,
  'roster publish': 4,
  'privacy purge': 1.5,
  'import undo': 4,
  'calendar import': 2,
  'unit add': 3,
  'jurisdiction set': 2, // prettier-ignore
};
/** Verbs a course does without: they begin anew or leave the database. */
const left: ReadonlySet<string> = new Set(['init', 'help', 'annual']);

async function runCourse(terms: Terms, number: number, folder: string): Promise<void> {
  const chance = new Chance(terms.seed, 'course', number);
  const city = chance.happens(0.25) ? terms.cities.two : terms.cities.one;
  const contents = place(city);
  restoreContents(folder, contents);
  const verbs = terms.grammar.verbs
    .filter(({ path: [noun = ''] }) => !left.has(noun))
    .map((verb): readonly [Verb, number] => [verb, favoured[verb.path.join(' ')] ?? 1]);
  let before = contents;
  let world = readWorld(contents.get(database));
  let clock = Date.parse(usualTime);
  const moves: Move[] = [];
  const length = chance.between(20, 40);
  for (let at = 0; at <= length; at += 1) {
    clock += chance.weigh([[chance.below(600) * 60_000, 20], [chance.below(20) * 86_400_000, 3], [-chance.below(5) * 86_400_000, 1], [chance.below(600) * 86_400_000, 0.2]]); // prettier-ignore
    const now = `${new Date(clock).toISOString().slice(0, 19)}Z`;
    const isEnd = at === length;
    const verb = chance.weigh(verbs);
    if (world === undefined) return;
    const args = isEnd
      ? ['database', 'check', '--json']
      : makeLine(terms.grammar, verb, { world, today: now.slice(0, 10), city }, steady, chance);
    const step = makeStep(args, { now, stdin: drawInput(args, city, chance) });
    moves.push({ step, verb: isEnd ? 'database check' : verb.path.join(' '), isEnd });
    terms.watch(`${String(number)}/${String(at)}`, tellStep(step));
    const done = await attempt(step, moves.at(-1)?.verb ?? '', folder, before, isEnd);
    terms.tally(moves.at(-1)?.verb ?? '', done.outcome.code);
    await report(terms, 'commands', `${String(number)}/${String(at)}`, { moves, contents, folder, done });
    const isBroken = done.faults.some(({ key }) => key.startsWith('database replaced'));
    if (isBroken) restoreContents(folder, before);
    else {
      if (!isSame(done.after.get(database), before.get(database)))
        world = readWorld(done.after.get(database)); // prettier-ignore
      before = done.after;
    }
  }
}

interface Case {
  readonly moves: readonly Move[];
  readonly contents: Contents;
  readonly folder: string;
  readonly done: Done;
}

/** Tells what was found; what is new is cut down first to what it takes. */
export async function report(
  terms: Terms,
  part: Part,
  at: string,
  { moves, contents, folder, done }: Case,
): Promise<void> {
  const now = readContents(folder);
  for (const fault of done.faults) {
    let key = fault.key;
    if (key.startsWith('defect')) key = await withStack(moves, contents, folder, key);
    const isNew = !terms.isKnown(key);
    const least =
      isNew && part === 'commands' ? await shrink(terms, moves, contents, folder, fault.key) : moves;
    const { code, err, milliseconds } = done.outcome;
    const finding: Finding = { part, key, detail: fault.detail, verb: moves.at(-1)?.verb ?? '', seed: terms.seed, at, code, err: err.slice(0, 1500), milliseconds, lines: isNew ? least.map(({ step }) => tellStep(step)) : [] }; // prettier-ignore
    terms.tell(finding);
    restoreContents(folder, now);
  }
}

/** A defect told as JSON has no stack: asked for once more without, it has. */
async function withStack(
  moves: readonly Move[],
  contents: Contents,
  folder: string,
  key: string,
): Promise<string> {
  const last = moves.at(-1);
  if (last?.step.args.some((arg) => /json/u.test(arg)) !== true) return key;
  const args = last.step.args.filter((arg, at, all) => !/json/u.test(arg) && !(arg === '--format' && all[at + 1] === 'json')); // prettier-ignore
  const plain: Move = { ...last, step: { ...last.step, args } };
  const faults = await replay([...moves.slice(0, -1), plain], contents, folder);
  return faults.find((one) => one.key.startsWith('defect'))?.key ?? key;
}

/** Runs the commands anew; gives the faults of the last. */
async function replay(moves: readonly Move[], contents: Contents, folder: string): Promise<readonly Fault[]> {
  restoreContents(folder, contents);
  let before = contents;
  let faults: readonly Fault[] = [];
  for (const { step, verb, isEnd } of moves) {
    const done = await attempt(step, verb, folder, before, isEnd);
    faults = done.faults;
    before = done.after;
  }
  return faults;
}

/** Leaves out commands, then arguments of all that are left, as long as the same is found. */
async function shrink(
  terms: Terms,
  moves: readonly Move[],
  contents: Contents,
  folder: string,
  key: string,
): Promise<readonly Move[]> {
  const end = performance.now() + terms.patience;
  const isFound = async (tried: readonly Move[]): Promise<boolean> => {
    terms.watch('shrinking', tellStep((tried.at(-1) ?? moves[0])?.step ?? makeStep([])));
    return (await replay(tried, contents, folder)).some((fault) => fault.key === key);
  };
  let least = moves;
  for (let size = Math.ceil((moves.length - 1) / 2); size >= 1; size = Math.floor(size / 2)) {
    for (let at = least.length - 1 - size; at >= 0 && performance.now() < end; at -= size) {
      const tried = [...least.slice(0, at), ...least.slice(at + size)];
      if (await isFound(tried)) least = tried;
    }
  }
  for (let index = least.length - 1; index >= 0; index -= 1) {
    if (least[index]?.isEnd === true) continue;
    for (const size of [2, 1]) {
      for (
        let at = (least[index]?.step.args.length ?? 0) - size;
        at >= 0 && performance.now() < end;
        at -= 1
      ) {
        const tried = least.map((move, one) =>
          one === index
            ? { ...move, step: { ...move.step, args: move.step.args.filter((_arg, position) => position < at || position >= at + size) } } // prettier-ignore
            : move,
        );
        if (await isFound(tried)) least = tried;
      }
    }
  }
  return least;
}
