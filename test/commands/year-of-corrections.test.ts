import { expect, it } from 'vitest';
import type { TestDesk } from '../support/desk.ts';
import { dezhou, setUpDezhou } from '../support/seeds.ts';

/** What a city has to show: who stands in which tier, which desk, which roster, and where each appeal is. */
async function look(desk: TestDesk): Promise<Record<string, unknown>> {
  const roster = (await desk.json('roster', 'preview')) as { entries: unknown };
  return {
    city: await desk.json('jurisdiction', 'show'),
    units: await desk.json('unit', 'list', '--all-fields'),
    education: await desk.json('unit', 'show', '市教育局'),
    counts: await desk.json('volume', 'list', '--year', '2021'),
    tiers: await desk.json('tier', 'list'),
    desks: await desk.json('desk', 'list'),
    roster: roster.entries,
    appeals: await desk.json('appeal', 'list', '--all'),
    links: ((await desk.json('appeal', 'show', '2')) as { links: unknown }).links,
    rulings: await desk.json('ruling', 'list'),
  };
}

async function lastOperation(desk: TestDesk): Promise<string> {
  const entries = (await desk.json('log', 'list')) as { operation: number }[];
  return String(entries.at(-1)?.operation);
}

/** One slip: what is done wrongly, and what sets it right. */
interface Slip {
  readonly what: string;
  readonly wrong: (desk: TestDesk) => Promise<unknown>;
  readonly right: (desk: TestDesk) => Promise<unknown>;
  /** What stays other than it was, since it is on record: texts to be left out of the comparison. */
  readonly leaves?: (seen: Record<string, unknown>) => Record<string, unknown>;
}

const undoLast = async (desk: TestDesk): Promise<unknown> =>
  desk.json('undo', await lastOperation(desk), '--yes');

const undone = (what: string, ...words: readonly string[]): Slip => ({
  what,
  wrong: (desk) => desk.json(...words, '--yes'),
  right: undoLast,
});

/** The parts of a city's state that a slip in appeals leaves in the history alone. */
const holders = (seen: Record<string, unknown>): Record<string, unknown> => ({
  ...seen,
  appeals: (seen['appeals'] as Record<string, unknown>[]).map(({ number, unit, state, dueOn }) => ({
    number,
    unit,
    state,
    dueOn,
  })),
});

const adopt = async (desk: TestDesk, no: string): Promise<unknown> => {
  const { run } = (await desk.json('tier', 'classify', '--year', '2021')) as { run: number };
  return desk.json('tier', 'adopt', String(run), '--document-no', no, '--reason', '更正');
};

/** The number of the run stands with each tier; which run it is, is no matter here. */
const tiersAlone = (seen: Record<string, unknown>): Record<string, unknown> =>
  JSON.parse(
    JSON.stringify(seen, (key, value: unknown) =>
      ['adoption', 'createdAt', 'run', 'at', 'number'].includes(key) ? null : value,
    ),
  ) as Record<string, unknown>;

