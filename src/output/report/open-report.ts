import { isFigureName } from '../../domain/grid-cells.ts';
import type {
  OpenColumn,
  OpenCount,
  OpenLine,
  OpenReport,
  OpenTable,
  OpenWhole,
} from '../../domain/report-open.ts';
import { openWholes } from '../../domain/report-open.ts';
import type { Texts } from '../../text/shape.ts';
import type { Cell } from '../view.ts';
import { codeName, periodLines } from './figures-report.ts';
import type { Report, ReportSection, Setting } from './report.ts';

/** Makes what may be published as every form of output writes it. */
export function makeOpenReport(facts: OpenReport, setting: Setting, text: Texts): Report {
  const { figures, openReport: say } = text.views;
  const { jurisdiction, frame, table, wholes } = facts;
  const missing = openWholes.filter((name) => wholes.every((whole) => whole.name !== name));
  const none = [...(table === null ? [say.sections.matters] : []), ...missing.map((name) => say.sections[name])];
  return {
    title: say.title(jurisdiction),
    head: [
      ...periodLines(frame, text),
      say.marks,
      ...(table === null ? [] : tableNotes(table, text)),
      ...(none.length === 0 ? [] : [say.tooFew(text.labels.list(none))]),
      figures.counted(setting.countedAt, setting.head),
    ],
    sections: [
      ...(table === null ? [] : [tableSection(table, text)]),
      ...wholes.map((whole) => wholeSection(whole, text)),
    ],
    definitions: [
      ...say.definitions,
      ...(['received', 'due', 'on-time', 'late-closed', 'late-open', 'solved-asked', 'solved', 'graded', 'satisfied'] as const)
        .map((name) => [figures.columns[name], figures.definitions[name]] as const),
      ...figures.general.slice(0, 1),
    ],
    definitionsTitle: figures.definitionsTitle,
  };
} // prettier-ignore

function writeCount(cell: OpenCount | null, text: Texts): Cell {
  const { small, withheld } = text.views.openReport;
  if (cell === null) return '';
  if (cell.count !== null) return String(cell.count);
  return { text: cell.how === 'small' ? small : withheld, tone: 'dim' };
}

/** What is to be known of the table, where every form of output has it: at the head. */
function tableNotes({ columns, rows }: OpenTable, text: Texts): string[] {
  const say = text.views.openReport;
  const lines = rows.map(({ line }) => line.kind);
  const isJoined = lines.includes('joined') || columns.some(({ kind }) => kind === 'joined');
  return [
    ...(isJoined ? [say.joinedNote] : []),
    ...(lines.includes('confidential') ? [say.confidentialNote] : []),
  ];
}

function tableSection({ columns, rows }: OpenTable, text: Texts): ReportSection {
  const { figures, openReport: say } = text.views;
  return {
    title: say.sections.matters,
    table: {
      columns: [
        { title: figures.rowTitle['unit'] ?? '' },
        ...columns.map((column) => ({ title: nameColumn(column, text), align: 'right' as const })),
      ],
      rows: rows.map(({ line, cells }) => [
        nameLine(line, text),
        ...cells.map((cell) => writeCount(cell, text)),
      ]),
      sums: [rows.length - 1],
    },
  };
}

function nameColumn(column: OpenColumn, text: Texts): string {
  const { figures, openReport: say } = text.views;
  if (column.kind === 'matter') return column.name ?? figures.noMatter;
  return column.kind === 'all' ? figures.all : say.joinedMatters;
}

function nameLine(line: OpenLine, text: Texts): string {
  const { figures, openReport: say } = text.views;
  switch (line.kind) {
    case 'unit':
      return line.name;
    case 'desk':
      return figures.desk;
    case 'joined':
      return say.joinedUnits;
    case 'confidential':
      return say.confidential;
    case 'all':
      return figures.all;
  }
}

function wholeSection({ name, of, count, parts }: OpenWhole, text: Texts): ReportSection {
  const { figures, openReport: say } = text.views;
  const partName = (part: string): string => {
    if (name === 'channel' || name === 'kind') return codeName(name, part, text);
    return isFigureName(part) ? figures.columns[part] : say.rest;
  };
  const isRest = (part: string): boolean => part === 'rest';
  return {
    title: say.sections[name],
    table: {
      columns: [
        { title: say.figure },
        { title: figures.others.count, align: 'right' },
        { title: say.rate, align: 'right' },
      ],
      rows: [
        ...parts
          .filter((part) => !isRest(part.name))
          .map((part) => [partName(part.name), writeCount(part, text), part.rate ?? text.labels.none]),
        [figures.columns[of], String(count), ''],
      ],
      sums: [parts.filter((part) => !isRest(part.name)).length],
    },
  };
}
