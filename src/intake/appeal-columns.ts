import { AppError } from '../errors.ts';
import type { Place } from '../problems.ts';
import type { Kind, Priority } from '../domain/appeal.ts';
import type { Channel } from '../domain/volume.ts';
import type { TableTerms } from './header.ts';
import type { Sheet } from './sheet.ts';
import type { TableNotes, TableRow } from './columns.ts';
import type { Column, RowValues } from './column.ts';
import { rankHeaders } from './column.ts';
import type { LifeRow } from '../domain/life.ts';
import { joinLevels, lifeColumns, makeLife } from './life-columns.ts';
import { openTable } from './columns.ts';
import { textLimits } from '../domain/text-limits.ts';
import { localDay, localTime } from '../domain/time.ts';
import { appealNumberHeaders, channelColumnHeaders, unitHeaders } from './usual-headers.ts';
import {
  parseCode,
  parseCallerPhone,
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
  /** What became of it since; absent where the row says no more than that it was received, and sent. */
  readonly life?: LifeRow;
}

function columnsFor(timeZone: string) {
  const time = timeReader(timeZone);
  return rankHeaders({
    externalNumber: {
      headers: appealNumberHeaders,
      parse: parseCode,
      isRequired: true,
    },
    receivedAt: {
      headers: [
        ...[
          'received at',
          '受理时间',
          '来电时间',
          '诉求时间',
          '登记时间',
          '留言时间',
          '创建时间',
          '提交时间',
          '反映时间',
        ],
        ...['接听时间', '受理日期', '来件时间', '接电时间', '来信时间', '建单时间'],
      ],
      parse: time,
      isRequired: true,
    },
    channel: {
      headers: [...channelColumnHeaders, '来源', '来电渠道', '反映渠道', '信息来源', '渠道来源', '受理来源'],
      parse: wordReader(channelWords),
      isRequired: true,
    },
    kind: {
      headers: [
        ...['kind', '诉求性质', '性质', '类型', '诉求类型', '诉求类别', '工单类型', '工单类别', '业务类型'],
        ...['信件类型', '留言类型', '来电类型', '工单性质'],
      ],
      parse: wordReader(kindWords),
      isRequired: true,
    },
    matter: {
      headers: ['matter', '诉求事项', '事项', '事项分类', '问题分类', '归口分类', '诉求分类', '事项名称'],
      parse: parseText,
    },
    site: {
      headers: [
        'place',
        '地点',
        '地址',
        '事发地点',
        '诉求地址',
        '事发地址',
        '发生地点',
        '发生地址',
        '诉求地点',
      ],
      parse: textReader(textLimits.line),
      isPersonal: true,
    },
    title: {
      headers: [
        ...[
          'title',
          '标题',
          '诉求标题',
          '工单标题',
          '主题',
          '留言标题',
          '问题标题',
          '诉求主题',
          '摘要',
          '事由',
        ],
      ],
      parse: textReader(textLimits.title),
      isRequired: true,
      isPersonal: true,
    },
    text: {
      headers: [
        ...[
          'text',
          '内容',
          '诉求内容',
          '工单内容',
          '问题描述',
          '反映内容',
          '来电内容',
          '留言内容',
          '诉求描述',
          '详细内容',
        ],
      ],
      parse: textReader(textLimits.text),
      isPersonal: true,
    },
    caller: {
      headers: [
        ...['caller', '诉求人', '来电人', '来电人姓名', '诉求人姓名', '市民姓名', '姓名', '反映人', '留言人'],
      ],
      parse: textReader(textLimits.caller),
      isPersonal: true,
    },
    phone: {
      headers: [
        ...[
          'phone',
          '联系电话',
          '来电号码',
          '来电电话',
          '市民电话',
          '手机号',
          '手机号码',
          '联系方式',
          '诉求人电话',
        ],
        ...['诉求人联系电话', '反映人电话'],
      ],
      parse: parseCallerPhone,
      isPersonal: true,
    },
    confidential: { headers: ['confidential', '保密', '是否保密'], parse: wordReader(yesNoWords) },
    priority: {
      headers: ['priority', '紧急程度', '缓急', '缓急程度', '紧急等级'],
      parse: wordReader(priorityWords),
    },
    unit: {
      headers: [
        ...['承办单位', '主办单位', '责任单位'],
        ...unitHeaders.filter((header) => header !== 'name'),
        '答复单位',
        '回复单位',
        '办理单位',
        '处理单位',
        '处置单位',
        '主责单位',
        '主办部门',
      ],
      parse: parseUnitWord,
    },
    sentAt: {
      headers: [
        'sent at',
        '派单时间',
        '转办时间',
        '交办时间',
        '派发时间',
        '转派时间',
        '下派时间',
        '分派时间',
      ],
      parse: time,
    },
    ...lifeColumns(time, timeZone),
  } satisfies Record<string, Column<unknown>>);
}

