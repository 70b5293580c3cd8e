import { copyDatabase } from '../support/test-server.ts';
import { describe, expect, it } from 'vitest';
import { setUpDesk } from '../support/desk.ts';
import { dumpDatabase } from '../support/dump.ts';
import { setUpDezhou } from '../support/seeds.ts';

const make = ['scheme', 'new', '--source', '德编〔2023〕2号', '--from-volume-year', '2021'];

describe('scheme new', () => {
  it('makes a scheme of its bounds, the rest designated down to zero', async () => {
    const desk = await setUpDezhou('init');
    const { code, out } = await desk.liaison(
      ...make,
      '--dedicated',
      '500+',
      '--attached',
      '超过100件',
      '--category',
      '乡镇=加挂牌子',
    );
    expect(code).toBe(0);
    expect(out).toMatchInlineSnapshot(`
      "Added the scheme dz-2021.

      dz-2021

      source              德编〔2023〕2号
      from volume year    2021
      channels counted    hotline + online
      categories covered  department, town, enterprise, institution

      no  appeals a year            tier                      as written
      ──  ────────────────────────  ────────────────────────  ────────────────────────
       1  500 and more              dedicated (a separate     --dedicated 500+
                                    mass work section)
       2  more than 100, less than  attached (the name added  --attached over:100
          500                       to an existing office)
       3  up to 100                 designated (a designated  --designated 0+
                                    post)
          town, whatever the        attached                  --category town=attached
          volume
      "
    `);
  });

  it('refuses bounds that are not sound, and says which band', async () => {
    const desk = await setUpDezhou('init');
    const before = dumpDatabase(desk.database);
    const { code, err } = await desk.liaison(...make, '--dedicated', '50+', '--attached', '100+');
    expect(code).toBe(3);
    expect(err).toContain('attached does not lie below dedicated');
    expect((await desk.liaison(...make, '--dedicated', '1000')).code).toBe(2);
    expect(dumpDatabase(desk.database)).toBe(before);
  });

  it('never changes a scheme: another of the same code is refused, the same one is there already', async () => {
    const desk = await setUpDezhou('init');
    await desk.json(...make, '--code', 'x', '--dedicated', '500+');
    const before = dumpDatabase(desk.database);
    const { code, err } = await desk.liaison(...make, '--code', 'x', '--dedicated', '600+');
    expect([code, err]).toEqual([5, expect.stringContaining('--code x-2')]);
    expect(await desk.json(...make, '--code', 'x', '--dedicated', '500+')).toMatchObject({ isNew: false });
    expect(dumpDatabase(desk.database)).toBe(before);
  });
});

describe('scheme import', () => {
  it('takes what scheme show writes, and bounds as people type them', async () => {
    const desk = await setUpDezhou('init');
    await desk.liaison('scheme', 'show', 'county-500-100', '--json', '-o', 'county.json');
    expect(await desk.json('scheme', 'import', 'county.json')).toMatchObject({ isNew: false });
    const typed = {
      source: 'S',
      fromVolumeYear: 2022,
      bands: [
        { tier: 'dedicated', lower: 'over:800' },
        { tier: 'designated', lower: '0+', upper: 'upto:800' },
      ],
    };
    desk.write('typed.json', `\uFEFF${JSON.stringify(typed)}`);
    expect(await desk.json('scheme', 'import', 'typed.json')).toMatchObject({
      code: 'dz-2022',
      channels: ['hotline', 'online'],
      bands: [
        { tier: 'dedicated', lower: { number: 800, included: false }, upper: null },
        { tier: 'designated', lower: { number: 0, included: true }, upper: { number: 800, included: true } },
      ],
    });
  });

  it('names the place of what is wrong', async () => {
    const desk = await setUpDezhou('init');
    desk.write('bad.json', '{\n  "source": "x",\n  "bands": [,]\n}');
    const broken = await desk.liaison('scheme', 'import', 'bad.json');
    expect([broken.code, broken.err]).toEqual([3, expect.stringContaining('line 3')]);
    desk.write(
      'wrong.json',
      JSON.stringify({
        fromVolumeYear: '2022',
        channels: ['hotline', 'radio'],
        bands: [
          { tier: 'dedicated', lower: '1000' },
          { tier: 'top', lower: '0+' },
        ],
      }),
    );
    const { code, err } = await desk.liaison('scheme', 'import', 'wrong.json');
    expect(code).toBe(3);
    expect(err).toMatchInlineSnapshot(`
      "error: The scheme wrong.json is not valid. Nothing was written.
        wrong.json source “source” is missing.
        wrong.json fromVolumeYear “fromVolumeYear”: "2022" is not possible.
        wrong.json channels[1] “channels[1]”: "radio" is not possible. Allowed:
          hotline, online, letter, visit, other.
        wrong.json bands[0].lower "1000" is not a bound. For example: "1000+" (1000
          included), "over:1000" (1000 not included).
        wrong.json bands[1].tier “bands[1].tier”: "top" is not possible. Allowed:
          dedicated, attached, designated.
      hint: Bounds are written 1000+ (1000 included) or over:1000 (1000 not included),
      from the highest tier to the lowest.
      "
    `);
    desk.write('misspelt.json', '{ "source": "x", "fromVolumeYear": 2022, "bnads": [] }');
    expect((await desk.liaison('scheme', 'import', 'misspelt.json')).err).toContain('“bnads” is not known');
    desk.write(
      'gap.json',
      JSON.stringify({ source: 'S', fromVolumeYear: 2022, bands: [{ tier: 'dedicated', lower: '500+' }] }),
    );
    expect((await desk.liaison('scheme', 'import', 'gap.json', '--lang', 'zh')).err).toContain(
      '0 至 499不属任何一档',
    );
  });
});

