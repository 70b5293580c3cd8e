// Headers of a column of units, whatever the file is about.
export { unitNameHeaders as unitHeaders } from '../domain/unit-headers.ts';

/** Headers of a column of channels. */
export const channelColumnHeaders = [
  'channel',
  '渠道',
  '诉求渠道',
  '受理渠道',
  '来源渠道',
  '诉求来源',
  '工单来源',
  '受理方式',
] as const;
