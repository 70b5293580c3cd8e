import type { ErrorCode } from '../errors.ts';
import { isAppError } from '../errors.ts';

/** Exit codes, the same in every form of output. */
export const exitCodes = {
  done: 0,
  defect: 1,
  usage: 2,
  invalid: 3,
  'not-found': 4,
  refused: 5,
  database: 6,
  findings: 7,
  interrupted: 130,
} as const;

type Outcome = keyof typeof exitCodes;

const outcomes: Readonly<Record<ErrorCode, Outcome>> = {
  'command-unknown': 'usage',
  'option-unknown': 'usage',
  'option-value-missing': 'usage',
  'option-value-invalid': 'usage',
  'option-missing': 'usage',
  'options-conflict': 'usage',
  'argument-missing': 'usage',
  'arguments-too-many': 'usage',
  'verb-missing': 'usage',
  'format-not-offered': 'usage',
  'jurisdiction-needed': 'usage',
  'confirmation-needed': 'usage',
  'answer-needed': 'usage',
  'encoding-not-known': 'usage',

  'input-rejected': 'invalid',
  'file-empty': 'invalid',
  'encoding-unknown': 'invalid',
  'encoding-wrong': 'invalid',
  'header-not-found': 'invalid',
  'header-twice': 'invalid',
  'file-no-rows': 'invalid',
  'file-broken': 'invalid',
  'file-too-large': 'invalid',
  'file-not-a-workbook': 'invalid',
  'file-encrypted': 'invalid',
  'file-old-xls': 'invalid',
  'tab-not-found': 'not-found',
  'unit-name-ambiguous': 'invalid',
  'time-in-future': 'invalid',
  'time-out-of-order': 'invalid',
  'file-not-readable': 'invalid',
  'file-not-writable': 'invalid',

  'file-not-found': 'not-found',
  'database-not-found': 'not-found',
  'jurisdiction-not-found': 'not-found',
  'unit-not-found': 'not-found',
  'scheme-not-found': 'not-found',
  'volumes-not-found': 'not-found',
  'run-not-found': 'not-found',
  'run-none': 'not-found',
  'run-unit-not-found': 'not-found',
  'desk-not-found': 'not-found',
  'edition-not-found': 'not-found',
  'edition-none': 'not-found',
  'appeal-not-found': 'not-found',

  'database-exists': 'refused',
  'name-in-use': 'refused',
  'code-in-use': 'refused',
  'scheme-year-too-early': 'refused',
  'import-not-found': 'not-found',
  'import-undone-already': 'refused',
  'undo-of-undo': 'refused',
  'undo-of-appeals': 'refused',
  'undo-blocked': 'refused',
  'run-adopted-already': 'refused',
  'run-counts-missing': 'refused',
  'run-reason-missing': 'refused',
  'run-not-in-force': 'refused',
  'roster-blocked': 'refused',
  'appeal-held-already': 'refused',
  'appeal-circle': 'refused',
  'appeal-unit-limit': 'refused',
  'appeal-bound-by-ruling': 'refused',
  'total-and-parts': 'refused',
  'unit-retired': 'refused',
  'unit-own-successor': 'usage',
  'unit-holds-appeals': 'refused',
  'external-number-twice': 'refused',
  'ruling-lead-assists': 'refused',
  conflict: 'refused',

  'database-locked': 'database',
  'database-foreign': 'database',
  'database-damaged': 'database',
  'database-newer': 'database',
  'database-folder-missing': 'database',
  'database-read-only': 'database',
  'database-not-openable': 'database',
  'disk-full': 'database',

  interrupted: 'interrupted',
};

/** The exit code of anything that was thrown. */
export function exitCodeOf(error: unknown): number {
  return exitCodes[isAppError(error) ? outcomes[error.code] : 'defect'];
}
