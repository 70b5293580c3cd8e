/** Nothing to say beside the code. */
type NoDetails = Readonly<Record<string, never>>;

/** A place in a file a person can find: its line, or the cell of a spreadsheet. */
export interface Place {
  readonly file: string;
  readonly row?: number;
  readonly column?: number;
  /** Name of the cell in a spreadsheet, `C17`. */
  readonly cell?: string;
  /** Tab of the spreadsheet. */
  readonly tab?: string;
  /** Where it stands in a JSON file, `bands[1].lower`. */
  readonly path?: string;
}

/** What keeps a unit out of a roster, as an error shows it. */
export interface BlockingFinding {
  readonly unit: string;
  readonly code: string;
  readonly value: string | null;
  readonly expected: string | null;
  readonly other: string | null;
}

/** One stop of an appeal's chain as an error shows it. */
export interface ChainStop {
  readonly hop: number;
  readonly from: string | undefined;
  readonly to: string;
  readonly on: string;
  readonly by: string;
  /** Whole days spent there; absent for the stop where it is. */
  readonly days?: number;
}

/**
 * What a problem in a file is about, by its code; the sentence stands in the texts.
 */
export interface ProblemDetails {
  'value-missing': { column: string };
  'value-not-allowed': { column: string; value: string; allowed: readonly string[] };
  'count-not-a-number': { column: string; value: string };
  'count-scientific': { column: string; value: string };
  'count-rounded': { column: string; value: string };
  'count-negative': { column: string; value: string };
  'count-fraction': { column: string; value: string };
  'count-too-large': { column: string; value: string };
  'year-not-valid': { column: string; value: string };
  'day-not-valid': { column: string; value: string };
  'time-not-valid': { column: string; value: string };
  'phone-not-valid': { column: string; value: string };
  'phones-run-together': { column: string; value: string };
  'text-destroyed': { column: string; value: string };
  'text-too-long': { column: string; length: number; limit: number };
  /** What spreadsheets have in place of a value; `value` is what a person sees. */
  'cell-not-computed': { column: string; value: string };
  'cell-error': { column: string; value: string };
  'cell-no-day': { column: string; value: string };
  'cell-day': { column: string; value: string };
  'cells-too-many': { expected: number; found: number };
  'quote-not-closed': NoDetails;
  'cells-merged': { range: string };
  'total-row-differs': { label: string; column: string; stated: number; sum: number };
  'unit-unknown': { name: string; suggestions: readonly string[] };
  'unit-ambiguous': { name: string; matches: readonly string[] };
  'code-and-name-differ': { unitCode: string; unit: string; name: string };
  'desk-form-missing': { name: string };
  'times-not-in-order': NoDetails;
  'time-too-early': { earliest: string };
  'number-personal': { column: string };
  'unit-twice': { name: string; first: Place };
  'code-twice': { unitCode: string; first: Place };
  'name-twice': { name: string; first: Place };
  'name-taken': { name: string; unit: string };
  'volume-empty': { name: string };
  'total-disagrees': { name: string; total: number; parts: number };
  'unit-ended': { name: string; until: string; successors: readonly string[] };
  'unit-ended-before': { name: string; unit: string; until: string };
  'years-differ': { year: number; asked: number };
  /** A file that could not be read, as its own error says. */
  'file-not-read': { code: string; details: unknown };
  'bands-missing': NoDetails;
  'band-empty': { tier: string };
  'band-twice': { tier: string };
  'bands-out-of-order': { tier: string; above: string };
  'bands-overlap': { tier: string; above: string; from: number; to: number | null };
  'bands-gap': { tier: string; above: string; from: number; to: number };
  'band-not-open': { tier: string; from: number };
  'zero-missing': { tier: string; to: number };
  'category-not-covered': { category: string };
  'bound-not-valid': { value: string };
  'field-missing': { field: string };
  'field-unknown': { field: string };
  'day-in-future': { name: string; value: string };
  'field-not-valid': { field: string; value: string; allowed: readonly string[] };
  'rules-case-missing': { kind: string; channel: string; priority: string };
  'calendar-span-wrong': { from: string; until: string; longest: number };
  'calendar-day-twice': { day: string; first: Place };
  'calendar-day-as-usual': { day: string; kind: 'off' | 'work' };
  'calendar-day-other-year': { day: string; year: number };
  'undo-later-import': { number: number };
  'undo-changed-since': { unit: string };
  'undo-unit-in-use': {
    unit: string;
    counts: number;
    desks: number;
    offices: number;
    subordinates: number;
    appeals: number;
    rulings: number;
    editions: number;
    successions: number;
  };
}

export type ProblemCode = keyof ProblemDetails;

/** Something wrong at one place of the input. */
export type Problem = {
  [Code in ProblemCode]: {
    readonly code: Code;
    readonly place?: Place;
    readonly details: ProblemDetails[Code];
  };
}[ProblemCode];

/**
 * What an error says beside its code. The sentences, in both languages, stand in the texts.
 */