const slips: readonly Slip[] = [
  undone('a wrong merger, with an appeal under way', 'unit', 'merge', '市司法局', '--into', '市公安局'),
  undone('a wrong split', 'unit', 'split', '市公安局', '--into', '市司法局', '--into', '市财政局'),
  undone('a unit ended that goes on', 'unit', 'retire', '市财政局', '--reason', '误'),
  undone('a wrong new name', 'unit', 'rename', '市教育局', '市教育和体育局'),
  undone('a wrong field of a unit', 'unit', 'set', '市教育局', '--short-name', '市教局'),
  undone('a place between the wrong units', 'unit', 'move', '市公安局', '--after', '市财政局'),
  undone('the scheme of another place', 'scheme', 'use', 'county-500-100'),
  undone('the wrong issuer', 'jurisdiction', 'set', '--issuer', '别市机关'),
  {
    what: 'a wrong alias',
    wrong: (desk) => desk.json('unit', 'alias', '市教育局', '市招考院'),
    right: (desk) => desk.json('unit', 'alias', '市教育局', '市招考院', '--remove'),
  },
  {
    what: 'the file of another year',
    wrong: (desk) => {
      desk.write('counts.csv', '单位名称,热线,网办\n市公安局,900,1\n市财政局,2000,1\n');
      return desk.json('volume', 'import', 'counts.csv', '--year', '2021', '--yes');
    },
    right: async (desk) => {
      const imports = (await desk.json('import', 'list')) as { number: number }[];
      const newest = Math.max(...imports.map(({ number }) => number));
      return desk.json('import', 'undo', String(newest), '--yes');
    },
  },
  {
    what: 'a wrong tier, adopted',
    wrong: async (desk) => {
      await desk.json('tier', 'override', '市财政局', '--tier', 'dedicated', '--reason', '误', '--document-no', '误1号');
      await adopt(desk, '德编〔2022〕8号');
    },
    right: async (desk) => {
      await desk.json('tier', 'override', '市财政局', '--withdraw');
      await adopt(desk, '德编〔2022〕9号');
    },
    leaves: tiersAlone,
  },
  {
    what: 'a wrong phone, published',
    wrong: async (desk) => {
      await desk.json('desk', 'set', '市公安局', '--phones', '0534-5559999');
      await desk.json('roster', 'publish', '--changes', '--document-no', '德组字〔2022〕8号');
    },
    right: async (desk) => {
      await desk.json('desk', 'set', '市公安局', '--phones', '0534-5550104、0534-5551104');
      await desk.json('roster', 'publish', '--changes', '--document-no', '德组字〔2022〕9号');
    },
  },
  {
    what: 'a wrong ruling for the future',
    wrong: (desk) => desk.json('ruling', 'add', '--matter', '夜间施工', '--lead', '市财政局', '--basis', '误'),
    right: undoLast,
  },
  {
    what: 'an appeal sent to the wrong unit',
    wrong: (desk) => desk.json('appeal', 'transfer', '2', '--to', '市财政局'),
    right: (desk) => desk.json('appeal', 'recall', '2'),
    leaves: holders,
  },
  {
    what: 'an appeal tied to one it has nothing to do with',
    wrong: (desk) => desk.json('appeal', 'link', '2', '--duplicate-of', '1'),
    right: (desk) => desk.json('appeal', 'link', '2', '--remove', '1'),
  },
  {
    what: 'an appeal closed by a slip',
    wrong: (desk) => desk.json('appeal', 'close', '2', '--outcome', 'declined'),
    right: (desk) => desk.json('appeal', 'reopen', '2', '--text', '误办结'),
    leaves: (seen: Record<string, unknown>) => ({ ...seen, appeals: (seen['appeals'] as { number: string }[]).map(({ number }) => number) }),
  },
  {
    what: 'appeals imported from the wrong file',
    wrong: (desk) => desk.json('appeal', 'import', dezhou('appeals-2022.csv'), '--yes'),
    right: async (desk) => {
      const imports = (await desk.json('import', 'list')) as { number: number }[];
      const newest = Math.max(...imports.map(({ number }) => number));
      return desk.json('import', 'undo', String(newest), '--yes');
    },
  },
]; // prettier-ignore

it('a year with every slip in it is set right by commands, and the database is sound after each', async () => {
  const desk = await setUpDezhou('published');
  const log = ['appeal', 'log', '--kind', 'request', '--channel', 'hotline', '--caller', '赵一', '--phone', '19900000001', '--title'];
  await desk.json(...log, '路灯不亮', '--to', '市司法局');
  await desk.json(...log, '夜间施工');
  const isSound = async (): Promise<unknown> => (await desk.liaison('database', 'check')).out;
  for (const { what, wrong, right, leaves = (seen: Record<string, unknown>) => seen } of slips) {
    const before = await look(desk);
    await wrong(desk);
    expect([what, (await desk.liaison('database', 'check')).code], await isSound() as string).toEqual([what, 0]);
    expect(await look(desk), what).not.toEqual(before);
    await right(desk);
    expect([what, (await desk.liaison('database', 'check')).code], await isSound() as string).toEqual([what, 0]);
    expect(leaves(await look(desk)), what).toEqual(leaves(before));
  }
  // What was logged after all this goes on behind the numbers that were given and taken back.
  const { number } = (await desk.json(...log, '最后一件')) as { number: string };
  const listed = ((await desk.json('appeal', 'list', '--all')) as { number: string }[]).map((one) => one.number);
  expect([listed.length, Number(number.slice(5)) > 3]).toEqual([3, true]);
}, 60_000); // prettier-ignore
