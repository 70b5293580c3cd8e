import { describe, expect, it } from 'vitest';
import { setUpDezhou } from '../support/seeds.ts';

interface Show {
  readonly name: string;
  readonly names: readonly { name: string; kind: string; from: string | null; until: string | null }[];
  readonly predecessors: readonly { name: string; volumes: { year: number; counts: object }[] }[];
}

const log = ['appeal', 'log', '--kind', 'request', '--channel', 'hotline', '--title', '路灯', '--to'];

describe('unit rename', () => {
  it('keeps the old name with its days, and leads to the unit by it', async () => {
    const desk = await setUpDezhou('adopted');
    await desk.json('unit', 'rename', '市文化和旅游局', '市文旅广电局', '--on', '2022-03-01');
    const shown = (await desk.json('unit', 'show', '市文化和旅游局')) as Show;
    expect(shown.name).toBe('市文旅广电局');
    expect(shown.names).toContainEqual({
      name: '市文化和旅游局',
      kind: 'former',
      from: null,
      until: '2022-03-01',
    });
    expect(shown.names).toContainEqual({
      name: '市文旅广电局',
      kind: 'official',
      from: '2022-03-01',
      until: null,
    });
    expect(await desk.json('tier', 'list', '--run', '1')).not.toMatchObject([{ name: '市文旅广电局' }]);
    const { out } = await desk.liaison('unit', 'show', 'DZ-017');
    expect(out).toMatch(/former name +市文化和旅游局 \(until 2022-03-01\)/u);
  });

  it('refuses a name that another unit has, and a day to come', async () => {
    const desk = await setUpDezhou('units');
    expect((await desk.liaison('unit', 'rename', '市公安局', '市司法局')).code).toBe(5);
    expect((await desk.liaison('unit', 'rename', '市公安局', '新局', '--on', '2031-01-01')).err).toContain(
      '2031-01-01',
    );
  });

  it('prints the name of the day in the roster', async () => {
    const desk = await setUpDezhou('desks');
    await desk.json('unit', 'rename', '市公安局', '市公安总局');
    await desk.json('roster', 'publish', '--document-no', 'x');
    const { out } = await desk.liaison('roster', 'print', '--format', 'csv');
    expect(out).toContain('市公安总局');
    expect(out).not.toContain('市公安局');
  });
});

describe('unit set', () => {
  it('sets what is said, says it from what to what, and nothing a second time', async () => {
    const desk = await setUpDezhou('units');
    const args = [
      'unit',
      'set',
      '市公安局',
      '--leader',
      '周某甲',
      '--group',
      '政法',
      '--category',
      'institution',
    ];
    const { out } = await desk.liaison(...args);
    expect(out).toContain('first responsible person: 金某乙 → 周某甲');
    expect(out).toContain('category: department → institution');
    expect((await desk.liaison(...args)).out).toContain('Nothing has changed');
    expect(await desk.json('unit', 'show', '市公安局')).toMatchObject({
      group: '政法',
      category: 'institution',
      leader: { name: '周某甲' },
    });
    await desk.json('unit', 'set', '市公安局', '--outside', '不受理');
    expect(await desk.json('unit', 'show', '市公安局')).toMatchObject({ outsideReason: '不受理' });
    await desk.json('unit', 'set', '市公安局', '--in-scheme');
    expect(await desk.json('unit', 'show', '市公安局')).toMatchObject({ outsideReason: null });
    expect((await desk.liaison('unit', 'set', '市公安局')).code).toBe(2);
  });
});

