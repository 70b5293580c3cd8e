import type { BulletinCells, HardCase } from './bulletin.ts';
import { writeCell } from './bulletin.ts';
import { cellNames, noValue } from './bulletin-cells.ts';
import type { FigureName } from './figure-names.ts';
import { figureWords, rateWord } from './figure-words.ts';
import type { FiguresReport, GridRow } from './grid.ts';
import { channelWords, kindWords } from './input-words.ts';
import type { Period } from './period.ts';
import { lastOfPeriod, monthsOf } from './period.ts';
import type { Day } from './time.ts';
import { officialDay } from './time.ts';

/** What a draft is made of beside its figures. */
export interface DraftFacts {
  readonly jurisdiction: string;
  readonly period: Period;
  /** Its last day, where it is not over. */
  readonly upTo: Day | null;
  readonly cells: BulletinCells;
  readonly matters: FiguresReport;
  readonly hardCases: readonly HardCase[];
  /** What the issue before called hard cases, with what became of each. */
  readonly carried: readonly (HardCase & { readonly closedOn: Day | null })[];
  readonly problems: readonly { readonly unit: string; readonly matter: string; readonly why: string }[];
  readonly studies: readonly {
    readonly unit: string;
    readonly leader: string;
    readonly on: Day;
    readonly decision: string;
    readonly until: Day;
    readonly isLate: boolean;
  }[];
}

/** So many matters are told in the text; all stand in the annexes. */
const told = 5;

/** What a period is called: 2021年5月, 2021年第一季度, 2021年, or its days. */
export function namePeriod(period: Period): string {
  const { from } = period;
  const [year, month] = [from.slice(0, 4), Number(from.slice(5, 7))];
  const months = monthsOf(period);
  if (months === 12 && month === 1) return `${year}年`;
  if (months === 1) return `${year}年${String(month)}月`;
  if (months === 3 && month % 3 === 1) return `${year}年第${'一二三四'[(month - 1) / 3] ?? ''}季度`;
  const last = lastOfPeriod(period);
  return last === from ? officialDay(from) : `${officialDay(from)}至${officialDay(last)}`;
}

/**
 * Writes the draft of a bulletin (工作通报): 总体情况, 办理情况, 热点诉求, 工作建议. Every number in it is a cell that names its figure; what has no value is
 * left out of its sentence.
 */
export function draftBulletin(facts: DraftFacts): string {
  const { jurisdiction, period, upTo } = facts;
  return [
    `统计期：${period.from} 至 ${lastOfPeriod(period)}`,
    `标题：${namePeriod(period)}${jurisdiction}群众诉求办理情况通报`,
    '',
    '※ 花括号里是指标名和数值，数值须与统计一致；文字可以任意增删改，花括号可以整个删去。',
    '※ 另外写入的数字如不是本期指标，发布时会逐个指出。“※”开头的行不印出。',
    ...(upTo === null ? [] : [`※ 统计期尚未结束，以下为截至 ${upTo} 的数字，结束后方可发布。`]),
    '',
    '一、总体情况',
    ...overall(facts),
    '二、办理情况',
    ...handling(facts),
    '三、热点诉求',
    ...hotMatters(facts),
    '四、工作建议',
    ...advice(facts),
    '',
  ].join('\n');
}

class Sentence {
  readonly #cells: BulletinCells;

  constructor(cells: BulletinCells) {
    this.#cells = cells;
  }

  /** A cell by its name; undefined where its figure has no value. */
  find(name: string): string | undefined {
    const cell = this.#cells.get(name);
    return cell === undefined || cell.value === noValue ? undefined : writeCell(name, cell);
  }

  count(name: FigureName): string {
    return this.find(figureWords[name]) ?? '0';
  }

