/** Headers of a column of units, whatever the file is about. */
export const unitHeaders = [
  'name',
  '单位名称',
  '名称',
  '单位',
  '承办单位',
  '部门',
  'unit',
  'department',
  '主办单位',
  '承办部门',
  '责任单位',
  '部门名称',
  '承办单位名称',
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
