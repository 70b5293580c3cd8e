import type { State } from './domain/appeal.ts';
import type { LifeTime } from './domain/life.ts';

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

/**
 * What a problem in a file is about, by its code; the sentence stands in the texts.
 */
export interface ProblemDetails {
  'value-missing': { column: string };
  'value-not-allowed': { column: string; value: string; allowed: readonly string[] };
  'count-not-a-number': { column: string; value: string };
  'count-scientific': { column: string; value: string };
  'count-marked': { column: string; value: string };
  'count-several': { column: string; value: string };
  'code-not-exact': { column: string; value: string };
  'name-not-valid': { column: string; value: string };
  'count-rounded': { column: string; value: string };
  'percentage-not-valid': { column: string; value: string };
  'line-not-figures': { value: string };
  'count-negative': { column: string; value: string };
  'count-fraction': { column: string; value: string };
  'count-too-large': { column: string; value: string };
  'year-not-valid': { column: string; value: string };
  'day-not-valid': { column: string; value: string };
  'time-not-valid': { column: string; value: string };
  'time-serial': { column: string; value: string };
  'time-order': { column: string; value: string };
  'day-too-early': { column: string; value: string };
  'phone-not-valid': { column: string; value: string };
  'phone-zero-lost': { column: string; value: string };
  'phones-run-together': { column: string; value: string };
  'text-destroyed': { column: string; value: string };
  'text-too-long': { column: string; length: number; limit: number };
  /** What spreadsheets have in place of a value; `value` is what a person sees. */
  'cell-not-computed': { column: string; value: string };
  'cell-error': { column: string; value: string };
  'cell-no-day': { column: string; value: string };
  'cell-day': { column: string; value: string };
  'cell-truth': { column: string; value: string };
  'count-day': { column: string; value: string };
  'cells-too-many': { expected: number; found: number };
  'quote-not-closed': NoDetails;
  'cells-merged': { range: string };
  'total-row-differs': { label: string; column: string; stated: number; sum: number };
  'unit-unknown': { name: string; suggestions: readonly string[] };
  'unit-ambiguous': { name: string; matches: readonly string[] };
  'code-and-name-differ': { unitCode: string; unit: string; name: string };
  'desk-form-missing': { name: string };
  /** The later of two times is before the earlier, or after the time of now. */
  'times-not-in-order': { earlier: LifeTime | 'now'; later: LifeTime };
  'life-without-unit': NoDetails;
  /** A line of a log says that a unit acted which did not lead the appeal; null for the transfer desk. */
  'history-gap': { unit: string | null; holder: string | null };
  'history-no-target': NoDetails;
  'appeal-not-known': { number: string };
  /** The status of a row says less than its times. */
  'status-behind-times': { state: State; reached: State };
  'time-too-early': { earliest: string };
  'number-personal': { column: string };
  'unit-twice': { name: string; first: Place };
  'code-twice': { unitCode: string; first: Place };
  'name-twice': { name: string; first: Place };
  'row-maybe-heading': { name: string };
  'name-taken': { name: string; unit: string };
  /** A name that is a usual or former one of a unit, or another spelling of its name: it may be the same body. */
  'unit-like': { name: string; unit: string; as: string };
  'volume-empty': { name: string };
  /** `recorded` are the counts on record that the file disagrees with; none where it disagrees with itself. */
  'total-disagrees': {
    name: string;
    total: number;
    parts: number;
    recorded: readonly { readonly channel: string; readonly count: number }[];
  };
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
  'bulletin-cell-unknown': { name: string; suggestions: readonly string[] };
  'bulletin-cell-differs': { name: string; said: string; is: string };
  'bulletin-own-figure': { value: string };
  'bulletin-other-way': { value: string };
  'bulletin-brace-broken': NoDetails;
  'undo-later-import': { number: number };
  'undo-changed-since': { unit: string };
  'undo-later-operation': { operation: number; command: string };
  'undo-run-adopted': { run: number };
  'undo-later-run': { run: number };
  'undo-ruling-superseded': { ruling: number; by: number };
  'undo-ruling-followed': { ruling: number; numbers: readonly string[] };
  'undo-ruling-there': { matter: string };
  'undo-study-closed': { study: number };
  'undo-study-gone': { study: number };
  'undo-rules-applied': { code: string; numbers: readonly string[] };
  'undo-name-taken': { name: string; units: readonly string[] };
  'undo-unit-holds': { unit: string; numbers: readonly string[] };
  'undo-appeals-touched': { numbers: readonly string[] };
  'undo-appeals-studied': { numbers: readonly number[] };
  'undo-appeals-corrected': { count: number };
  'undo-unit-in-use': {
    unit: string;
    counts: number;
    desks: number;
    offices: number;
    subordinates: number;
    appeals: number;
    rulings: number;
    studies: number;
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
