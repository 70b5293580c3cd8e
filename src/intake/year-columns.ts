import type { VolumeChannel } from '../domain/volume.ts';
import { earliestYear, latestYear, volumeChannels } from '../domain/volume.ts';
import { headerKey, listCandidates } from './header.ts';
import type { Sheet } from './sheet.ts';

/** Headers of the column of each channel. */
export const channelHeaders: Readonly<Record<VolumeChannel, readonly string[]>> = {
  hotline: [
    'hotline',
    '热线',
    '热线办理量',
    '热线件数',
    '热线办件量',
    '12345热线',
    '12345',
    '热线电话',
    '12345热线办理量',
  ],
  online: [
    'online',
    '网办',
    '网办件数',
    '网上办理量',
    '网办办理量',
    '网办办件量',
    '网上',
    '网上办理',
    '网络',
    '网上办件量',
  ],
  letter: ['letter', '来信', '来信件数', '来信办理量', '信件'],
  visit: ['visit', '来访', '来访件数', '来访办理量', '走访'],
  other: ['other', '其他', '其他件数', '其他渠道', '其它'],
  total: [
    'total',
    '合计',
    '年办理量',
    '年办件量',
    '总计',
    '总量',
    '总数',
    '总件数',
    '合计件数',
    '办理总量',
    '总办理量',
    '共计',
  ],
};

/** Headers that say no more than "count". */
export const countHeaders = ['count', '件数', '数量', '办理量', '办理件数', '办件量', '办件数'];

/** A column that holds the counts of one year: `2021年`, `2021年热线`, `热线/2021`. */
export interface YearColumn {
  readonly year: number;
  readonly channel: VolumeChannel;
  readonly headers: readonly string[];
}

/** Finds columns that are named after a year, with or without a channel. */
export function findYearColumns(sheet: Sheet): Map<string, YearColumn> {
  const channels = new Map<string, VolumeChannel>(
    volumeChannels.flatMap((channel) =>
      channelHeaders[channel].map((name) => [headerKey(name), channel] as const),
    ),
  );
  for (const word of ['', ...countHeaders]) channels.set(headerKey(word), 'total');
  const found = new Map<string, YearColumn>();
  for (const { row } of listCandidates(sheet)) {
    for (const cell of row.cells) {
      const plain = headerKey(cell).replace('/', '');
      const match = /^(?<year>\d{4})年?度?(?<rest>\D*)$|^(?<before>\D*)(?<late>\d{4})年?度?$/u.exec(
        plain,
      )?.groups;
      const year = Number(match?.['year'] ?? match?.['late']);
      const channel = channels.get(match?.['rest'] ?? match?.['before'] ?? '');
      if (match === undefined || channel === undefined || year < earliestYear || year > latestYear) continue;
      const key = `${String(year)}.${channel}`;
      const there = found.get(key)?.headers ?? [];
      found.set(key, { year, channel, headers: [...there, cell] });
    }
  }
  return found;
}
