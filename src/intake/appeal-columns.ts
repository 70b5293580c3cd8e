import { AppError } from '../errors.ts';
import type { Place } from '../problems.ts';
import type { Kind, Priority } from '../domain/appeal.ts';
import type { Channel } from '../domain/volume.ts';
import type { TableTerms } from './header.ts';
import type { Sheet } from './sheet.ts';
import type { TableNotes, TableRow } from './columns.ts';
import type { Column, Parse, RowValues } from './column.ts';
import type { LifeRow } from '../domain/life.ts';
import { tellsMore } from '../domain/life.ts';
import type { Satisfaction } from '../domain/satisfaction.ts';
import { openTable } from './columns.ts';
import { textLimits } from '../domain/text-limits.ts';
import { appealNumberHeaders, channelColumnHeaders, unitHeaders } from './usual-headers.ts';
import {
  endReader,
  parseCode,
  parseCount,
  parsePhoneList,
  parseText,
  parseUnitWord,
  textReader,
  timeReader,
  wordReader,
} from './values.ts';
import {
  channelWords,
  extendedWords,
  handlingWords,
  kindWords,
  outcomeWords,
  priorityWords,
  ratingWords,
  reachedWords,
  solvedWords,
  stateWords,
  yesNoWords,
} from '../domain/input-words.ts';

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

/** The levels of a matter, the widest first. */
const matterLevels = ['matterGroup', 'matterSecond', 'matterThird'] as const;

/** Columns that tell what became of an appeal. */
function lifeColumns(time: Parse<string>, timeZone: string) {
  const levels = ['一级', '二级', '三级'].map((level) => [
    ...['分类', '事项', '类别', '诉求事项', '诉求分类', '分类名称'].map((name) => `${level}${name}`),
    ...['诉求事项', '分类', '事项'].map((name) => `${name}(${level})`),
  ]);
  const [first = [], second = [], third = []] = levels;
  return {
    matterGroup: { headers: ['matter level 1', ...first], parse: parseText },
    matterSecond: { headers: ['matter level 2', ...second], parse: parseText },
    matterThird: { headers: ['matter level 3', ...third], parse: parseText },
    acceptedAt: {
      headers: ['accepted at', '签收时间', '接单时间', '接收时间', '签收日期'],
      parse: time,
    },
    dueAt: {
      headers: [
        ...['due at', '截止时间', '截止日期', '办结期限', '办理期限', '办理时限', '到期时间', '到期日期'],
        ...['应办结时间', '要求办结时间', '要求答复时间', '应答复时间'],
      ],
      parse: endReader(timeZone),
    },
    repliedAt: {
      headers: ['replied at', '答复时间', '回复时间', '反馈时间', '答复日期', '回复日期'],
      parse: time,
    },
    reply: {
      headers: [
        ...['reply', '答复内容', '回复内容', '办理结果', '处理结果', '反馈内容', '办理情况', '处理情况'],
        ...['答复意见', '回复意见', '办理意见'],
      ],
      parse: textReader(textLimits.text),
      isPersonal: true,
    },
    closedAt: {
      headers: ['closed at', '办结时间', '办结日期', '结案时间', '归档时间', '完成时间'],
      parse: time,
    },
    outcome: {
      headers: ['outcome', '办结类型', '办结结果', '办理结论', '结案类型', '结案方式'],
      parse: wordReader(outcomeWords),
    },
    handling: {
      headers: ['handling', '办理方式', '处理方式', '处置方式'],
      parse: wordReader(handlingWords),
    },
    assists: { headers: ['assists', '协办单位', '协办', '会办单位'], parse: parseText },
    extended: { headers: ['extended', '是否延期', '延期'], parse: wordReader(extendedWords) },
    returned: { headers: ['returned', '退回次数', '退单次数', '退件次数', '退办次数'], parse: parseCount },
    redone: { headers: ['redone', '重办次数', '返工次数', '重新办理次数'], parse: parseCount },
    calledBackAt: { headers: ['called back at', '回访时间', '回访日期'], parse: time },
    reached: { headers: ['reached', '是否接通', '回访结果', '回访情况'], parse: wordReader(reachedWords) },
    solved: { headers: ['solved', '是否解决', '解决情况', '诉求是否解决'], parse: wordReader(solvedWords) },
    satisfiedWithResult: {
      headers: [
        ...['satisfied with result', '满意度', '是否满意', '结果满意度', '办理结果满意度', '对结果满意度'],
        ...['满意度(对结果)', '满意度(结果)', '对办理结果是否满意', '满意度(办理结果)'],
      ],
      parse: wordReader(ratingWords),
    },
    satisfiedWithService: {
      headers: [
        ...['satisfied with service', '服务满意度', '对服务满意度', '服务态度满意度', '满意度(对服务)'],
        ...['满意度(服务)', '对服务是否满意', '满意度(服务态度)'],
      ],
      parse: wordReader(ratingWords),
    },
    complaint: {
      headers: ['reason of dissatisfaction', '不满意原因', '不满意理由'],
      parse: textReader(textLimits.text),
      isPersonal: true,
    },
    state: {
      headers: ['status', '状态', '办理状态', '工单状态', '当前状态', '办件状态', '诉求状态'],
      parse: wordReader(stateWords),
    },
  } satisfies Record<string, Column<unknown>>;
}

