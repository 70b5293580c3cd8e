import type { Problem } from './problems.ts';

/** Nothing to say beside the code. */
type NoDetails = Readonly<Record<string, never>>;

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
 * What an error says beside its code. The sentences, in both languages, stand in the texts.
 */
export interface ErrorDetails {
  'command-unknown': { name: string; noun?: string; suggestions: readonly string[] };
  'option-unknown': { option: string; suggestions: readonly string[] };
  'option-value-missing': { option: string };
  'option-value-invalid': { option: string; value: string; allowed?: readonly string[]; example?: string };
  'option-too-long': { option: string; length: number; limit: number };
  'option-invisible': { option: string };
  'option-destroyed': { option: string };
  /** A word for nothing where something is to be named. */
  'option-nothing': { option: string; value: string };
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
  'confirmation-needed': { question: string; option?: string };
  /** Rows of such a file cannot be left out one by one. */
  'skip-bad-not-possible': { file: string };
  'rows-all-bad': { file: string; count: number };
  'answer-needed': { options: readonly string[] };

  'input-rejected': { file: string; count: number };
  'bulletin-rejected': { file: string; count: number };
  'file-empty': { file: string };
  'encoding-unknown': { file: string; row?: number; looksLike?: 'big5' };
  /** A text that was encoded twice; `before` is how the line reads as it was. */
  'encoding-twice': { file: string; row: number; before: string };
  'file-holds-nul': { file: string; row: number };
  'encoding-wrong': { file: string; encoding: string };
  'terminal-only': { command: string };
  'terminal-needed': { option: string; names: readonly string[] };
  'encoding-not-known': { encoding: string };
  'header-not-found': {
    file: string;
    wanted: readonly string[];
    found: readonly string[];
    /** Headers of the file that come nearest to the columns that are wanted. */
    nearest?: readonly { readonly header: string; readonly column: string }[];
  };
  /** Headers that hold the word of a channel and were not read: what they count would be missing. */
  'channel-unread': {
    file: string;
    headers: readonly { readonly header: string; readonly column: string }[];
  };
  'set-column-there': { file: string; column: string; header: string };
  'header-twice': { file: string; header: string; other: string; row: number };
  'header-in-doubt': { file: string; header: string; row: number };
  'map-column-unknown': { name: string; allowed: readonly string[] };
  'map-header-unknown': { file: string; header: string; found: readonly string[] };
  'commas-full-width': { file: string; row: number };
  /** A name that is no figure of a report. */
  /** The text of a bulletin without its head. */
  'bulletin-head-missing': { file: string; missing: readonly string[] };
  'bulletin-period-invalid': { file: string; value: string };
  /** A bulletin of a period that is not over, or that is published within it. */
  'bulletin-unfinished': { until: string };
  /** A text that says other figures than the period has. */
  'bulletin-faults': { file: string };
  'bulletin-no-taken': { documentNo: string; number: number };
  /** Another issue of the same period that is not said to correct it. */
  'bulletin-period-taken': { number: number };
  'bulletin-corrected-already': { number: number; by: number };
  'bulletin-other-period': { number: number; from: string; until: string };
  'bulletin-corrects-nothing': { number: number };
  'bulletin-none': NoDetails;
  'bulletin-not-found': { number: number; numbers: readonly number[] };
  /** A report narrowed to what is not there: what was named, then the codes of a category and a tier, if any. */
  'report-nothing-of': { of: readonly string[]; category: string | null; tier: string | null };
  'county-not-found': { county: string; city: string; known: readonly string[] };
  /** A row of a report that is not in it. */
  'report-row-unknown': { row: string; allowed: readonly string[] };
  'report-column-unknown': { name: string; allowed: readonly string[] };
  /** A log of hand-overs that says neither what was done nor who had an appeal. */
  'history-says-nothing': { file: string };
  'file-no-rows': { file: string };
  'file-broken': { file: string };
  /** `of` says what the file should have been, where an example of it helps. */
  'file-not-json': { file: string; row: number; column: number; of?: 'bulletin' };
  'file-exists': { file: string };
  'folder-empty': { folder: string };
  'file-too-large': { file: string; megabytes: number };
  /** A file of a kind that holds no table, `kind` by its code. */
  'file-other-kind': { file: string; kind: string };
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
  'operation-not-found': { number: number; newest: number };
  'import-not-found': { number: number; numbers: readonly number[] };
  'import-undone-already': { number: number; by: number };
  'undo-of-undo': { number: number; file: string };
  'undo-not-recorded': { number: number };
  'undo-blocked': { number: number };
  'operation-undone-already': { number: number; by: number };
  'operation-not-undoable': { number: number; command: string; instead: string | null };
  'operation-not-recorded': { number: number; command: string };
  'operation-changed-nothing': { number: number; command: string };
  'operation-elsewhere': { number: number; jurisdiction: string };
  'operation-undo-blocked': { number: number; command: string };
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
    strange: readonly string[];
    sections: readonly string[];
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
      | 'state'
      | 'voided'
      | 'return-pending'
      | 'no-return'
      | 'returned-already'
      | 'not-recallable'
      | 'recalled-already';
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
  'return-too-late': {
    number: string;
    unit: string;
    sent: string;
    until: string;
    days: number;
    dayKind: 'working' | 'calendar';
  };
  'extension-refused': {
    number: string;
    /** Code of the deadline rules; empty where none hold. */
    rules: string;
    why:
      | { readonly kind: 'none' }
      | { readonly kind: 'expired'; readonly due: string }
      | { readonly kind: 'too-often'; readonly times: number }
      | {
          readonly kind: 'too-long';
          readonly days: number;
          readonly dayKind: 'working' | 'calendar';
          readonly left: number;
        };
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
  'move-unsound': { path: string; findings: number };
  'assist-leads': { number: string; unit: string };
  'assist-not-there': { number: string; unit: string };
  'total-and-parts': { unit: string; total: number; parts: number };
  'unit-ended-before': { name: string; unit: string; until: string };
  /** A name that is a usual or former one of a unit, or another spelling of its name. */
  'unit-like': { name: string; unit: string; as: string };
  'unit-retired': { unit: string; until: string; successors: readonly string[] };
  'unit-own-successor': { unit: string };
  'appeal-linked-already': { number: string; other: string };
  'appeal-duplicate-already': { number: string; original: string };
  'appeal-not-linked': { number: string; other: string };
  'document-no-taken': { documentNo: string; number: number };
  'appeal-voided': { number: string };
  'unit-after-itself': { unit: string };
  'unit-named-so': { unit: string };
  'rename-too-early': { unit: string; on: string; since: string };
  'unit-name-not-there': { unit: string; name: string; names: readonly string[] };
  'unit-holds-appeals': { unit: string; numbers: readonly string[] };
  'external-number-twice': { externalNumber: string; number: string };
  'ruling-lead-assists': { unit: string };
  'text-personal': { field: string };
  'ruling-not-found': { number: number; there: readonly number[] };
  'ruling-there': { matter: string; ruling: number; lead: string };
  'ruling-superseded-already': { number: number; by: number };
  'ruling-of-one-appeal': { number: number };
  'study-not-found': { number: number; there: readonly number[] };
  /** No first responsible person is on record for the day of a meeting; `now` is who is today. */
  'study-leader-missing': { unit: string; on: string; now: string | null };
  'study-until-early': { on: string; until: string };
  'study-closed-already': { number: number; on: string };
  'study-close-early': { number: number; on: string; held: string };
  'matter-missing': { number: string };
  'matter-unknown': { matter: string; suggestions: readonly string[] };
  'undo-of-matters': { number: number };
  'undo-of-calendar': { number: number };
  conflict: { what: string };

  'database-locked': { path: string; seconds: number };
  /** Others wrote what was read, again and again. */
  'database-contended': { path: string };
  /** The address of a server that cannot be read, names a schema that cannot be ours, or a service that no file describes. */
  'server-address-invalid': { address: string; what: 'address' | 'schema' | 'service' };
  'server-unreachable': { path: string; reason: string };
  /** A server that lets nobody in under that name, or has no such database. */
  'server-refuses': { path: string; reason: string };
  /** What the rights of a login do not go as far as. */
  'server-forbids': { path: string; reason: string };
  'server-lost': { path: string };
  /** Somebody else was named than who has logged in on a server. */
  'actor-other': { as: string; login: string };
  /** What only a server has was asked of a file. */
  'server-only': { path: string; what: 'rights' | 'readings' };
  'role-not-found': { role: string; path: string };
  /** A role whose owner's or superuser's power no right bounds. */
  'role-unbound': { role: string; path: string };
  /** A jurisdiction that came after a server was laid out by jurisdiction. */
  'part-missing': { path: string };
  'server-unfit': { path: string; version: string; encoding: string };
  'database-foreign': { path: string };
  'database-damaged': { path: string; reason: string };
  'slips-none': { unit: string; overdue: boolean };
  'reminder-refused': { number: string; unit: null | string };
  'issuers-missing': { option: string };
  'arrangement-not-in-format': { option: string; format: string };
  'day-past': { option: string; day: string };
  'numbers-unchanged': { number: number; before: number | null };
  'print-not-arranged': { edition: number; option: string };
  'layout-newer': { edition: number; layout: number; known: number };
  'database-newer': { path: string; version: string; known: string };
  /** No engine for the file can be loaded: what each of them says, and what the machine has. */
  'system-too-old': { faults: readonly { engine: string; reason: string }[]; there: string };
  'database-on-network': { path: string; system: string };
  'field-unknown': { field: string; valid: readonly string[] };
  'config-invalid': { file: string; line: number | null; reason: string };
  'database-older': { path: string; version: string; known: string };
  'passphrase-wrong': { file: string };
  'passphrase-short': { file: string; least: number };
  'backup-locked': { file: string };
  'backup-folder-missing': { folder: string };
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
