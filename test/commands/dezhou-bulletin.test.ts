import { expect, it } from 'vitest';
import { setUpDezhou } from '../support/seeds.ts';

interface Report {
  readonly sections: readonly {
    readonly name: string;
    readonly rows: readonly {
      readonly key: string;
      readonly cells: readonly {
        readonly name: string;
        readonly numerator: number | null;
        readonly value: string | null;
      }[];
    }[];
  }[];
}

/**
 * A July of the hotline of Dezhou as its bulletin printed it (Dezhou Daily): 54,706 received, 36,516 answered directly, 18,190 handed over, 17,529 of
 * these answered on time; 13,781 of agriculture and economy, 12,920 of urban construction, 8,198 of law and civil affairs. The appeals are made up.
 */
it('the figures of a printed bulletin come out of an import of appeals that has its counts', async () => {
  const desk = await setUpDezhou('units');
  const counts = { all: 54_706, direct: 36_516, onTime: 17_529, handed: 18_190 };
  const matters: readonly (readonly [string, number])[] = [['农业经济', 13_781], ['城建环保', 12_920], ['政法民政', 8198], ['其他', 19_807]];
  const about = matters.flatMap(([matter, count]) => Array<string>(count).fill(matter));
  const rows = Array.from({ length: counts.all }, (_, at) => {
    const day = String((at % 14) + 1).padStart(2, '0');
    const received = `2021-07-${day} 09:00`;
    const isDirect = at < counts.direct;
    const isOnTime = at < counts.direct + counts.onTime;
    // Five worked days after the 14th of July 2021 is the 21st.
    const answered = isDirect ? received : isOnTime ? `2021-07-${day} 16:00` : '2021-07-28 10:00';
    const lead = isDirect ? ['', ''] : ['市城市管理局', received];
    return [`DZ${String(at)}`, received, '热线', '求助', '来电', about[(at * 7919) % counts.all], ...lead, answered, answered, isDirect ? '直接答复' : '转办', isDirect ? '直接答复' : '已解决'].join(',');
  });
  desk.write('july.csv', ['工单编号,受理时间,渠道,诉求性质,标题,诉求事项,承办单位,派单时间,答复时间,办结时间,办理方式,办结类型', ...rows, ''].join('\n'));
  await desk.json('appeal', 'import', 'july.csv');
  const summary = (await desk.json('report', 'summary', '--period', '2021-07')) as Report;
  const rateOf = (key: string) => {
    const row = summary.sections.find(({ name }) => name === 'figures')?.rows.find((one) => one.key === key);
    return [row?.cells.find(({ name }) => name === 'count')?.numerator, row?.cells.find(({ name }) => name === 'rate')?.value];
  };
  expect(rateOf('received')[0]).toBe(counts.all);
  expect(rateOf('direct')).toEqual([36_516, '66.75']);
  expect(rateOf('handed')[0]).toBe(18_190);
  expect(rateOf('handed-on-time')).toEqual([17_529, '96.37']);
  const { sections } = (await desk.json('report', 'matters', '--period', '2021-07')) as Report;
  const shares = sections[0]?.rows.map(({ key, cells }) => [key, cells.find(({ name }) => name === 'received')?.numerator, cells.find(({ name }) => name === 'share')?.value]);
  expect(shares).toContainEqual(['农业经济', 13_781, '25.19']);
  expect(shares).toContainEqual(['城建环保', 12_920, '23.62']);
  expect(shares).toContainEqual(['政法民政', 8198, '14.99']);
}, 120_000); // prettier-ignore