function columnsFor(timeZone: string) {
  const time = timeReader(timeZone);
  return {
    externalNumber: {
      headers: appealNumberHeaders,
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
    unit: {
      headers: [...unitHeaders.filter((header) => header !== 'name'), '答复单位', '回复单位'],
      parse: parseUnitWord,
    },
    sentAt: { headers: ['sent at', '派单时间', '转办时间', '交办时间'], parse: time },
    ...lifeColumns(time, timeZone),
  } satisfies Record<string, Column<unknown>>;
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
    ...{ ...(phone === undefined ? {} : { phone }), ...(priority === undefined ? {} : { priority }) },
    ...{ ...(unit === undefined ? {} : { unit }), ...(sentAt === undefined ? {} : { sentAt }) },
    ...(life === undefined ? {} : { life }),
  };
}

/** The matter with what it stands under: `城市管理/占道经营/夜间摊点`. */
function joinLevels(values: Readonly<Partial<Record<string, unknown>>>): string | undefined {
  const levels = matterLevels.map((level) => values[level]).filter((level) => typeof level === 'string');
  return levels.length === 0 ? undefined : levels.join('/');
}

/** What a row tells of its appeal after the receipt; undefined where that is no more than that it was sent. */
function makeLife(values: AppealValues, receivedAt: string): LifeRow | undefined {
  const { sentAt, acceptedAt, dueAt, repliedAt, reply, closedAt, outcome, handling, assists } = values;
  const { returned, redone, calledBackAt, complaint, state } = values;
  const life: LifeRow = {
    ...{ receivedAt, sentAt, acceptedAt, repliedAt, reply, closedAt, outcome, assists, calledBackAt },
    ...{ complaint, state },
    ...(dueAt === undefined ? {} : { dueAt }),
    ...(handling === undefined ? {} : { handling }),
    ...(values.extended === undefined ? {} : { extended: values.extended === 'yes' }),
    ...(returned === undefined ? {} : { returned }),
    ...(redone === undefined ? {} : { redone }),
    ...(values.reached === undefined ? {} : { reached: values.reached === 'yes' }),
    ...(values.solved === undefined ? {} : { solved: values.solved === 'yes' }),
    satisfiedWithResult: rate(values.satisfiedWithResult),
    satisfiedWithService: rate(values.satisfiedWithService),
  };
  return tellsMore(life) ? life : undefined;
}

function rate(said: keyof typeof ratingWords | undefined): Satisfaction | undefined {
  if (said === undefined || said === 'none') return undefined;
  return said === 'yes' || said === 'no' ? said === 'yes' : said;
}
