import { n } from '../numbers.ts';
/** Short words around results, errors and questions. */
export const labels = {
  error: 'error:',
  hint: 'hint:',
  next: 'next:',
  defect: 'The tool has a defect. Nothing that was not yet written has been written.',
  defectHint: 'Keep this text and report it with the command you typed.',
  problemTimes: (count: number, others: string) =>
    `(${n(count)} times${others === '' ? '' : `; also ${others}`})`,
  moreValues: (kinds: number, count: number, values: string) =>
    `… and ${n(kinds)} more of these, ${n(count)} rows: ${values}`,
  moreProblems: (count: number) => `… and more problems: ${String(count)} (all of them with --json)`,
  doneBefore: (command: string, operation: number | null) =>
    operation === null
      ? `Done before that: ${command}.`
      : `Done before that: ${command}, operation ${String(operation)}.`,
  replaceFile: (file: string) => `${file} is there already. Replace it?`,
  readOnly: (file: string) =>
    `${file} or its folder cannot be written: this is what it holds now, and nothing can be changed.`,
  begunBefore: (file: string) => `${file} was begun earlier and never finished; it has been made anew.`,
  written: (file: string) => `Written: ${file}`,
  migrated: (file: string) => `The database was brought up to date. The one before is kept: ${file}`,
  /** What stands in a command for what a person is to put there. */
  fill: { file: 'FILE', documentNo: 'NO', unit: 'UNIT' },
  /** Of the headers of a column the one that a list is written with; an import knows it in either language. */
  header: (headers: readonly string[]) =>
    headers.find((one) => !/\p{Script=Han}/u.test(one)) ?? headers[0] ?? '',
  answerNeeded: 'An answer is needed.',
  yes: 'Yes',
  no: 'No',
  documentNoBrought: (typed: string, official: string) => `Document number ${typed} is written ${official}.`,
  none: '—',
  howToChoose: '↑/↓ or type part of it, Enter; Esc goes back',
  howToChooseOrLeave: '↑/↓ or type part of it, Enter; Esc goes back, q leaves',
  howToChooseSeveral: '↑/↓, space takes one in or out, Enter ends; Esc goes back',
  howToSayYes: '←/→ or y/n, Enter',
  moreChoices: (count: number) => `${String(count)} in all: type part of it`,
  noSuchChoice: (typed: string) => `Nothing answers to “${typed}”.`,
  list: (items: readonly string[]) => items.join(', '),
  clauses: (items: readonly string[]) => items.join('; '),
  said: (what: string, text: string) => `${what}: ${text}`,
  remark: (word: string, remark: string) => `${word} (${remark})`,
};
