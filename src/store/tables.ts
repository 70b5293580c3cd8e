import type { ColumnType, Generated } from 'kysely';
import type { HopReason, Kind, State } from '../domain/appeal.ts';
import type { Action } from '../domain/appeal-event.ts';
import type { Role } from '../domain/desk.ts';
import type { DeskValues } from '../domain/desk-fields.ts';
import type { ActSort, Beginning } from '../domain/rounds.ts';
import type { Tier } from '../domain/scheme.ts';
import type { Category, NameKind, SuccessionKind } from '../domain/unit.ts';
import type { Channel, VolumeChannel } from '../domain/volume.ts';

/** A column that is written once. */
type Fixed<T> = ColumnType<T, T, never>;
/** 0 or 1. */
type Flag = number;

/** Columns of what a unit set up: its tier stands as `form`, the other fields by their names. */
type DeskColumns = Omit<DeskValues, 'tier'> & { form: Tier };

export interface Tables {
  jurisdiction: {
    id: Generated<number>;
    code: string;
    name: string;
    level: 'municipal' | 'county';
    parentId: number | null;
    timeZone: string;
    areaCode: string | null;
    usualBy: number | null;
    /** JSON list of names. */
    issuers: string;
    recipients: string;
    unitLimit: number;
    /** Working hours as they are written, `08:30-12:00,13:30-17:30`; null where nothing was said. */
    workHours: ColumnType<string | null, string | null | undefined, string | null>;
  };
  unit: {
    id: Generated<number>;
    jurisdictionId: number;
    code: string;
    name: string;
    shortName: string | null;
    category: Category;
    groupName: string | null;
    sort: number;
    parentId: number | null;
    outsideReason: string | null;
    officeLimit: number | null;
    fromDay: string | null;
    untilDay: string | null;
    /** 1 for a unit whose import was undone: it is no unit, its row stays for what refers to it. */
    undone: Generated<Flag>;
  };
  /** Which unit came of which, and how. */
  unitSuccession: {
    id: Generated<number>;
    fromUnitId: number;
    toUnitId: number;
    onDay: string;
    how: SuccessionKind;
  };
  /** An internal office (内设机构) of a unit. */
  office: {
    id: Generated<number>;
    unitId: number;
    name: string;
    nameKey: string;
    /** Day from which it is no more. */
    withdrawnOn: string | null;
  };
  unitName: {
    id: Generated<number>;
    unitId: number;
    name: string;
    /** The name as it is compared: NFKC, no spaces. */
    nameKey: string;
    kind: NameKind;
    fromDay: string | null;
    untilDay: string | null;
  };
  unitLeader: {
    id: Generated<number>;
    unitId: number;
    name: string;
    title: string | null;
    fromDay: string;
    untilDay: string | null;
  };
  /** Counts are added, never changed: the newest row of a unit, year and channel is in force. */
  volume: {
    id: Generated<number>;
    unitId: Fixed<number>;
    year: Fixed<number>;
    channel: Fixed<VolumeChannel>;
    /** Null withdraws the count before. */
    count: Fixed<number | null>;
    batchId: Fixed<number | null>;
    row: Fixed<number | null>;
    /** 1 for a count that the file gave rounded, `9.67万`. */
    rounded: ColumnType<Flag, Flag | undefined, never>;
    /** Of a count set by hand. */
    reason: ColumnType<string | null, string | undefined, never>;
    setBy: ColumnType<string | null, string | undefined, never>;
    setOn: ColumnType<string | null, string | undefined, never>;
  };
  scheme: {
    id: Generated<number>;
    /** Null for the schemes the tool brings. */
    jurisdictionId: Fixed<number | null>;
    code: Fixed<string>;
    fromVolumeYear: Fixed<number>;
    source: Fixed<string>;
    /** The whole scheme as JSON. */
    content: Fixed<string>;
  };
  /** The newest row whose year is not later than a volume year names the scheme of that year. */
  schemeUse: {
    id: Generated<number>;
    jurisdictionId: Fixed<number>;
    schemeCode: Fixed<string>;
    fromVolumeYear: Fixed<number>;
    at: Fixed<string>;
    by: Fixed<string>;
    operationId: Fixed<number>;
  };
  run: {
    id: Generated<number>;
    jurisdictionId: Fixed<number>;
    number: Fixed<number>;
    year: Fixed<number>;
    schemeCode: Fixed<string>;
    /** The scheme as it was, JSON. */
    scheme: Fixed<string>;
    unitCount: Fixed<number>;
    digest: Fixed<string>;
    at: Fixed<string>;
    by: Fixed<string>;
    operationId: Fixed<number>;
  };
  runUnit: {
    id: Generated<number>;
    runId: Fixed<number>;
    unitId: Fixed<number>;
    code: Fixed<string>;
    name: Fixed<string>;
    category: Fixed<Category>;
    groupName: Fixed<string | null>;
    sort: Fixed<number>;
    outsideReason: Fixed<string | null>;
    /** Counts and where each came from, JSON. */
    counts: Fixed<string>;
    sources: Fixed<string>;
    volume: Fixed<number | null>;
    tier: Fixed<Tier | null>;
    onBound: Fixed<Flag>;
    overrideTier: Fixed<Tier | null>;
    overrideReason: Fixed<string | null>;
    overrideDocumentNo: Fixed<string | null>;
    /** What was counted of the units it came of, JSON; null where there were none. */
    predecessors: Fixed<string | null>;
  };
  /** A run with a row here is adopted; one without is a draft. */
  runAdoption: {
    id: Generated<number>;
    runId: Fixed<number>;
    documentNo: Fixed<string>;
    on: Fixed<string>;
    supersedesRunId: Fixed<number | null>;
    reason: Fixed<string | null>;
    allowedMissing: Fixed<Flag>;
    at: Fixed<string>;
    by: Fixed<string>;
    digest: Fixed<string>;
    operationId: Fixed<number>;
  };
  desk: DeskColumns & {
    id: Generated<number>;
    unitId: number;
    fromDay: string;
    untilDay: string | null;
  };
  deskPerson: {
    id: Generated<number>;
    unitId: number;
    role: Role;
    name: string;
    post: string | null;
    phone: string | null;
    mobile: string | null;
    fromDay: string;
    untilDay: string | null;
  };
  edition: {
    id: Generated<number>;
    jurisdictionId: Fixed<number>;
    number: Fixed<number>;
    publishedOn: Fixed<string>;
    documentNo: Fixed<string>;
    issuers: Fixed<string>;
    runId: Fixed<number>;
    form: Fixed<'full' | 'changes'>;
    entryCount: Fixed<number>;
    digest: Fixed<string>;
    at: Fixed<string>;
    by: Fixed<string>;
    operationId: Fixed<number>;
    /** The edition that an edition of changes is told against. */
    baseEditionId: Fixed<number | null>;
    supersedesEditionId: Fixed<number | null>;
    reason: Fixed<string | null>;
    /** What the notice says, JSON; null in editions of an older schema. */
    notice: Fixed<string | null>;
    withGaps: Fixed<Flag>;
    /** The layout it was published with; null for the first. */
    layout: Fixed<number | null>;
  };
  /** The name an edition of an older schema prints its jurisdiction under; later ones have it in their notice. */
  editionTitle: {
    editionId: Fixed<number>;
    jurisdictionName: Fixed<string>;
  };
  /** An issue of the bulletin, with all that it prints. */
  bulletin: {
    id: Generated<number>;
    jurisdictionId: Fixed<number>;
    number: Fixed<number>;
    periodFrom: Fixed<string>;
    periodUntil: Fixed<string>;
    publishedOn: Fixed<string>;
    documentNo: Fixed<string>;
    correctsId: Fixed<number | null>;
    /** What it prints, JSON. */
    content: Fixed<string>;
    digest: Fixed<string>;
    at: Fixed<string>;
    by: Fixed<string>;
    operationId: Fixed<number>;
  };
  /** The newest row of a kind is in force; without one the text the tool brings. */
  rosterTemplate: {
    id: Generated<number>;
    jurisdictionId: Fixed<number>;
    kind: Fixed<string>;
    content: Fixed<string>;
    at: Fixed<string>;
    by: Fixed<string>;
    operationId: Fixed<number>;
  };
  /** A form that went out to a unit, to be filled in. */
  formSent: {
    id: Generated<number>;
    unitId: Fixed<number>;
    on: Fixed<string>;
    operationId: Fixed<number>;
  };
  /** Who was shown or printed personal data, of what, and why. */
  privacyLog: {
    id: Generated<number>;
    jurisdictionId: Fixed<number>;
    at: Fixed<string>;
    by: Fixed<string>;
    shown: Fixed<string>;
    subject: Fixed<string>;
    reason: Fixed<string | null>;
    operationId: Fixed<number>;
  };
  editionEntry: {
    id: Generated<number>;
    editionId: Fixed<number>;
    position: Fixed<number>;
    unitId: Fixed<number>;
    /** The roster line, JSON. */
    content: Fixed<string>;
  };
  appeal: {
    id: Generated<number>;
    jurisdictionId: number;
    year: number;
    serial: number;
    number: string;
    externalNumber: string | null;
    kind: Kind;
    channel: Channel;
    matter: string | null;
    place: string | null;
    confidential: Flag;
    receivedAt: string;
    state: State;
    outcome: string | null;
    holderId: number | null;
    dueOn: string | null;
    priority: string | null;
    /** Hand-overs that hold. */
    hopCount: ColumnType<number, number | undefined, number>;
    /** 1 while a return waits to be decided. */
    returnPending: ColumnType<Flag, Flag | undefined, Flag>;
    /** Since when it stands where it stands. */
    standingSince: string | null;
    /** Code of the deadline rules it was received under. */
    deadline: ColumnType<string | null, string | undefined, string | null>;
    /** Since when the unit that leads has had it, or has it anew; null where none has. */
    sentSince: ColumnType<string | null, string | undefined, string | null>;
    /** Day on which its personal texts were removed. */
    purgedOn: ColumnType<string | null, string | undefined, string | null>;
    /** 1 for one whose import was undone: it is no appeal, and counted nowhere; its number is not given again. */
    voided: ColumnType<Flag, Flag | undefined, Flag>;
    /** How often the work was redone: reopened, or sent back by a review. */
    reworks: ColumnType<number, number | undefined, number>;
  };
  /** One special day of a yearly notice; the newest import of a year is in force. */
  calendarDay: {
    id: Generated<number>;
    jurisdictionId: Fixed<number>;
    batchId: Fixed<number>;
    /** The year of the notice, which may hold days of the year before. */
    year: Fixed<number>;
    day: Fixed<string>;
    kind: Fixed<'off' | 'work'>;
    name: Fixed<string>;
  };
  /** Deadline rules a jurisdiction brought in, JSON; those the tool brings are not among them. */
  deadlineRules: {
    id: Generated<number>;
    jurisdictionId: Fixed<number>;
    code: Fixed<string>;
    content: Fixed<string>;
    at: Fixed<string>;
    by: Fixed<string>;
    operationId: Fixed<number>;
  };
  /** The newest row whose day is not later than the one on which an appeal was received names its rules. */
  deadlineUse: {
    id: Generated<number>;
    jurisdictionId: Fixed<number>;
    code: Fixed<string>;
    fromDay: Fixed<string>;
    at: Fixed<string>;
    by: Fixed<string>;
    operationId: Fixed<number>;
  };
  /** Which appeals an entry of the privacy log is about. */
  privacyLogAppeal: {
    id: Generated<number>;
    privacyLogId: Fixed<number>;
    appealId: Fixed<number>;
  };
  purge: {
    id: Generated<number>;
    jurisdictionId: Fixed<number>;
    beforeDay: Fixed<string>;
    on: Fixed<string>;
    at: Fixed<string>;
    by: Fixed<string>;
    operationId: Fixed<number>;
  };
  /** Whose personal texts a purge removed: those of the appeal itself and of its events up to one. */
  purgedAppeal: {
    id: Generated<number>;
    purgeId: Fixed<number>;
    appealId: Fixed<number>;
    untilSeq: Fixed<number>;
    texts: Fixed<number>;
  };
  /** Digits of a caller's phone; can be deleted, never changed. */
  appealPhone: {
    id: Generated<number>;
    appealId: Fixed<number>;
    digits: Fixed<string>;
  };
  /** Appeals of an older version whose words, phones and due day are still to be written. */
  appealPending: {
    appealId: number;
  };
  /** What an operation wrote of a sealed table; the operation's own digest covers these lines. */
  operationSeal: {
    operationId: Fixed<number>;
    tableName: Fixed<string>;
    firstId: Fixed<number>;
    lastId: Fixed<number>;
    digest: Fixed<string>;
  };
  appealEvent: {
    id: Generated<number>;
    appealId: Fixed<number>;
    seq: Fixed<number>;
    at: Fixed<string>;
    recordedAt: Fixed<string>;
    by: Fixed<string>;
    action: Fixed<Action>;
    fromUnitId: Fixed<number | null>;
    toUnitId: Fixed<number | null>;
    reason: Fixed<HopReason | null>;
    rulingId: Fixed<number | null>;
    /** What else the event says, JSON without personal data. */
    data: Fixed<string>;
    digest: Fixed<string>;
    operationId: Fixed<number>;
  };
  /** One round of work on an appeal, as its history has it; moments are seconds since 1970. */
  appealRound: {
    appealId: number;
    round: number;
    jurisdictionId: number;
    kind: Kind;
    channel: Channel;
    /** Empty where it has none. */
    matter: string;
    begun: Beginning;
    begunAt: number;
    /** `never` while it goes on. */
    overAt: number;
    isClosed: Flag;
    outcome: string | null;
    handedAt: number | null;
    answeredAt: number | null;
    dueUntil: number | null;
    isExtended: Flag;
    /** 0 for the transfer desk. */
    leadId: number;
    stays: number;
    acceptMinutes: number | null;
    replyMinutes: number | null;
    wholeMinutes: number | null;
    isAcceptedInTime: Flag | null;
  };
  /** An act that reports count, as the history of its appeal has it; moments are seconds since 1970. */
  appealAct: {
    appealId: number;
    jurisdictionId: number;
    kind: Kind;
    channel: Channel;
    /** Empty where it has none. */
    matter: string;
    sort: ActSort;
    at: number;
    /** 0 for the transfer desk. */
    unitId: number;
    /** Which act of the appeal it is. */
    number: number;
    upheldAt: number | null;
    isReached: Flag | null;
    isSolved: Flag | null;
    /** A grade, or `yes` and `no` where no more was asked. */
    satisfied: string | null;
  };
  appealParty: {
    id: Generated<number>;
    appealId: number;
    unitId: number;
    role: 'lead' | 'assist';
    /** The internal office that assists; null where the whole unit does. */
    office: string | null;
    since: string;
    until: string | null;
  };
  /** Everything a citizen or a clerk wrote of a person; can be deleted, never changed. */
  personalText: {
    id: Generated<number>;
    appealId: Fixed<number>;
    /** Null for what belongs to the appeal itself. */
    eventSeq: Fixed<number | null>;
    field: Fixed<string>;
    text: Fixed<string>;
    salt: Fixed<string>;
  };
  /** One line of a list of matters; the newest import is the list in force. */
  matter: {
    id: Generated<number>;
    jurisdictionId: Fixed<number>;
    batchId: Fixed<number>;
    groupName: Fixed<string | null>;
    name: Fixed<string>;
    nameKey: Fixed<string>;
  };
  ruling: {
    id: Generated<number>;
    jurisdictionId: Fixed<number>;
    number: Fixed<number>;
    appealId: Fixed<number | null>;
    matter: Fixed<string | null>;
    leadId: Fixed<number>;
    /** JSON list of unit ids. */
    assists: Fixed<string>;
    basis: Fixed<string>;
    on: Fixed<string>;
    until: Fixed<string | null>;
    supersedesId: Fixed<number | null>;
    /** 1 for one that holds for its matter beyond the appeal it was made on. */
    precedent: ColumnType<Flag, Flag | undefined, never>;
    at: Fixed<string>;
    by: Fixed<string>;
    digest: Fixed<string>;
    operationId: Fixed<number>;
  };
  /** A meeting that the leader of a unit held on a prominent problem, and what it decided. */
  study: {
    id: Generated<number>;
    jurisdictionId: Fixed<number>;
    number: Fixed<number>;
    unitId: Fixed<number>;
    on: Fixed<string>;
    matter: Fixed<string>;
    decision: Fixed<string>;
    until: Fixed<string>;
    /** The first responsible person of that day. */
    leaderName: Fixed<string>;
    leaderTitle: Fixed<string | null>;
    appealCount: Fixed<number>;
    at: Fixed<string>;
    by: Fixed<string>;
    digest: Fixed<string>;
    operationId: Fixed<number>;
  };
  /** Which appeals a study was about. */
  studyAppeal: {
    id: Generated<number>;
    studyId: Fixed<number>;
    appealId: Fixed<number>;
  };
  /** A study with a row here, not undone, is closed: its decision was carried out. */
  studyClose: {
    id: Generated<number>;
    studyId: Fixed<number>;
    on: Fixed<string>;
    result: Fixed<string>;
    at: Fixed<string>;
    by: Fixed<string>;
    digest: Fixed<string>;
    operationId: Fixed<number>;
  };
  batch: {
    id: Generated<number>;
    jurisdictionId: Fixed<number>;
    number: Fixed<number>;
    kind: Fixed<string>;
    file: Fixed<string>;
    sha256: Fixed<string>;
    encoding: Fixed<string>;
    tab: Fixed<string | null>;
    rows: Fixed<number>;
    /** Counts of what changed, JSON. */
    summary: Fixed<string>;
    at: Fixed<string>;
    by: Fixed<string>;
    operationId: Fixed<number>;
  };
  /** One row of the register that an import wrote: as it was before, as it was after; null where it was not there. */
  batchChange: {
    id: Generated<number>;
    batchId: Fixed<number>;
    tableName: Fixed<string>;
    rowId: Fixed<number>;
    before: Fixed<string | null>;
    after: Fixed<string | null>;
  };
  /** One row of the register that an operation wrote by hand, as `batchChange` has those of imports. */
  operationChange: {
    id: Generated<number>;
    operationId: Fixed<number>;
    tableName: Fixed<string>;
    rowId: Fixed<number>;
    before: Fixed<string | null>;
    after: Fixed<string | null>;
  };
  /** The newest row of an operation says whether it is undone, or no longer. */
  operationMark: {
    id: Generated<number>;
    operationId: Fixed<number>;
    byOperationId: Fixed<number>;
    undone: Fixed<Flag>;
  };
  /** An import with a row here was undone, by the batch that the row names. */
  batchUndo: {
    id: Generated<number>;
    batchId: Fixed<number>;
    undoBatchId: Fixed<number>;
  };
  /** How the headers of files of one shape were mapped. */
  headerMap: {
    id: Generated<number>;
    jurisdictionId: number;
    kind: string;
    /** The headers of the file as they are compared, JSON. */
    shape: string;
    /** Column by header, JSON. */
    map: string;
    at: string;
    by: string;
  };
  operation: {
    id: Fixed<number>;
    at: Fixed<string>;
    by: Fixed<string>;
    command: Fixed<string>;
    /** What was done, JSON without personal data. */
    summary: Fixed<string>;
    digest: Fixed<string>;
    previousHash: Fixed<string>;
    hash: Fixed<string>;
  };
}