describe('scheme use', () => {
  it('holds from its year on, the decision made last first; adopted runs stay', async () => {
    const desk = await setUpDezhou('adopted');
    await desk.json(...make, '--code', 'strict', '--dedicated', '500+', '--attached', '10+');
    await desk.json('scheme', 'use', 'strict', '--from', '2022');
    expect(await desk.json('tier', 'classify', '--year', '2021')).toMatchObject({
      run: 1,
      scheme: 'dezhou-2022',
    });
    await desk.json('scheme', 'use', 'strict', '--from', '2021');
    expect(await desk.json('tier', 'classify', '--year', '2021')).toMatchObject({ run: 2, scheme: 'strict' });
    expect(await desk.json('tier', 'list', '--run', '1')).toMatchObject({
      scheme: 'dezhou-2022',
      state: 'adopted',
    });
    expect((await desk.liaison('scheme', 'use', 'strict', '--from', '2020')).code).toBe(5);
    const { out } = await desk.liaison('scheme', 'list');
    expect(out).toContain('in use from');
  });
});

describe('tier simulate', () => {
  it('says what other bounds would change and writes nothing', async () => {
    const desk = await setUpDezhou('adopted');
    const before = dumpDatabase(desk.database);
    const { out } = await desk.liaison('tier', 'simulate', '--dedicated', 'over:800', '--attached', '40+');
    expect(out).toMatchInlineSnapshot(`
      "Tried on run 1 of 2021

      dedicated: more than 800; attached: 40 and more, up to 800; designated: less
      than 40
      dedicated 8 → 11, attached 16 → 18, designated 10 → 5, total 34 → 34
      raised 8, same 26

      change  code    unit            volume  tier
      ──────  ──────  ──────────────  ──────  ─────────────────────
      raised  DZ-001  市委宣传部          42  designated → attached
      raised  DZ-002  市委政法委员会      50  designated → attached
      raised  DZ-003  市教育局           910  attached → dedicated
      raised  DZ-007  市财政局            49  designated → attached
      raised  DZ-010  市生态环境局       891  attached → dedicated
      raised  DZ-024  市体育局            48  designated → attached
      raised  DZ-026  市医疗保障局      1000  attached → dedicated
      raised  DZ-029  市残疾人联合会      49  designated → attached

      Dry run: nothing was written.
      "
    `);
    expect(await desk.json('tier', 'simulate', '--scheme', 'county-500-100')).toMatchObject({
      run: 1,
      simulated: { code: 'county-500-100' },
      simulatedCounts: { total: 34 },
    });
    expect((await desk.liaison('tier', 'simulate', '--attached', '2000+')).code).toBe(3);
    expect((await desk.liaison('tier', 'simulate')).code).toBe(2);
    expect(dumpDatabase(desk.database)).toBe(before);
  });

  it('gives what a run under that scheme would give', async () => {
    const desk = await setUpDezhou('draft');
    const tried = (await desk.json('tier', 'simulate', '--scheme', 'county-500-100')) as {
      simulatedCounts: object;
    };
    const run = (await desk.json('tier', 'classify', '--year', '2021', '--scheme', 'county-500-100')) as {
      counts: object;
    };
    expect(tried.simulatedCounts).toEqual(run.counts);
  });
});

it('a run repeated on a copy of the database gives the same digest', async () => {
  const desk = await setUpDezhou('volumes');
  const copy = setUpDesk();
  copyDatabase(desk.database, copy.database);
  copy.setTime('2023-05-01T00:00:00Z');
  const [first, second] = [desk, copy].map((one) => one.json('tier', 'classify', '--year', '2021'));
  const digestOf = async (run: Promise<unknown> | undefined) => ((await run) as { digest: string }).digest;
  expect(await digestOf(first)).toBe(await digestOf(second));
});
