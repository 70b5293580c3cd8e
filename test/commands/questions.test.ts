import { dirname } from 'node:path';
import { Argument, Option } from 'commander';
import { beforeAll, describe, expect, it } from 'vitest';
import { withFacts } from '../../src/cli/option-facts.ts';
import { findQuestionKind } from '../../src/commands/questions/kinds.ts';
import type { VerbName } from '../../src/text/shape.ts';
import type { TestDesk } from '../support/desk.ts';
import { dumpDatabase } from '../support/dump.ts';
import { keepSound } from '../support/sound-copies.ts';
import { testServer } from '../support/test-server.ts';
import { Robot, shellWords } from '../support/robot.ts';
import { asked, readingVerbs, writingVerbs } from '../support/writing-verbs.ts';
import Sqlite from '../support/raw-database.ts';

interface Value {
  readonly name: string;
  readonly summary: string;
  readonly choices: readonly { readonly value: string; readonly words: readonly string[] }[] | null;
  readonly isList: boolean;
}

interface DescribedOption extends Value {
  readonly flags: string;
  readonly takesValue: boolean;
  readonly repeatable: boolean;
}

interface Described {
  readonly name: VerbName;
  readonly arguments: readonly (Value & { readonly variadic: boolean })[];
  readonly options: readonly DescribedOption[];
}

let copySound: () => TestDesk;
let verbs: readonly Described[];
beforeAll(async () => {
  const kept = await keepSound();
  const { sound } = kept;
  ({ copySound } = kept);
  ({ verbs } = (await sound.json('help')) as { verbs: readonly Described[] });
});

const parser = ({ choices, isList }: Value): (() => string) =>
  choices === null ? () => '' : withFacts(() => '', { choices, isList });

it('every argument and option of every verb has a kind of question', () => {
  const without = verbs.flatMap(({ name, arguments: args, options }) => [
    ...args.filter((one) => {
      const declared = new Argument(`<${one.name}${one.variadic ? '...' : ''}>`).argParser(parser(one));
      return findQuestionKind(name, declared) === undefined;
    }),
    ...options.filter((one) => {
      const declared = new Option(one.flags).argParser(parser(one));
      return findQuestionKind(name, declared) === undefined;
    }),
  ]);
  expect(without.map(({ name }) => name)).toEqual([]);
  // A value that nobody has thought of has none.
  expect(findQuestionKind('unit list', new Option('--new-thing <thing>'))).toBeUndefined();
});

const enter = '\r';
const escape = '\u001b';

/** A line that is known whole: its arguments and options with their values. */
interface KnownLine {
  readonly values: ReadonlyMap<string, readonly string[]>;
  readonly flags: ReadonlySet<string>;
}

function parseKnown(verb: Described, line: readonly string[]): KnownLine {
  const values = new Map<string, string[]>();
  const flags = new Set<string>();
  const operands: string[] = [];
  for (let at = 0; at < line.length; at += 1) {
    const word = line[at] ?? '';
    const option = verb.options.find(({ name }) => name === word);
    if (option === undefined) operands.push(word);
    else if (!option.takesValue) flags.add(word);
    else {
      const isVariadic = option.flags.includes('...');
      do values.set(word, [...(values.get(word) ?? []), line[(at += 1)] ?? '']);
      while (isVariadic && line[at + 1] !== undefined && !(line[at + 1] ?? '').startsWith('-'));
    }
  }
  for (const [at, one] of verb.arguments.entries()) {
    const rest = one.variadic ? operands.slice(at) : operands.slice(at, at + 1);
    if (rest.length > 0) values.set(one.name, rest);
  }
  return { values, flags };
}

const title = ({ summary }: Value): string => summary.slice(0, 1).toUpperCase() + summary.slice(1);

/** Options that are no questions of a verb: they say how its result is written, or answer all questions. */
const apart = ['--yes', '-o', '--db', 'restored.db', 'new-forms'];

/** Lines of their own, where those that others use are not those that are asked for. */
const ownLines: Readonly<Record<string, readonly string[]>> = { 'tier compare': ['2021', '2021', '--all'] };

/**
 * Drives a verb through the menu: chosen by its name, each question answered out of the known line, at the second question once gone back and on again; then run. Gives what was
 * asked and the line that was said.
 */