type AppealValues = RowValues<ReturnType<typeof columnsFor>>;

/** A sheet of appeals that is open: its rows come one by one. */
export interface AppealTable {
  /** Reads all rows that hold what an appeal needs; what is wrong with others stands in the notes. */
  readonly eachAppeal: () => Iterable<AppealRow>;
  /** Reads those on the lines that are wanted once more; nothing is noted. */
  readonly eachAgain: (isWanted: (line: number) => boolean) => Iterable<AppealRow>;
  /** Reads an appeal once more, by its line. */
  readonly readAgain: (line: number) => AppealRow | undefined;
  readonly placeOf: (line: number, column?: keyof ReturnType<typeof columnsFor>) => Place;
  readonly notes: () => TableNotes<ReturnType<typeof columnsFor>>;
}

/** Opens a sheet as one of appeals; times are local ones of the jurisdiction. Errors: those of `openTable`, `file-no-rows`. */
export function openAppeals(sheet: Sheet, timeZone: string, terms?: TableTerms): AppealTable {
  const table = openTable(sheet, columnsFor(timeZone), terms);
  if (!table.hasRows()) throw new AppError('file-no-rows', { file: sheet.file });
  return {
    eachAppeal: () => eachWhole(table.eachRow(), timeZone),
    eachAgain: (isWanted) => eachWhole(table.eachAgain(isWanted), timeZone),
    readAgain: (line) => {
      const row = table.readAgain(line);
      return row === undefined ? undefined : makeAppeal(row, timeZone);
    },
    placeOf: table.placeOf,
    notes: table.notes,
  };
}

function* eachWhole(
  rows: Iterable<TableRow<ReturnType<typeof columnsFor>>>,
  timeZone: string,
): Generator<AppealRow> {
  for (const row of rows) {
    const appeal = makeAppeal(row, timeZone);
    if (appeal !== undefined) yield appeal;
  }
}

function makeAppeal(
  { place, values: written }: TableRow<ReturnType<typeof columnsFor>>,
  timeZone: string,
): AppealRow | undefined {
  const values = inTheirOrder(written, timeZone);
  const { externalNumber, receivedAt, kind, channel, title } = values;
  if (externalNumber === undefined || receivedAt === undefined || title === undefined) return undefined;
  if (kind === undefined || channel === undefined) return undefined;
  const { site, text, caller, phone, priority, unit, sentAt } = values;
  const confidential = values.confidential === 'yes';
  const matter = values.matter ?? joinLevels(values);
  const life = makeLife(values, receivedAt);
  return {
    ...{ place, externalNumber, receivedAt, kind, channel, title, confidential },
    ...{ ...(matter === undefined ? {} : { matter }), ...(site === undefined ? {} : { site }) },
    ...{ ...(text === undefined ? {} : { text }), ...(caller === undefined ? {} : { caller }) },
    ...{
      ...(phone === undefined || phone === '' ? {} : { phone }),
      ...(priority === undefined ? {} : { priority }),
    },
    ...{ ...(unit === undefined ? {} : { unit }), ...(sentAt === undefined ? {} : { sentAt }) },
    ...(life === undefined ? {} : { life }),
  };
}

/** The times of a row in the order in which they follow each other. */
const timeColumns = ['receivedAt', 'sentAt', 'acceptedAt', 'repliedAt', 'closedAt'] as const;

/** A day without a time, which is its first minute, that follows a time of the same day was no earlier than that. */
function inTheirOrder(values: AppealValues, timeZone: string): AppealValues {
  let last = values.receivedAt ?? '';
  let moved: Record<string, string> | undefined;
  for (const column of timeColumns) {
    const at = values[column];
    if (at === undefined) continue;
    const isDayAlone = at < last && localTime(at, timeZone).endsWith('00:00');
    if (isDayAlone && localDay(at, timeZone) === localDay(last, timeZone))
      moved = { ...moved, [column]: last };
    else last = at;
  }
  return moved === undefined ? values : { ...values, ...moved };
}