export interface ErrorDetails {
  'command-unknown': { name: string; noun?: string; suggestions: readonly string[] };
  'option-unknown': { option: string; suggestions: readonly string[] };
  'option-value-missing': { option: string };
  'option-value-invalid': { option: string; value: string; allowed?: readonly string[]; example?: string };
  'option-too-long': { option: string; length: number; limit: number };
  'option-invisible': { option: string };
  'database-altered': { path: string; findings: number };
  'option-missing': { options: readonly string[] };
  /** Fields that an operation lacks; the terminal says by which options they are given. */
  'value-missing': { fields: readonly string[] };
  'value-invalid': { field: string; value: string; allowed?: readonly string[]; example?: string };
  'value-too-long': { field: string; length: number; limit: number };
  'options-conflict': { one: string; other: string };
  'argument-missing': { argument: string };
  'arguments-too-many': { arguments: readonly string[] };
  'verb-missing': { noun: string };
  'format-not-offered': { format: string; offered: readonly string[] };
  'jurisdiction-needed': { codes: readonly string[] };
  'confirmation-needed': { question: string };
  'answer-needed': { options: readonly string[] };

  'input-rejected': { file: string; count: number };
  'file-empty': { file: string };
  'encoding-unknown': { file: string };
  'encoding-wrong': { file: string; encoding: string };
  'terminal-needed': { option: string; names: readonly string[] };
  'encoding-not-known': { encoding: string };
  'header-not-found': { file: string; wanted: readonly string[]; found: readonly string[] };
  'header-twice': { file: string; header: string; row: number };
  'header-in-doubt': { file: string; header: string; row: number };
  'map-column-unknown': { name: string; allowed: readonly string[] };
  'map-header-unknown': { file: string; header: string; found: readonly string[] };
  'commas-full-width': { file: string; row: number };
  'file-no-rows': { file: string };
  'file-broken': { file: string };
  'file-not-json': { file: string; row: number; column: number };
  'file-exists': { file: string };
  'folder-empty': { folder: string };
  'file-too-large': { file: string; megabytes: number };
  'file-not-a-workbook': { file: string };
  'file-encrypted': { file: string };
  'file-old-xls': { file: string };
  'tabs-in-doubt': { file: string; tabs: readonly string[] };
  'tab-not-found': { file: string; tab: string; tabs: readonly string[] };
  'unit-name-ambiguous': { name: string; matches: readonly string[] };
  'time-in-future': { time: string };
  'time-out-of-order': { time: string; last: string };

  'file-not-found': { file: string };
  'file-not-readable': { file: string; reason: string };
  'file-not-writable': {
    file: string;
    why: 'no-rights' | 'name-too-long' | 'disk-full' | 'read-only' | 'not-a-folder' | 'other';
    /** What the system says, where we have no word for it. */
    reason: string;
  };
  'output-folder-missing': { file: string; folder: string };
  'output-refused': {
    file: string;
    why: 'database' | 'beside' | 'input' | 'not-a-file' | 'not-readable' | 'draft';
  };
  /** What was asked for is done; only its result could not be written out. */
  'output-failed': {
    file: string | null;
    why: ErrorDetails['file-not-writable']['why'];
    reason: string;
    changes: readonly { readonly operation: number | null; readonly command: string }[];
  };
  'working-folder-gone': NoDetails;
  'clock-behind': { now: string; newest: string };
  'time-too-early': { time: string; earliest: string };
  'database-half-made': { path: string };
  'database-not-found': { path: string };
  'jurisdiction-not-found': { code: string; codes: readonly string[] };
  'unit-not-found': { name: string; suggestions: readonly string[] };
  'scheme-not-found': { code: string; codes: readonly string[] };
  'volumes-not-found': { year: number; years: readonly number[] };
  'run-not-found': { number: number; numbers: readonly number[] };
  'run-none': { year: number | undefined };
  'run-unit-not-found': { unit: string; run: number };
  'desk-not-found': { unit: string };
  'edition-not-found': { number: number; numbers: readonly number[] };
  'edition-none': NoDetails;
  'desk-nobody': { wanted: string; suggestions: readonly string[] };
  'appeal-not-found': { number: string };