describe('unit merge', () => {
  it('ends the units, finds their counts, and takes their open appeals over without a new visit', async () => {
    const desk = await setUpDezhou('desks');
    await desk.json(...log, '市司法局');
    await desk.json('appeal', 'transfer', '2022-000001', '--to', '市文化和旅游局', '--reason', 'wrong-unit');
    const merged = await desk.json(
      'unit',
      'merge',
      '市文化和旅游局',
      '市水利局',
      '--into',
      '市农业农村局',
      '--on',
      '2022-03-01',
    );
    expect(merged).toMatchObject({ on: '2022-03-01', moved: ['2022-000001'], waiting: [] });
    expect(await desk.json('appeal', 'show', '2022-000001')).toMatchObject({
      holder: '市农业农村局',
    });
    const shown = (await desk.json('unit', 'show', '市农业农村局')) as Show;
    expect(shown.predecessors.map((one) => [one.name, one.volumes.length])).toEqual([
      ['市文化和旅游局', 1],
      ['市水利局', 1],
    ]);
    // A successor counts as its predecessor: the appeal cannot come back to what 市文化和旅游局 went into.
    await desk.json('appeal', 'transfer', '2022-000001', '--to', '市商务局', '--reason', 'other');
    const back = await desk.liaison(
      'appeal',
      'transfer',
      '2022-000001',
      '--to',
      '市农业农村局',
      '--reason',
      'other',
    );
    expect(back.code).toBe(5);
    expect(back.err).toContain('市文化和旅游局');
    const gone = await desk.liaison(
      'appeal',
      'transfer',
      '2022-000001',
      '--to',
      '市水利局',
      '--reason',
      'other',
    );
    expect(gone.err).toContain('It went into: 市农业农村局');
    const findings = (await desk.liaison('desk', 'check')).out;
    expect(findings).not.toContain('市水利局');
  });

  it('takes no counts for a year after a unit ended, and names who has them', async () => {
    const desk = await setUpDezhou('units');
    await desk.json('unit', 'merge', '市水利局', '--into', '市农业农村局', '--on', '2020-03-01');
    desk.write('v.csv', '单位,年度,热线\n市水利局,2020,5\n市水利局,2021,5\n');
    const { code, err } = await desk.liaison('volume', 'import', 'v.csv');
    expect(code).toBe(3);
    expect(err).toContain('“市水利局” ended on 2020-03-01. It went into: 市农业农村局.');
    expect(err).toContain('v.csv:3');
    expect(err).not.toContain('v.csv:2');
    desk.write('d.csv', '单位,电话,设置形式\n市水利局,0534-2100999,指定岗位\n');
    expect((await desk.liaison('desk', 'import', 'd.csv')).err).toContain('ended on 2020-03-01');
  });
});

describe('unit split and retire', () => {
  it('leaves the appeals to be handed to the part that answers, as its own visit', async () => {
    const desk = await setUpDezhou('units');
    await desk.json('unit', 'add', '市园林局');
    await desk.json('unit', 'add', '市环卫局');
    await desk.json(...log, '市城市管理局');
    const split = await desk.json('unit', 'split', '市城市管理局', '--into', '市园林局', '市环卫局');
    expect(split).toMatchObject({ ended: [{ name: '市城市管理局' }], waiting: ['2022-000001'] });
    expect(
      await desk.json('appeal', 'transfer', '2022-000001', '--to', '市园林局', '--reason', 'other'),
    ).toMatchObject({
      hop: 1,
    });
    const sibling = await desk.liaison(
      'appeal',
      'transfer',
      '2022-000001',
      '--to',
      '市环卫局',
      '--reason',
      'other',
    );
    expect(sibling.code).toBe(5);
  });

  it('goes on with the part that stays', async () => {
    const desk = await setUpDezhou('units');
    await desk.json('unit', 'add', '市园林局');
    expect(
      await desk.json('unit', 'split', '市城市管理局', '--into', '市城市管理局', '市园林局'),
    ).toMatchObject({
      ended: [],
      waiting: [],
    });
    expect(await desk.json('unit', 'show', '市园林局')).toMatchObject({
      cameOf: [{ name: '市城市管理局', how: 'split', on: '2022-04-08' }],
    });
  });

  it('ends a unit that holds nothing', async () => {
    const desk = await setUpDezhou('units');
    const { out } = await desk.liaison('unit', 'retire', '市水利局', '--reason', '机构改革');
    expect(out).toContain('Ended on 2022-04-08: 市水利局');
    expect((await desk.liaison('unit', 'retire', '市水利局', '--reason', 'x')).code).toBe(5);
  });
});
