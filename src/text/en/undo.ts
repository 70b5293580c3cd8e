import { n } from '../numbers.ts';

/** What `undo` says. */
export const undoViews = {
  title: (number: number, command: string, by: string, at: string) =>
    `Undo of operation ${n(number)}: ${command}, by ${by}, ${at}`,
  back: (numbers: string) => `Go back to where they were: appeals ${numbers}`,
  stay: (numbers: string) => `Stay where they are, for something was done on them since: appeals ${numbers}`,
  runsStay: (runs: string) => `Classified since, and sealed as they are: runs ${runs}`,
  editionsStay: (editions: string) => `Published since, and printed as they are: editions ${editions}`,
  importsLook: (imports: string) =>
    `Counts that came in since may have gone by these names. To be looked at: imports ${imports}`,
  runGone: (run: number) => `Run ${n(run)} is a draft no longer.`,
  runAgain: (run: number) => `Run ${n(run)} is a draft again.`,
  rulingGone: (ruling: number) => `Ruling ${n(ruling)} holds no longer.`,
  rulingAgain: (ruling: number) => `Ruling ${n(ruling)} holds again.`,
  studyGone: (study: number) => `Study ${n(study)} is on record no longer.`,
  studyAgain: (study: number) => `Study ${n(study)} is on record again.`,
  studyOpenAgain: (study: number) => `Study ${n(study)} is open again.`,
  studyClosedAgain: (study: number) => `Study ${n(study)} is closed again.`,
  schemeGone: (code: string, from: number) => `Scheme ${code} is in use from ${n(from)} no longer.`,
  schemeAgain: (code: string, from: number) => `Scheme ${code} is in use from ${n(from)} again.`,
  rulesGone: (code: string, from: string) => `Deadline rules ${code} are in use from ${from} no longer.`,
  rulesAgain: (code: string, from: string) => `Deadline rules ${code} are in use from ${from} again.`,
  confirm: (number: number) => `Undo operation ${n(number)} as shown?`,
  done: (number: number, operation: number) =>
    `Operation ${n(number)} is undone, as operation ${n(operation)}. That can be undone too.`,
};
