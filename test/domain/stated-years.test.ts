import { describe, expect, it } from 'vitest';
import { findStatedTime, findTimeDoubts } from '../../src/domain/stated-years.ts';

describe('what a title says of its time', () => {
  it.each([
    ['2021年度群众诉求办理量统计表', [2021], undefined],
    ['２０２１年办理情况', [2021], undefined],
    ['2019—2021年办理量', [2019, 2020, 2021], undefined],
    ['2019年至2021年办理量', [2019, 2020, 2021], undefined],
    ['2021年（1—12月）办理量', [2021], undefined],
    ['2021年1-11月办理量', [2021], '1-11月'],
    ['2021年1月至11月', [2021], '1月至11月'],
    ['2021年上半年', [2021], '上半年'],
    ['2021年第三季度', [2021], '第三季度'],
    ['截至2021年11月', [2021], '截至2021年11月'],
    ['2021年11月办理情况', [2021], '11月'],
    ['填报日期：2022年1月5日', [], undefined],
    ['制表时间：2022年1月', [], undefined],
    ['2022-01-05', [], undefined],
    ['volumes-2021.csv', [], undefined],
    ['单位办理量', [], undefined],
  ] as const)('%s', (text, years, part) => {
    expect(findStatedTime(text)).toEqual({ years, part });
  });
});

describe('what speaks against a year', () => {
  const doubts = (file: { titles?: string[]; tab?: string; name?: string }, ...years: number[]) =>
    findTimeDoubts({ titles: file.titles ?? [], tab: file.tab, name: file.name ?? 'f.xlsx' }, years).map(
      ({ kind, where }) => `${kind} ${where}`,
    );

  it.each([
    [{ titles: ['2021年度办理量'] }, [2021], []],
    [{ titles: ['2020年度办理量'] }, [2021], ['other-year title']],
    [{ titles: ['2021年1—11月'] }, [2021], ['part-of-year title']],
    [{ tab: '2020年' }, [2021], ['other-year tab']],
    [{ tab: '2020' }, [2021], ['other-year tab']],
    [{ tab: 'Sheet1', name: '2020年办理量.xlsx' }, [2021], ['other-year file']],
    // What stands nearer to the counts is believed.
    [{ titles: ['2021年度办理量'], name: '2022年报送.xlsx' }, [2021], []],
    [{ titles: ['2021年度办理量'], tab: '2020年' }, [2021], ['other-year tab']],
    [{ titles: ['2019—2021年'] }, [2019, 2020, 2021], []],
    [{ titles: ['办理量', '填报日期：2022年1月5日'] }, [2021], []],
  ] as const)('%j for %j', (file, years, expected) => {
    expect(doubts(file as { titles?: string[] }, ...years)).toEqual(expected);
  });
});