async function drive(desk: TestDesk, verb: Described, line: readonly string[], globals: readonly string[]) {
  const known = parseKnown(verb, line);
  const given = new Set<string>();
  const all: readonly (Value & { readonly isMany: boolean })[] = [
    ...verb.arguments.map((one) => ({ ...one, isMany: one.variadic })),
    ...verb.options.map((one) => ({ ...one, isMany: one.repeatable })),
  ];
  let hasGoneBack = false;
  let isBack = false;
  let isMore = false;
  let isOver = false;
  let confirmed = 0;
  let own = 0;
  const type = (one: Value & { readonly isMany: boolean }): string[] => {
    const values = known.values.get(one.name) ?? [];
    given.add(one.name);
    const isListed = one.isMany && !['--issuer', '--recipient', '--map', '--set', 'words'].includes(one.name);
    if (!isListed) return [values.join(one.name === 'words' ? ' ' : '、') + enter];
    // Each is taken in by the space bar, and what was typed of it wiped.
    return values.flatMap((value) => [value, ' ', '\u0015']).concat([enter]);
  };
  const robot = new Robot((question) => {
    if (isBack) {
      // The question before, whose answer stands there.
      isBack = false;
      return [enter];
    }
    if (question.startsWith('Another')) return ['n'];
    if (question.startsWith('Write the result')) return ['new-forms', enter];
    if (question.startsWith('What is to be done')) {
      if (isOver) return ['q'];
      isMore = false;
      isOver = true;
      return [verb.name, enter];
    }
    if (question.startsWith('Now, or something more')) {
      isMore = true;
      const argument = verb.arguments.find(({ name }) => known.values.has(name) && !given.has(name));
      if (argument !== undefined) return [`<${argument.name}>`, enter];
      const open = verb.options.find(
        ({ name }) => (known.values.has(name) || known.flags.has(name)) && !given.has(name),
      );
      if (open === undefined) return [enter];
      if (known.flags.has(open.name)) given.add(open.name);
      return [open.name, enter];
    }
    if (question.startsWith('What is to be given')) {
      const which =
        [...known.flags, ...known.values.keys()].find(
          (name) => name.startsWith('--') && name !== '--year' && !given.has(name),
        ) ?? '';
      if (known.flags.has(which)) given.add(which);
      return [which, enter];
    }
    const one = all.find(
      (each) => question === title(each) || question.startsWith(`${title(each)} (may stay`),
    );
    if (one === undefined) {
      const words = Object.entries(wordsOf[verb.name] ?? {}).find(([, put]) => question.startsWith(put))?.[0];
      const named = all.find(({ name }) => name === words);
      if (named !== undefined) return known.values.has(named.name) ? type(named) : [enter];
      confirmed += 1;
      return ['y'];
    }
    own += 1;
    // Back to the question before, where the answer still stands, and on again.
    if (own === 2 && !isMore && !hasGoneBack && !given.has(one.name)) {
      hasGoneBack = true;
      isBack = true;
      return [escape];
    }
    return type(one);
  });
  const { code } = await desk.sit(robot, 'menu', ...globals);
  return { code, robot, confirmed, hasGoneBack };
}

/** Questions that are put in other words than the help has. */
const wordsOf: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'appeal log': {
    '--channel': 'Channel',
    '--kind': 'Kind',
    '--title': 'Title',
    '--text': 'Text',
    '--matter': 'Matter',
    '--place': 'Place',
    '--caller': 'Name of the caller',
    '--phone': 'Phone of the caller',
    '--to': 'Unit to hand it over',
  },
  'appeal transfer': { '--reason': 'Why is it handed' },
};

/** What a database holds, row by row; salts and what depends on them aside. */
function content(path: string): string[] {
  if (testServer !== undefined)
    return dumpDatabase(path)
      .split('\n')
      .map((line) =>
        line.replaceAll(/[0-9a-f]{32,64}/gu, '*').replaceAll(/[^"\s]*\/desk-[^/"]*\/desk/gu, ''),
      );
  const database = new Sqlite(path, { readonly: true });
  try {
    const tables = database
      .prepare(
        "select name from sqlite_schema where type = 'table' and name not like 'sqlite_%' and name not like '%search%' order by name",
      )
      .pluck()
      .all() as string[];
    return tables.flatMap((table) =>
      database
        .prepare(`select * from ${table}`)
        .all()
        .map(
          (row) =>
            `${table} ${JSON.stringify(row, (key, value: unknown) => (key === 'salt' ? '*' : typeof value === 'string' ? value.replaceAll(/[0-9a-f]{64}/gu, '*').replaceAll(dirname(path), '') : value))}`,
        ),
    );
  } finally {
    database.close();
  }
}

const lines: readonly (readonly [string, readonly string[]])[] = [
  ...Object.entries(writingVerbs),
  ...readingVerbs.map((verb) => [verb, asked[verb] ?? []] as const),
];

describe('chosen in the menu and asked for all it needs', () => {
  it.each(lines)('%s does what the line that is said does without a terminal', async (name, known) => {
    const verb = verbs.find((one) => one.name === name);
    if (verb === undefined) throw new Error(`no verb: ${name}`);
    const line = (ownLines[name] ?? known).filter((word) => !apart.includes(word));
    const globals = name === 'database restore' ? ['--db', 'restored.db'] : [];
    const desk = copySound();
    const { robot, confirmed } = await drive(desk, verb, line, globals);
    const said = robot.echoed.map(shellWords).findLast((words) => words.join(' ').startsWith(name));
    expect([name, said, robot.stderr.text]).toEqual([
      name,
      expect.anything(),
      expect.not.stringContaining('error:'),
    ]);
    const twin = copySound();
    const more = confirmed > 0 ? ['--yes'] : [];
    const { code, err } = await twin.liaison(...(said ?? []), ...more, '--no-input');
    expect([code === 1, err]).toEqual([false, expect.not.stringContaining('error:')]);
    expect(content(desk.database)).toEqual(content(twin.database));
    // All that the line had was asked for, and was said.
    for (const word of line) expect(said?.join(' ')).toContain(word);
  });
});
