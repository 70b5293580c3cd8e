import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { setUpDesk } from '../support/desk.ts';
import { fixtures, setUpDezhou } from '../support/seeds.ts';
import type { TestDesk } from '../support/desk.ts';
import { dumpDatabase } from '../support/dump.ts';

const file = (name: string): string => join(fixtures, 'county', name);

let desk: TestDesk;
beforeAll(async () => {
  desk = await setUpDezhou('adopted');
  await desk.json('jurisdiction', 'add', '平川县', '--code', 'PC', '--area-code', '0534');
  await desk.json('unit', 'import', file('units.csv'), '--in', 'PC');
  await desk.json('volume', 'import', file('volumes-2021.csv'), '--year', '2021', '--in', 'PC');
  await desk.json('tier', 'classify', '--year', '2021', '--in', 'PC');
  await desk.json('tier', 'adopt', '1', '--document-no', '平编〔2022〕1号', '--in', 'PC');
});

describe('a county beside its city', () => {
  it('has 10 sections, 7 names added and 12 towns, 37 posts, 66 in all', async () => {
    const run = (await desk.json('tier', 'list', '--in', 'PC')) as {
      scheme: string;
      counts: object;
      units: { name: string; volume: number; tier: string; onBound: boolean; code: string }[];
    };
    expect(run).toMatchObject({
      scheme: 'county-500-100',
      counts: { dedicated: 10, attached: 19, designated: 37, noCount: 0, total: 66, outside: 0 },
    });
    const isTown = (name: string) => /街道$|镇$|乡$/u.test(name);
    const attached = run.units.filter(({ tier }) => tier === 'attached');
    expect(attached.filter(({ name }) => isTown(name))).toHaveLength(12);
    expect(attached.filter(({ name }) => !isTown(name))).toHaveLength(7);
    expect(run.units.filter(({ onBound }) => onBound).map(({ name, volume }) => [name, volume])).toEqual([
      ['县农业农村局', 500],
      ['县司法局', 100],
    ]);
  });

  it('has the name added in a town with volume 0, by the clause on categories', async () => {
    const { out } = await desk.liaison('tier', 'explain', '梨园乡', '--in', 'PC');
    expect(out).toContain('梨园乡: attached');
    expect(out).toContain('hotline 0 + online 0 = 0');
    expect(out.replaceAll(/\s+/gu, ' ')).toContain(
      'clause on categories of county-500-100: town, whatever the volume → attached',
    );
    const { out: chinese } = await desk.liaison('tier', 'explain', '梨园乡', '--in', 'PC', '--lang', 'zh');
    expect(chinese).toContain('county-500-100 类别条款：乡镇（街道），不论办理量 → 加挂牌子');
  });

  it('stands side by side with it, with totals', async () => {
    const { out } = await desk.liaison('tier', 'list', '--all');
    expect(out).toMatchInlineSnapshot(`
      "Tiers by jurisdiction

      name    year  run  dedicated  attached  designated  total  scheme
      ──────  ────  ───  ─────────  ────────  ──────────  ─────  ──────────────
      德州市  2021    1          8        16          10     34  dezhou-2022
      平川县  2021    1         10        19          37     66  county-500-100
      total                     18        35          47    100
      "
    `);
    expect(await desk.json('tier', 'list', '--all', '--in', 'PC')).toMatchObject({
      jurisdictions: [{ code: 'PC', run: 1, counts: { total: 66 } }],
      totals: { total: 66 },
    });
  });

  it('is not written to unless it is named; the error names both', async () => {
    const before = dumpDatabase(desk.database);
    for (const command of [
      'unit add 新局',
      'tier classify --year 2021',
      'scheme use county-500-100',
      'status',
    ]) {
      const { code, err } = await desk.liaison(...command.split(' '));
      expect([code, err]).toEqual([2, expect.stringContaining('--in with one of: DZ, PC')]);
    }
    expect(dumpDatabase(desk.database)).toBe(before);
  });

  it('numbers its runs and imports by itself, and keeps its units to itself', async () => {
    const batches = (await desk.json('import', 'list', '--in', 'PC')) as { number: number }[];
    expect(batches.map(({ number }) => number)).toEqual([1, 2]);
    expect((await desk.liaison('unit', 'show', '市公安局', '--in', 'PC')).code).toBe(4);
    expect((await desk.liaison('unit', 'show', '县公安局', '--in', 'DZ')).code).toBe(4);
  });
});

describe('jurisdiction add and set', () => {
  it('puts a county under the only city, with the scheme of its level', async () => {
    expect(await desk.json('jurisdiction', 'show', 'PC')).toMatchObject({
      parent: 'DZ',
      level: 'county',
      schemeCode: 'county-500-100',
    });
  });

  it('sets issuers, recipients and the limit of units', async () => {
    const other = await setUpDezhou('init');
    expect(
      await other.json(
        'jurisdiction',
        'set',
        '--issuer',
        '甲部',
        '--issuer',
        '乙办',
        '--recipient',
        '各单位',
        '--unit-limit',
        '2',
      ),
    ).toMatchObject({ issuers: ['甲部', '乙办'], recipients: ['各单位'], unitLimit: 2, name: '德州市' });
    expect((await other.liaison('jurisdiction', 'set')).code).toBe(2);
  });

  it('refuses a code or name that is there, and a county under a county', async () => {
    const add = (...args: string[]) => desk.liaison('jurisdiction', 'add', ...args);
    expect((await add('别县', '--code', 'PC')).code).toBe(5);
    expect((await add('平川县', '--code', 'QQ')).code).toBe(5);
    expect((await add('别县', '--code', 'QQ', '--parent', 'PC')).code).toBe(5);
    expect((await add('别市', '--code', 'QQ', '--level', 'municipal', '--parent', 'DZ')).code).toBe(5);
  });
});

it('init takes every option it has', async () => {
  const desk = setUpDesk();
  const options = {
    '--level': 'county',
    '--area-code': '0534',
    '--time-zone': 'Asia/Urumqi',
    '--issuer': '中共平川县委组织部',
    '--recipient': '县直各单位',
    '--unit-limit': '4',
    '--work-hours': '9:00-12:00,14:00-18:00',
  };
  await desk.json('init', '--name', '平川县', '--code', 'PC', ...Object.entries(options).flat());
  expect(await desk.json('jurisdiction', 'list')).toMatchObject([
    {
      name: '平川县',
      code: 'PC',
      level: 'county',
      areaCode: '0534',
      timeZone: 'Asia/Urumqi',
      issuers: ['中共平川县委组织部'],
      recipients: ['县直各单位'],
      unitLimit: 4,
      workHours: '09:00-12:00,14:00-18:00',
    },
  ]);
});
