import type { LifeRow } from '../domain/life.ts';
import { tellsMore } from '../domain/life.ts';
import type { Satisfaction } from '../domain/satisfaction.ts';
import { textLimits } from '../domain/text-limits.ts';
import { outcomeWords, yesNoWords } from '../domain/input-words.ts';
import {
  extendedWords,
  fileStateWords,
  handlingWords,
  ratingWords,
  reachedWords,
  solvedWords,
} from '../domain/file-words.ts';
import type { Column, Parse, RowValues } from './column.ts';
import { endReader, parseCount, parseText, textReader, wordReader } from './values.ts';

/** The levels of a matter, the widest first. */
const matterLevels = ['matterGroup', 'matterSecond', 'matterThird'] as const;

/** Columns that tell what became of an appeal. */
export function lifeColumns(time: Parse<string>, timeZone: string) {
  const levels = ['一级', '二级', '三级'].map((level) => [
    ...['分类', '事项', '类别', '诉求事项', '诉求分类', '分类名称'].map((name) => `${level}${name}`),
    ...['诉求事项', '分类', '事项'].flatMap((name) => [`${name}(${level})`, `${name}${level}`]),
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
        ...[
          'due at',
          '截止时间',
          '截止日期',
          '办结期限',
          '办理期限',
          '办理时限',
          '到期时间',
          '到期日期',
          '办结时限',
          '处理时限',
        ],
        ...['应办结时间', '要求办结时间', '要求答复时间', '应答复时间'],
      ],
      parse: endReader(timeZone),
    },
    repliedAt: {
      headers: [
        ...[
          'replied at',
          '答复时间',
          '回复时间',
          '反馈时间',
          '答复日期',
          '回复日期',
          '首次答复时间',
          '最终答复时间',
        ],
      ],
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
      headers: ['outcome', '办结类型', '办结结果', '办理结论', '结案类型', '结案方式', '办结方式'],
      parse: wordReader(outcomeWords),
    },
    handling: {
      headers: ['handling', '办理方式', '处理方式', '处置方式'],
      parse: wordReader(handlingWords),
    },
    assists: {
      headers: ['assists', '协办单位', '协办', '会办单位', '配合单位', '协办部门'],
      parse: parseText,
    },
    extended: { headers: ['extended', '是否延期', '延期'], parse: wordReader(extendedWords) },
    returned: { headers: ['returned', '退回次数', '退单次数', '退件次数', '退办次数'], parse: parseCount },
    redone: { headers: ['redone', '重办次数', '返工次数', '重新办理次数'], parse: parseCount },
    calledBackAt: { headers: ['called back at', '回访时间', '回访日期'], parse: time },
    reached: {
      headers: ['reached', '是否接通', '回访结果', '回访情况', '是否联系'],
      parse: wordReader(reachedWords),
    },
    solved: { headers: ['solved', '是否解决', '解决情况', '诉求是否解决'], parse: wordReader(solvedWords) },
    satisfiedWithResult: {
      headers: [
        ...[
          'satisfied with result',
          '满意度(对结果)',
          '满意度(结果)',
          '满意度(办理结果)',
          '对办理结果是否满意',
        ],
        ...['结果满意度', '办理结果满意度', '对结果满意度', '满意度', '是否满意', '群众评价', '评价结果'],
        ...['满意度评价', '满意情况', '回访满意度', '群众满意度', '诉求人评价'],
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
      headers: [
        'status',
        '状态',
        '办理状态',
        '工单状态',
        '当前状态',
        '办件状态',
        '诉求状态',
        '处理状态',
        '当前环节',
      ],
      parse: wordReader(fileStateWords),
    },
    done: {
      headers: ['done', '是否办结', '是否已办结', '是否归档', '是否完成'],
      parse: wordReader(yesNoWords),
    },
  } satisfies Record<string, Column<unknown>>;
}

type LifeValues = RowValues<ReturnType<typeof lifeColumns>> & { readonly sentAt?: string };

/** The matter with what it stands under: `城市管理/占道经营/夜间摊点`. */
export function joinLevels(values: Readonly<Partial<Record<string, unknown>>>): string | undefined {
  const levels = matterLevels.map((level) => values[level]).filter((level) => typeof level === 'string');
  return levels.length === 0 ? undefined : levels.join('/');
}

/** What a row tells of its appeal after the receipt; undefined where that is no more than that it was sent. */
export function makeLife(values: LifeValues, receivedAt: string): LifeRow | undefined {
  const { sentAt, acceptedAt, dueAt, repliedAt, reply, closedAt, outcome, handling, assists } = values;
  const { returned, redone, calledBackAt, complaint, state: status } = values;
  // A status may say how it ended: 不予受理.
  const ended =
    status === 'declined' || status === 'withdrawn' || status === 'duplicate' ? status : undefined;
  const state = status === 'declined' || status === 'withdrawn' || status === 'duplicate' ? 'closed' : status;
  const life: LifeRow = {
    ...{ receivedAt, sentAt, acceptedAt, repliedAt, reply, closedAt, assists, calledBackAt, complaint },
    outcome: outcome ?? ended,
    state: state ?? (values.done === 'yes' ? ('closed' as const) : undefined),
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
