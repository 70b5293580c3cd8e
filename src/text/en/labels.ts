/** Short words around results, errors and questions. */
export const labels = {
  error: 'error:',
  hint: 'hint:',
  next: 'next:',
  defect: 'The tool has a defect. Nothing that was not yet written has been written.',
  defectHint: 'Keep this text and report it with the command you typed.',
  moreProblems: (count: number) => `… and more problems: ${String(count)} (all of them with --json)`,
  written: (file: string) => `Written: ${file}`,
  migrated: (file: string) => `The database was brought up to date. The one before is kept: ${file}`,
  answerNeeded: 'An answer is needed.',
  nothing: 'Nothing to show.',
  yes: 'Yes',
  no: 'No',
  none: '—',
  list: (items: readonly string[]) => items.join(', '),
  clauses: (items: readonly string[]) => items.join('; '),
  remark: (word: string, remark: string) => `${word} (${remark})`,
};
