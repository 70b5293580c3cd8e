import { AppError } from '../errors.ts';
import type { Place } from '../problems.ts';
import type { Kind, Priority } from '../domain/appeal.ts';
import type { Channel } from '../domain/volume.ts';
import type { TableTerms } from './header.ts';
import type { Sheet } from './sheet.ts';
import type { TableNotes, TableRow } from './columns.ts';
import type { Column } from './column.ts';
import { openTable } from './columns.ts';
import { textLimits } from '../domain/text-limits.ts';
import { channelColumnHeaders, unitHeaders } from './usual-headers.ts';
import {
  parseCode,
  parsePhoneList,
  parseText,
  parseUnitWord,
  textReader,
  timeReader,
  wordReader,
} from './values.ts';
import { channelWords, kindWords, priorityWords, yesNoWords } from '../domain/input-words.ts';

/** An appeal as a file gives it. */
export interface AppealRow {
  readonly place: Place;
  readonly externalNumber: string;
  readonly receivedAt: string;
  readonly kind: Kind;
  readonly channel: Channel;
  readonly matter?: string;
  /** Where it happened. */
  readonly site?: string;
  readonly title: string;
  readonly text?: string;
  readonly caller?: string;
  readonly phone?: string;
  readonly confidential: boolean;
  readonly priority?: Priority;
  /** The unit it was handed to, and when. */
  readonly unit?: string;
  readonly sentAt?: string;
}

function columnsFor(timeZone: string) {
  const time = timeReader(timeZone);
  return {
    externalNumber: {
      headers: ['external number', '工单编号', '工单号', '编号', '诉求编号', '受理编号', '流水号'],
      parse: parseCode,
      isRequired: true,
    },
    receivedAt: {
      headers: ['received at', '受理时间', '来电时间', '诉求时间', '登记时间'],
      parse: time,
      isRequired: true,
    },
    channel: {
      headers: [...channelColumnHeaders, '来源'],
      parse: wordReader(channelWords),
      isRequired: true,
    },
    kind: {
      headers: ['kind', '诉求性质', '性质', '类型', '诉求类型', '诉求类别', '工单类型'],
      parse: wordReader(kindWords),
      isRequired: true,
    },
    matter: { headers: ['matter', '诉求事项', '事项'], parse: parseText },
    site: {
      headers: ['place', '地点', '地址', '事发地点', '诉求地址'],
      parse: textReader(textLimits.line),
      isPersonal: true,
    },
    title: {
      headers: ['title', '标题', '诉求标题', '工单标题', '主题'],
      parse: textReader(textLimits.title),
      isRequired: true,
      isPersonal: true,
    },
    text: {
      headers: ['text', '内容', '诉求内容', '工单内容', '问题描述'],
      parse: textReader(textLimits.text),
      isPersonal: true,
    },
    caller: {
      headers: ['caller', '诉求人', '来电人', '来电人姓名', '诉求人姓名'],
      parse: textReader(textLimits.caller),
      isPersonal: true,
    },
    phone: {
      headers: ['phone', '联系电话', '来电号码', '来电电话'],
      parse: parsePhoneList,
      isPersonal: true,
    },
    confidential: { headers: ['confidential', '保密', '是否保密'], parse: wordReader(yesNoWords) },
    priority: { headers: ['priority', '紧急程度', '缓急'], parse: wordReader(priorityWords) },
    unit: { headers: unitHeaders.filter((header) => header !== 'name'), parse: parseUnitWord },
    sentAt: { headers: ['sent at', '派单时间', '转办时间', '交办时间'], parse: time },
  } satisfies Record<string, Column<unknown>>;
}

/** A sheet of appeals that is open: its rows come one by one. */
export interface AppealTable {
  /** Reads all rows that hold what an appeal needs; what is wrong with others stands in the notes. */
  readonly eachAppeal: () => Iterable<AppealRow>;
  /** Reads those on the lines that are wanted once more; nothing is noted. */
  readonly eachAgain: (isWanted: (line: number) => boolean) => Iterable<AppealRow>;
  /** Reads an appeal once more, by its line. */
  readonly readAgain: (line: number) => AppealRow | undefined;
  readonly placeOf: (line: number, column?: 'unit' | 'externalNumber' | 'receivedAt') => Place;
  readonly notes: () => TableNotes<ReturnType<typeof columnsFor>>;
}

/** Opens a sheet as one of appeals; times are local ones of the jurisdiction. Errors: those of `openTable`, `file-no-rows`. */
export function openAppeals(sheet: Sheet, timeZone: string, terms?: TableTerms): AppealTable {
  const table = openTable(sheet, columnsFor(timeZone), terms);
  if (!table.hasRows()) throw new AppError('file-no-rows', { file: sheet.file });
  return {
    eachAppeal: () => eachWhole(table.eachRow()),
    eachAgain: (isWanted) => eachWhole(table.eachAgain(isWanted)),
    readAgain: (line) => {
      const row = table.readAgain(line);
      return row === undefined ? undefined : makeAppeal(row);
    },
    placeOf: table.placeOf,
    notes: table.notes,
  };
}

function* eachWhole(rows: Iterable<TableRow<ReturnType<typeof columnsFor>>>): Generator<AppealRow> {
  for (const row of rows) {
    const appeal = makeAppeal(row);
    if (appeal !== undefined) yield appeal;
  }
}

function makeAppeal({ place, values }: TableRow<ReturnType<typeof columnsFor>>): AppealRow | undefined {
  const { externalNumber, receivedAt, kind, channel, title, confidential, ...rest } = values;
  if (externalNumber === undefined || receivedAt === undefined || title === undefined) return undefined;
  if (kind === undefined || channel === undefined) return undefined;
  const isConfidential = confidential === 'yes';
  return { ...rest, place, externalNumber, receivedAt, kind, channel, title, confidential: isConfidential };
}
