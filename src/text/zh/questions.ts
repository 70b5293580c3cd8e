import type { Texts } from '../shape.ts';

export const questions: Texts['questions'] = {
  year: (year) => `${String(year)} 年`,
  run: (number, year, units) => `第 ${String(number)} 次归类（${String(year)} 年，${String(units)} 个单位）`,
  draft: '草案',
  edition: (number) => `第 ${String(number)} 期`,
  batch: (number, kind, file, rows) => `${String(number)}  ${kind}  ${file}  ${String(rows)} 行`,
  operation: (number, what) => `${String(number)}  ${what}`,
  periodWords: (period) => {
    const [year = '', rest] = period.split('-');
    if (rest === undefined) return `${year}年 全年`;
    if (rest.startsWith('Q')) return `${year}年第${'一二三四'[Number(rest.slice(1)) - 1] ?? ''}季度`;
    return `${year}年${String(Number(rest))}月`;
  },
  today: (day) => `${day}  今天`,
  yesterday: (day) => `${day}  昨天`,
  folder: '文件夹',
  passphrase: '口令',
  passphraseAgain: '再输入一次口令',
  passphraseShort: (least) => `至少 ${String(least)} 个字符。`,
  passphraseDiffers: '两次输入不一致。',
  thisFolder: '（整个文件夹）',
  folderAbove: '上一级文件夹',
  file: (bytes, day) => `${day}  ${String(Math.max(1, Math.round(bytes / 1024)))} KB`,
  optional: (question) => `${question}（可留空）`,
  which: '请选择要填写的项',
  runIt: (line) => `执行：  ${line}`,
  more: '现在执行，还是再加选项？',
  writeFile: '把结果写入文件（格式由扩展名决定）',
  wrong: '要修改哪一项？',
  change: (question, answer) => `${question}：${answer}`,
  leave: '不改了',
  numberNeeded: '请填写整数，如 3。',
  meant: (name, what) => `${what}（${name}）？`,
  whichMeant: (typed) => `没有命令“${typed}”。是指哪一个？`,
  noneOfThem: '都不是',
  found: (words, count) => `与“${words}”有关的命令：${String(count)} 个`,
  goBack: 'Esc 返回上一项，Ctrl-C 退出。',
};
