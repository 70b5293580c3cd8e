import { n } from '../numbers.ts';
import type { Texts } from '../shape.ts';

export const labels: Texts['labels'] = {
  error: '错误：',
  hint: '提示：',
  next: '下一步：',
  defect: '本工具出现缺陷。尚未写入的内容均未写入。',
  defectHint: '请保留以上文字，连同所用命令一并反馈。',
  problemTimes: (count, others) => `（共 ${n(count)} 处${others === '' ? '' : `，另见 ${others}`}）`,
  moreValues: (kinds, count, values) => `…… 另有 ${n(kinds)} 种，共 ${n(count)} 行：${values}`,
  moreProblems: (count) => `…… 另有问题 ${String(count)} 处（用 --json 查看全部）`,
  doneBefore: (command, operation) =>
    operation === null
      ? `此前已完成：${command}。`
      : `此前已完成：${command}，第 ${String(operation)} 号操作。`,
  replaceFile: (file) => `${file} 已存在，是否替换？`,
  readOnly: (file) => `${file} 或其所在目录不可写：以下为现有内容，不能改动。`,
  begunBefore: (file) => `${file} 此前新建到一半便中断，现已重新新建。`,
  written: (file) => `已写入：${file}`,
  migrated: (file) => `数据库已升级。升级前的文件保存在：${file}`,
  fill: { file: '文件', documentNo: '文号', unit: '单位' },
  header: (headers) => headers.find((one) => /\p{Script=Han}/u.test(one)) ?? headers[0] ?? '',
  answerNeeded: '此项必填。',
  yes: '是',
  no: '否',
  documentNoBrought: (typed, official) => `文号“${typed}”已写为“${official}”。`,
  none: '—',
  howToChoose: '↑/↓ 选择或键入部分文字，回车确认；Esc 返回',
  howToChooseOrLeave: '↑/↓ 选择或键入部分文字，回车确认；Esc 返回，q 退出',
  howToChooseSeveral: '↑/↓ 移动，空格选中或取消，回车结束；Esc 返回',
  howToSayYes: '←/→ 或 y/n，回车确认',
  moreChoices: (count) => `共 ${String(count)} 项，键入部分文字可缩小范围`,
  noSuchChoice: (typed) => `没有与“${typed}”相符的项。`,
  list: (items) => items.join('，'),
  clauses: (items) => items.join('；'),
  said: (what, text) => `${what}：${text}`,
  remark: (word, remark) => `${word}（${remark}）`,
};