  isNone(name: FigureName): boolean {
    return (this.#cells.get(figureWords[name])?.numerator ?? 0) === 0;
  }

  /** 「，占28.57%」 where there is a rate. */
  rate(name: FigureName, lead: string): string {
    const cell = this.find(rateWord(name));
    return cell === undefined ? '' : `${lead}${cell}`;
  }

  /** 「，环比上升…，同比下降…」 as far as there is something to compare with. */
  changes(name: string): string {
    const parts = [
      ['环比', this.find(cellNames.change(name))],
      ['同比', this.find(cellNames.yearChange(name))],
    ] as const;
    return parts.flatMap(([word, cell]) => (cell === undefined ? [] : [`，${word}${cell}`])).join('');
  }
}

function overall({ period, cells }: DraftFacts): string[] {
  const say = new Sentence(cells);
  const perDay = say.find(cellNames.perDay);
  const list = (
    words: Readonly<Record<string, readonly string[]>>,
    count: (word: string) => string,
    share: (word: string) => string,
  ): string =>
    Object.values(words)
      .flatMap(([word = '']) => {
        const [own, part] = [say.find(count(word)), say.find(share(word))];
        return own === undefined ? [] : [`${word}${own}件${part === undefined ? '' : `、占${part}`}`];
      })
      .join('，');
  const channels = list(channelWords, cellNames.channel, cellNames.channelShare);
  const kinds = list(kindWords, cellNames.kind, cellNames.kindShare);
  return [
    `${say.find(cellNames.period) ?? namePeriod(period)}共受理群众诉求${say.count('received')}件${say.changes(figureWords.received)}${perDay === undefined ? '' : `，日均${perDay}件`}。` +
      `其中热线直接答复${say.count('direct')}件${say.rate('direct', '，占受理量的')}；转有关单位办理${say.count('handed')}件${say.rate('handed', '，占')}` +
      `${say.isNone('ended') ? '' : `；未答复而结束${say.count('ended')}件`}${say.isNone('waiting') ? '' : `；待派单${say.count('waiting')}件`}。`,
    ...(channels === '' ? [] : [`按受理渠道分：${channels}。`]),
    ...(kinds === '' ? [] : [`按诉求性质分：${kinds}。`]),
    `期初在办${say.count('opening')}件，本期办结${say.count('closed')}件${say.changes(figureWords.closed)}，重办立单${say.count('reopened')}件，期末在办${say.count('open')}件，其中已逾期${say.count('overdue')}件。`,
  ];
}

function handling({ cells }: DraftFacts): string[] {
  const say = new Sentence(cells);
  return [
    `（一）办理时效`,
    `本期到期${say.count('due')}件，按期答复${say.count('on-time')}件${say.rate('on-time', '，按期率')}${say.changes(rateWord('on-time'))}；逾期后答复${say.count('late-closed')}件，逾期仍未答复${say.count('late-open')}件。`,
    `（二）退单与转办`,
    `承办单位申请退单${say.count('returned')}件次，退单成立${say.count('upheld')}件次；单位之间转手${say.count('transferred-on')}件次（含退单后改派）；重办${say.count('redone')}件次。`,
    ...(say.isNone('called-back')
      ? []
      : [
          `（三）回访评价`,
          `回访${say.count('called-back')}件次，接通${say.count('reached')}件次；对是否解决作出评价的${say.count('solved-asked')}件次中已解决${say.count('solved')}件次${say.rate('solved', '，解决率')}${say.changes(rateWord('solved'))}；有效评价${say.count('graded')}件次，满意${say.count('satisfied')}件次${say.rate('satisfied', '，满意率')}${say.changes(rateWord('satisfied'))}。`,
        ]),
  ];
}

function hotMatters({ cells, matters, carried, hardCases }: DraftFacts): string[] {
  const say = new Sentence(cells);
  const rows = matters.grids.flatMap(({ rows: all }) => all);
  const received = (row: GridRow): number =>
    row.cells.find(({ name }) => name === 'received')?.numerator ?? 0;
  const hot = rows
    .filter(({ subject, cells: own }) => subject.kind === 'matter' && subject.name !== null && own.length > 0)
    .filter((row) => row.subject.kind === 'matter' && isLeaf(row, rows) && received(row) > 0)
    .sort((a, b) => received(b) - received(a))
    .filter((row, _at, all) => received(row) >= received(all[told - 1] ?? row))
    .slice(0, told * 2);
  return [
    ...hot.map((row, at) => {
      const name = row.subject.kind === 'matter' ? (row.subject.name ?? '') : '';
      const count = say.find(cellNames.matter(row.key)) ?? '0';
      const share = say.find(cellNames.matterShare(row.key));
      const change = say.find(cellNames.matterChange(row.key));
      const before = row.cells.find((cell) => cell.name === 'before')?.numerator ?? 0;
      // Of a few before, a percentage says nothing.
      const by = before < fewBefore ? say.find(cellNames.matterDifference(row.key)) : undefined;
      const grown = by !== undefined ? `，较上期${by}` : change === undefined ? '' : `，环比${change}`;
      return `（${numerals[at] ?? ''}）${name}：${count}件${share === undefined ? '' : `，占受理量的${share}`}${grown}。`;
    }),
    ...(carried.length === 0 ? [] : ['上期通报的疑难诉求：']),
    ...carried.map(
      (one) =>
        `${numberOf(one)}${nameCase(one)}：${one.closedOn === null ? '尚未办结，继续督办。' : `已于${one.closedOn}办结。`}`,
    ),
    ...(hardCases.length === 0 ? [] : ['本期疑难诉求：']),
    ...hardCases.map((one) => `${numberOf(one)}${nameCase(one)}。`),
  ];
}

/** With fewer in the period before, growth is told in appeals. */
const fewBefore = 10;

const numerals = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];

/** The number by which an appeal is known to those who read of it. */
function numberOf({ number, externalNumber }: HardCase): string {
  return externalNumber ?? number;
}

function nameCase({ unit, matter }: HardCase): string {
  const parts = [unit, matter?.replaceAll('/', '－') ?? null].filter((part) => part !== null);
  return parts.length === 0 ? '' : `（${parts.join('，')}）`;
}

/** Whether nothing stands below a matter. */
function isLeaf({ key }: GridRow, rows: readonly GridRow[]): boolean {
  return !rows.some((other) => other.key.startsWith(`${key}/`));
}

function advice({ problems, studies }: DraftFacts): string[] {
  return [
    ...(problems.length === 0
      ? ['（此处填写工作建议）']
      : ['建议有关单位主要负责人对下列突出问题组织专题研究：']),
    ...[...Map.groupBy(problems, ({ unit, matter }) => `${unit}：${matter}`)].map(
      ([about, own]) => `${about.replaceAll('/', '－')}（${own.map(({ why }) => why).join('、')}）。`,
    ),
    ...(studies.length === 0 ? [] : ['已作出、尚在落实的专题研究决定：']),
    ...studies.map(
      ({ unit, leader, on, decision, until, isLate }) =>
        `${unit}（${leader}，${on}研究）：${decision}，${until}前落实${isLate ? '，已逾期' : ''}。`,
    ),
  ];
}
