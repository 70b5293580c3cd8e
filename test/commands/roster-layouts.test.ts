import { createHash } from 'node:crypto';
import { strFromU8, unzipSync } from 'fflate';
import Sqlite from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeEditionDocument } from '../../src/commands/roster/edition-document.ts';
import { rosterDocuments } from '../../src/commands/roster/roster-documents.ts';
import type { Copy } from '../../src/domain/roster.ts';
import { compareRosters } from '../../src/domain/roster-diff.ts';
import { publishRoster } from '../../src/operations/roster/publish-roster.ts';
import { getPublishedRoster } from '../../src/operations/roster/published-roster.ts';
import type { RosterDocument, RosterLayout } from '../../src/output/roster-document.ts';
import { newestLayout, rosterLayouts } from '../../src/output/roster-layouts.ts';
import type { Store } from '../../src/store/database.ts';
import { openStore } from '../../src/store/database.ts';
import { getJurisdiction } from '../../src/store/jurisdictions.ts';
import type { TestDesk } from '../support/desk.ts';
import { readPrints, setUpKept } from '../support/kept-prints.ts';

const [first, ...others] = rosterLayouts as readonly [RosterLayout, ...RosterLayout[]];
const { tables } = first;
/** A layout that is yet to come: a column more on the public copy, changes set dense, another page. */
const second: RosterLayout = {
  ...first,
  number: rosterLayouts.length + 1,
  tables: {
    ...tables,
    public: {
      density: 'normal',
      columns: [...tables.public.columns, { title: '编码', share: 5, cell: ({ unitCode }) => unitCode }],
    },
    changes: { ...tables.changes, density: 'dense' },
  },
  write: { ...first.write, html: (document) => `<!-- second -->${first.write.html(document)}` },
};
const planted = [first, ...others, second];

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
afterAll(() => {
  store.close();
});

async function makeDocument(number: number, copy: Copy): Promise<RosterDocument> {
  const published = await getPublishedRoster(store.db, await getJurisdiction(store.db, undefined), number);
  expect(published.isIntact).toBe(true);
  const { base, entries } = published;
  const diffs = base === null ? null : compareRosters(base, entries, copy, { withPlace: false });
  return makeEditionDocument({ ...published, diffs }, { copy, by: 'group', foot: [] }, planted);
}

const page = async (number: number, copy: Copy): Promise<string> =>
  String(await rosterDocuments(await makeDocument(number, copy)).html?.());

/** Sizes of letters in the table of the annex, in half points. */
async function sizesOf(number: number, copy: Copy): Promise<string[]> {
  const bytes = await rosterDocuments(await makeDocument(number, copy)).docx?.();
  const xml = strFromU8(unzipSync(bytes as Uint8Array)['word/document.xml'] ?? new Uint8Array());
  const table = /<w:tbl>.*<\/w:tbl>/su.exec(xml)?.[0] ?? '';
  return [...new Set([...table.matchAll(/<w:sz w:val="(\d+)"\/>/gu)].map(([, size = '']) => size))];
}

describe('with a second layout', () => {
  it('editions that were published in the first keep their bytes', async () => {
    const expected = readPrints('layout-1');
    for (const edition of [1, 2]) {
      const documents = Object.entries(rosterDocuments(await makeDocument(edition, 'public')));
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
    expect(await makeDocument(3, 'public')).toMatchObject({ layout: { number: second.number } });
    expect(await page(3, 'public')).toMatch(/^<!-- second -->.*<td>DZ-004<\/td>/su);
    expect(await page(2, 'public')).not.toContain('<!-- second -->');
  });

  it('a tool that does not know it prints nothing, and puts no internal copy on record', async () => {
    const before = await desk.json('privacy', 'log');
    const { code, out, err } = await desk.liaison('roster', 'print', '3', '--copy', 'internal');
    expect([code, out, err]).toEqual([
      6,
      '',
      expect.stringContaining(
        `Edition 3 was published in layout ${String(second.number)}; this tool knows up to ${String(rosterLayouts.length)}.`,
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
      relay(second.number);
      file.close();
    }
  });
});

describe('how large a table is set, its layout says', () => {
  // Not the number of its columns: seven of a public copy, six of an internal one.
  it('on the page', async () => {
    expect(await page(3, 'public')).not.toContain('<table class="wide">');
    expect(await page(4, 'internal')).toContain('<table class="wide">');
    expect(await page(2, 'internal')).not.toContain('<table class="wide">');
  });

  it('in Word', async () => {
    expect(await sizesOf(3, 'public')).toEqual(['21']);
    expect(await sizesOf(4, 'internal')).toEqual(['18']);
    expect(await sizesOf(2, 'internal')).toEqual(['21']);
  });
});
