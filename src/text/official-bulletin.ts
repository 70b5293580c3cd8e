/** Words of a bulletin (工作通报) beside its own text; it is made in Chinese, whatever the language of who makes it. */
export const bulletinWords = {
  issue: (number: number, documentNo: string, day: string) =>
    `第 ${String(number)} 期\u3000${documentNo}\u3000${day}`,
  text: '正文',
  annex: '统计表和指标口径',
  table: (report: string, table: string) => (report === table ? report : `${report}：${table}`),
  corrects: (number: number, documentNo: string) =>
    `现对第${String(number)}期通报（${documentNo}）更正如下，其余内容以本期为准：`,
  correction: (cell: string, before: string, after: string) => {
    if (before === '') return `增加：${after}`;
    if (after === '') return `删去：${before}`;
    return cell === '正文' ? `原文：${before}更正为：${after}` : `“${cell}”由“${before}”更正为“${after}”。`;
  },
} as const;