  'database-exists': { path: string };
  'name-in-use': { name: string; unit: string };
  'code-in-use': { unitCode: string; unit: string };
  'jurisdiction-taken': { name: string };
  'parent-not-a-city': { parent: string };
  'scheme-invalid': { code: string };
  'scheme-code-taken': { code: string; free: string };
  'scheme-year-too-early': { code: string; from: number; year: number };
  'import-not-found': { number: number; numbers: readonly number[] };
  'import-undone-already': { number: number; by: number };
  'undo-of-undo': { number: number; file: string };
  'undo-of-appeals': { number: number };
  'undo-not-recorded': { number: number };
  'undo-blocked': { number: number };
  'run-adopted-already': { number: number };
  'run-counts-missing': { number: number; units: readonly string[] };
  'run-reason-missing': { number: number; inForce: number };
  'override-outside': { unit: string; scheme: string };
  'override-none': { unit: string; run: number };
  'run-not-in-force': { year: number | undefined };
  'roster-blocked': { findings: readonly BlockingFinding[]; units: readonly string[] };
  'roster-unchanged': { number: number };
  'edition-out-of-order': { on: string; number: number; last: string };
  'desk-day-too-early': { unit: string; on: string; since: string };
  'edition-superseded-already': { number: number; by: number };
  'template-invalid': {
    file: string;
    missing: readonly string[];
    unknown: readonly string[];
    allowed: readonly string[];
  };
  'appeal-held-already': { number: string; unit: string };
  'appeal-circle': { number: string; unit: string; chain: readonly ChainStop[] };
  'appeal-unit-limit': { number: string; unit: string; limit: number; chain: readonly ChainStop[] };
  'appeal-bound-by-ruling': { number: string; unit: string; ruling: number };
  'appeal-verb-refused': {
    number: string;
    verb: string;
    state: string;
    why:
      'state' | 'return-pending' | 'no-return' | 'returned-already' | 'not-recallable' | 'recalled-already';
    allowed: readonly string[];
  };
  'appeal-outcome-refused': {
    number: string;
    outcome: string;
    state: string;
    allowed: readonly string[];
  };
  'appeal-duplicate-of-none': { number: string };
  'appeal-linked-to-itself': { number: string };
  'appeal-changed': {
    number: string;
    action: string;
    by: string;
    on: string;
    holder: string | null;
  };
  'appeal-not-held': { number: string; expected: string; holder: string | null; by: string; on: string };
  'appeal-nothing-corrected': { number: string };
  'recall-too-late': { number: string; unit: string; sent: string; until: string };
  'return-too-late': { number: string; unit: string; sent: string; until: string; days: number };
  'extension-refused': {
    number: string;
    /** Code of the deadline rules; empty where none hold. */
    rules: string;
    why:
      | { readonly kind: 'none' }
      | { readonly kind: 'expired'; readonly due: string }
      | { readonly kind: 'too-often'; readonly times: number }
      | { readonly kind: 'too-long'; readonly days: number; readonly left: number };
  };
  'calendar-missing': { year: number };
  'calendar-year-unclear': { file: string; years: readonly number[] };
  'deadline-not-found': { code: string; codes: readonly string[] };
  'deadline-code-taken': { code: string };
  'deadline-invalid': { file: string };
  'deadline-none': { number: string };
  'appeal-purged': { number: string; on: string };
  'search-empty': NoDetails;
  'purge-day-too-late': { before: string };
  'restore-unsound': { file: string; findings: number };
  'assist-leads': { number: string; unit: string };
  'assist-not-there': { number: string; unit: string };
  'total-and-parts': { unit: string; total: number; parts: number };
  'unit-ended-before': { name: string; unit: string; until: string };
  'unit-retired': { unit: string; until: string; successors: readonly string[] };
  'unit-own-successor': { unit: string };
  'unit-holds-appeals': { unit: string; numbers: readonly string[] };
  'external-number-twice': { externalNumber: string; number: string };
  'ruling-lead-assists': { unit: string };
  'text-personal': { field: string };
  'ruling-not-found': { number: number; there: readonly number[] };
  'ruling-there': { matter: string; ruling: number; lead: string };
  'ruling-superseded-already': { number: number; by: number };
  'ruling-of-one-appeal': { number: number };
  'matter-missing': { number: string };
  'matter-unknown': { matter: string; suggestions: readonly string[] };
  'undo-of-matters': { number: number };
  'undo-of-calendar': { number: number };
  conflict: { what: string };

  'database-locked': { path: string; seconds: number };
  'database-foreign': { path: string };
  'database-damaged': { path: string; reason: string };
  'layout-newer': { edition: number; layout: number; known: number };
  'database-newer': { path: string; version: string; known: string };
  'database-folder-missing': { path: string; folder: string };
  'database-read-only': { path: string };
  'database-not-openable': { path: string; reason: string };
  'disk-full': { path: string };

  interrupted: NoDetails;
}

export type ErrorCode = keyof ErrorDetails;

/**
 * An error a person can do something about. Anything else that is thrown is a defect of the tool.
 * The message is for developers; what people read is made from code and details by the texts.
 */
export class AppError<Code extends ErrorCode = ErrorCode> extends Error {
  readonly code: Code;
  readonly details: ErrorDetails[Code];
  readonly problems: readonly Problem[];

  constructor(
    code: Code,
    details: ErrorDetails[Code],
    more: { problems?: readonly Problem[]; cause?: unknown } = {},
  ) {
    super(`${code} ${JSON.stringify(details)}`, more.cause === undefined ? undefined : { cause: more.cause });
    this.name = 'AppError';
    this.code = code;
    this.details = details;
    this.problems = more.problems ?? [];
  }
}

/** Whether something thrown is an error for people. */
export function isAppError(error: unknown): error is AppError {
  return error instanceof AppError;
}

/**
 * Whether something thrown is the fault of the program's own files or of the system beneath it, and so tells nothing of a database:
 * a module that is not there, or one that may not be read.
 */
export function isProgramFault(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return 'syscall' in error || ('code' in error && error.code === 'ERR_MODULE_NOT_FOUND');
}
