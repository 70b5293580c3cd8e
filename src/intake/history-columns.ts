import type { Place } from '../problems.ts';
import type { HistoryAction } from '../domain/history.ts';
import type { State } from '../domain/appeal.ts';
import { stateWords } from '../domain/input-words.ts';
import { historyActionWords } from '../domain/file-words.ts';
import { textLimits } from '../domain/text-limits.ts';
import { AppError } from '../errors.ts';
import type { Column, RowValues } from './column.ts';
import { rankHeaders } from './column.ts';
import type { TableNotes } from './columns.ts';
import { openTable } from './columns.ts';
import type { TableTerms } from './header.ts';
import type { Sheet } from './sheet.ts';
import { appealNumberHeaders } from './usual-headers.ts';
import { parseCode, parseUnitWord, textReader, timeReader, wordReader } from './values.ts';

/** One line of a log of hand-overs, as a file gives it: what was done, or where the appeal stood. */
export interface HistoryRow {
  readonly place: Place;
  readonly externalNumber: string;
  readonly at: string;
  readonly action?: HistoryAction | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly holder?: string | undefined;
  readonly state?: State | undefined;
  readonly reason?: string | undefined;
  readonly person?: string | undefined;
}

function columnsFor(timeZone: string) {
  return rankHeaders({
    externalNumber: {
      headers: [...appealNumberHeaders, 'case', 'number'],
      parse: parseCode,
      isRequired: true,
    },
    at: {
      headers: [
        ...[
          'time',
          '时间',
          '操作时间',
          '流转时间',
          '处理时间',
          '环节时间',
          '办理时间',
          '发生时间',
          '记录时间',
        ],
        ...['到达时间', '开始时间', '创建时间', '接收时间', 'timestamp'],
      ],
      parse: timeReader(timeZone),
      isRequired: true,
    },
    action: {
      headers: [
        'action',
        '操作',
        '环节',
        '动作',
        '流转环节',
        '处理环节',
        '操作类型',
        '环节名称',
        '操作名称',
        '流程环节',
        '办理环节',
        '节点名称',
        '步骤',
        '操作内容',
        'activity',
      ],
      parse: wordReader(historyActionWords),
    },
    from: {
      headers: [
        'from',
        '经办单位',
        '转出单位',
        '移出单位',
        '发送单位',
        '操作单位',
        '转办单位',
        '上一单位',
        '操作部门',
        '经办部门',
        '来源单位',
      ],
      parse: parseUnitWord,
    },
    to: {
      headers: [
        'to',
        '接收单位',
        '转入单位',
        '接收部门',
        '转往单位',
        '下一单位',
        '接办单位',
        '目标单位',
        '下一环节单位',
        '流向单位',
      ],
      parse: parseUnitWord,
    },
    holder: {
      headers: [
        'holder',
        '当前单位',
        '所在单位',
        '承办单位',
        '处理单位',
        '当前承办单位',
        '承办部门',
        '处理部门',
        '办理单位',
        '办理部门',
        'team',
      ],
      parse: parseUnitWord,
    },
    state: {
      headers: ['status', '状态', '办理状态', '工单状态', '当前状态'],
      parse: wordReader(stateWords),
    },
    reason: {
      headers: [
        'reason',
        '原因',
        '理由',
        '退回原因',
        '转办原因',
        '说明',
        '备注',
        '意见',
        '处理意见',
        '办理意见',
      ],
      parse: textReader(textLimits.text),
      isPersonal: true,
    },
    person: {
      headers: ['person', '经办人', '操作人', '处理人', '办理人'],
      parse: textReader(textLimits.line),
      isPersonal: true,
    },
  } satisfies Record<string, Column<unknown>>);
}

type HistoryColumns = ReturnType<typeof columnsFor>;

/** A sheet of hand-overs that was read. */
export interface HistoryTable {
  readonly rows: readonly HistoryRow[];
  readonly placeOf: (line: number, column?: keyof HistoryColumns) => Place;
  readonly notes: TableNotes<HistoryColumns>;
}

/**
 * Reads a sheet as one of hand-overs; times are local ones of the jurisdiction. Its lines say what was done, or else who had the appeal.
 * Errors: those of `openTable`, `file-no-rows`, `history-says-nothing` where it has neither column.
 */
export function parseHistory(sheet: Sheet, timeZone: string, terms?: TableTerms): HistoryTable {
  const table = openTable(sheet, columnsFor(timeZone), terms);
  const rows: HistoryRow[] = [];
  for (const { place, values } of table.eachRow()) {
    const row = makeRow(place, values);
    if (row !== undefined) rows.push(row);
  }
  const notes = table.notes();
  if (notes.rowCount === 0) throw new AppError('file-no-rows', { file: sheet.file });
  if (!notes.found.has('action') && !notes.found.has('holder'))
    throw new AppError('history-says-nothing', { file: sheet.file });
  return { rows, placeOf: table.placeOf, notes };
}

function makeRow(place: Place, values: RowValues<HistoryColumns>): HistoryRow | undefined {
  const { externalNumber, at, action, from, to, holder, state, reason, person } = values;
  if (externalNumber === undefined || at === undefined) return undefined;
  return { place, externalNumber, at, action, from, to, holder, state, reason, person };
}
