/** Something that is not as it was written, by its code, with what a person needs to find it. */
export interface CheckFinding {
  readonly code: CheckFindingCode;
  /** The appeal, run, edition, table or operation it is about. */
  readonly subject: string;
  /** What exactly: rows from and to, the field, what the engine says. */
  readonly detail: string;
}

export const findingCodes = [
  'file-damaged',
  'part-unreadable',
  'reference-lost',
  'schema-differs',
  'refusal-missing',
  'operation-missing',
  'operation-altered',
  'operation-unlinked',
  'seals-altered',
  'rows-altered',
  'rows-missing',
  'rows-unsealed',
  'succession-differs',
  'value-impossible',
  'span-broken',
  'names-clash',
  'run-altered',
  'edition-altered',
  'edition-loop',
  'bulletin-altered',
  'event-altered',
  'text-altered',
  'text-missing',
  'text-unvouched',
  'text-after-purge',
  'hops-broken',
  'standing-differs',
  'standing-impossible',
  'holder-ended',
  'field-differs',
  'holder-differs',
  'parties-differ',
  'count-differs',
  'due-differs',
  'figures-differ',
  'search-missing',
  'search-differs',
  'search-leftover',
  'file-left',
] as const;
export type CheckFindingCode = (typeof findingCodes)[number];

/** What a check looked at, and what it found. */
export interface DatabaseCheck {
  readonly findings: readonly CheckFinding[];
  /** How much was looked at, by sort. */
  readonly checked: Readonly<
    Record<'operations' | 'rows' | 'runs' | 'editions' | 'appeals' | 'events' | 'texts', number>
  >;
  /** Rows of an older version that no operation has sealed yet; the next change does. */
  readonly unsealed: number;
  /** Whether the schema was held against that of the program; on a server only its owner can. */
  readonly isSchemaCompared: boolean;
}

export type Report = (code: CheckFindingCode, subject: string | number, detail?: string | number) => void;
export type Counts = { -readonly [Sort in keyof DatabaseCheck['checked']]: number };

/** Tells how far a check is: which part is being looked at. */
export type CheckProgress = (part: CheckPart) => void;

export const checkParts = [
  'file',
  'references',
  'operations',
  'register',
  'runs',
  'editions',
  'appeals',
] as const;
export type CheckPart = (typeof checkParts)[number];
