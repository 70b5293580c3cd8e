/** Questions: what can be chosen, and what is said around it. */
export const questions = {
  year: (year: number) => String(year),
  run: (number: number, year: number, units: number) =>
    `run ${String(number)} of ${String(year)}, units: ${String(units)}`,
  draft: 'draft',
  edition: (number: number) => `no. ${String(number)}`,
  batch: (number: number, kind: string, file: string, rows: number) =>
    `${String(number)}  ${kind}  ${file}  rows: ${String(rows)}`,
  operation: (number: number, what: string) => `${String(number)}  ${what}`,
  periodWords: (period: string) => period.replace('-', ' '),
  today: (day: string) => `${day}  today`,
  yesterday: (day: string) => `${day}  yesterday`,
  folder: 'folder',
  thisFolder: '(this folder as a whole)',
  folderAbove: 'the folder above',
  file: (bytes: number, day: string) => `${day}  ${String(Math.max(1, Math.round(bytes / 1024)))} KB`,
  optional: (question: string) => `${question} (may stay empty)`,
  which: 'What is to be given?',
  runIt: (line: string) => `Run it:  ${line}`,
  more: 'Now, or something more?',
  writeFile: 'write the result into a file (its ending says which form)',
  wrong: 'Change an answer?',
  change: (question: string, answer: string) => `${question}: ${answer}`,
  leave: 'leave it',
  numberNeeded: 'A whole number, such as 3.',
  goBack: 'Esc goes back one question, Ctrl-C leaves.',
};
