import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { editionFacts, rosterDocuments } from '../../src/commands/roster/roster-documents.ts';
import type { Copy } from '../../src/domain/roster.ts';
import { compareRosters } from '../../src/domain/roster-diff.ts';
import { publishRoster } from '../../src/operations/roster/publish-roster.ts';
import { getPublishedRoster } from '../../src/operations/roster/published-roster.ts';
import type { RosterLayout } from '../../src/output/roster/layout.ts';
import { plainArrangement } from '../../src/output/papers/arrangement.ts';
import { getLayout, newestLayout, rosterLayouts } from '../../src/output/roster/layouts.ts';
import type { Documents } from '../../src/cli/result.ts';
import type { Store } from '../../src/store/database.ts';
import { openStore } from '../../src/store/database.ts';
import { getJurisdiction } from '../../src/store/jurisdictions.ts';
import type { TestDesk } from '../support/desk.ts';
import { readPrints, setUpKept } from '../support/kept-prints.ts';
import Sqlite from '../support/raw-database.ts';

const [first, ...others] = rosterLayouts as readonly [RosterLayout, ...RosterLayout[]];
/** A layout that is yet to come: another page. */
const next: RosterLayout = {
  ...first,
  number: rosterLayouts.length + 1,
  write: (facts) => {
    const forms = first.write(facts);
    return { ...forms, html: async () => `<!-- next -->${await forms.html()}` };
  },
};
const planted = [first, ...others, next];

let desk: TestDesk;
let store: Store;
/** Edition 1 and 2 of the kept database; 3 is full and 4 of changes, published now that there is a second layout. */
beforeAll(async () => {
  desk = setUpKept();
  store = await openStore(desk.database);
  const work = {
    store,
    jurisdiction: await getJurisdiction(store.db, undefined),
    by: 'tester',
    now: '2022-04-08T04:00:00Z',
    clock: () => '2022-04-08T04:00:00Z',
    isClockRight: false,
    command: 'roster publish',
  };
  const { number: layout } = newestLayout(planted);
  const terms = { withGaps: false, withCounties: false, layout };
  await publishRoster(work, { ...terms, documentNo: '甲', changes: false });
  await desk.json('desk', 'set', '市财政局', '--phones', '0534-2100777', '--head', '吴某丙');
  await publishRoster(work, { ...terms, documentNo: '乙', changes: true });
});
afterAll(async () => {
  await store.close();
});

async function makeDocuments(number: number, copy: Copy): Promise<Documents> {
  const published = await getPublishedRoster(store.db, await getJurisdiction(store.db, undefined), number);
  expect(published.isIntact).toBe(true);
  const { base, entries, edition } = published;
  const diffs = base === null ? null : compareRosters(base, entries, copy, { withPlace: false });
  const terms = { copy, by: 'group', foot: [], arrangement: plainArrangement } as const;
  return rosterDocuments(getLayout(edition, planted), editionFacts({ ...published, diffs }, terms));
}

const page = async (number: number, copy: Copy): Promise<string> =>
  String(await (await makeDocuments(number, copy)).html?.());

describe('with a layout that is yet to come', () => {
  it('editions that were published in the first keep their bytes', async () => {
    const expected = readPrints('layout-1');
    for (const edition of [1, 2]) {
      const documents = Object.entries(await makeDocuments(edition, 'public'));
      expect(documents.map(([form]) => form).sort()).toEqual(['csv', 'docx', 'html', 'md', 'xlsx']);
      for (const [form, write] of documents) {
        const digest = createHash('sha256')
          .update(await write())
          .digest('hex');
        expect([form, digest]).toEqual([form, expected[`${String(edition)} public ${form}`]]);
      }
    }
  });

  it('new editions are published and printed in it', async () => {
    expect(await page(3, 'public')).toMatch(/^<!-- next -->/u);
    expect(await page(2, 'public')).not.toContain('<!-- next -->');
  });

  it('a tool that does not know it prints nothing, and puts no internal copy on record', async () => {
    const before = await desk.json('privacy', 'log');
    const { code, out, err } = await desk.liaison('roster', 'print', '3', '--copy', 'internal');
    expect([code, out, err]).toEqual([
      6,
      '',
      expect.stringContaining(
        `Edition 3 was published in layout ${String(next.number)}; this tool knows up to ${String(rosterLayouts.length)}.`,
      ),
    ]);
    expect(await desk.json('privacy', 'log')).toEqual(before);
    expect((await desk.liaison('roster', 'print', '2')).code).toBe(0);
  });

  it('the layout of an edition is sealed', async () => {
    expect((await desk.liaison('database', 'check')).code).toBe(0);
    const file = new Sqlite(desk.database);
    const trigger = file.prepare(`select sql from sqlite_schema where name = 'edition_no_update'`).pluck().get(); // prettier-ignore
    const relay = (layout: number | null): void => {
      file.exec(`drop trigger edition_no_update`);
      file.prepare('update edition set layout = ? where number = 3').run(layout);
      file.exec(String(trigger));
    };
    try {
      relay(null);
      const { code, out } = await desk.liaison('database', 'check', '--json');
      expect([code, JSON.parse(out)]).toMatchObject([7, { findings: expect.any(Array) as unknown }]);
      expect(out).toContain('edition');
      expect(await desk.json('roster', 'print', '3')).toMatchObject({ isIntact: false });
    } finally {
      relay(next.number);
      file.close();
    }
  });
});
