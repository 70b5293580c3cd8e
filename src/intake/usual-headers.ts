// Headers of a column of units, whatever the file is about.
export { unitNameHeaders as unitHeaders } from '../domain/unit-headers.ts';

/** Headers of a column of the numbers that appeals have in another system. */
export const appealNumberHeaders = [
  'external number',
  '工单编号',
  '工单号',
  '编号',
  '诉求编号',
  '受理编号',
  ...[
    '流水号',
    '办件编号',
    '业务编号',
    '案件编号',
    '事件编号',
    '留言编号',
    '单号',
    '件号',
    '诉求单号',
    '工单流水号',
  ],
] as const;

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
