import { kinds } from '../../domain/appeal.ts';
import type { FigureName } from '../../domain/figure-names.ts';
import { groupsOfMatters, levelsOfMatter } from '../../domain/matter.ts';
import { percentOf } from '../../domain/figure.ts';
import type {
  OpenColumn,
  OpenCount,
  OpenLine,
  OpenReport,
  OpenTable,
  OpenWhole,
  OpenWholeName,
} from '../../domain/report-open.ts';
import type { GuardedCount } from '../../domain/suppression.ts';
import { guardParts, guardTable, joinSmall } from '../../domain/suppression.ts';
import { appealChannels } from '../../domain/volume.ts';
import { countFigures } from '../../store/figures.ts';
import { listMatters } from '../../store/matters.ts';
import type { LocalWork } from '../kernel/transaction.ts';
import type { FigureTerms, FramedReport } from './frame-report.ts';
import { frameReport } from './frame-report.ts';

/** What may be published of a period: counts by unit and matter, and totals; none that is small, and none from which a small one follows. */
export async function reportOpen(
  asked: LocalWork,
  terms: Pick<FigureTerms, 'period' | 'county'>,
): Promise<OpenReport> {
  const framed = await frameReport(asked, terms);
  return {
    jurisdiction: framed.jurisdiction.name,
    frame: framed.frame,
    table: await makeTable(framed),
    wholes: await listWholes(framed),
  };
}

const openCount = ({ count, how }: GuardedCount): OpenCount => ({
  count: how === 'shown' ? count : null,
  how,
});
const sum = (counts: readonly number[]): number => counts.reduce((all, count) => all + count, 0);

/** Lines and columns of which few appeals are, put together at the end; their counts are added up. */
function joinLines<Subject>(
  subjects: readonly Subject[],
  terms: { readonly sums: readonly number[]; readonly joined: Subject; readonly isWhole: boolean },
): { readonly subject: Subject; readonly places: readonly number[] }[] {
  const { sums, joined, isWhole } = terms;
  const parts = joinSmall(sums, isWhole);
  const alone = parts.alone.flatMap((at) => {
    const subject = subjects[at];
    return subject === undefined ? [] : [{ subject, places: [at] }];
  });
  return parts.joined.length === 0 ? alone : [...alone, { subject: joined, places: parts.joined }];
}

async function makeTable(framed: FramedReport): Promise<OpenTable | null> {
  const { db, scope, units, jurisdiction } = framed;
  const list = await listMatters(db, jurisdiction.id);
  const groups = groupsOfMatters(list);
  const counts = new Map<string, number>();
  const known = new Set<string | null>();
  for (const { keys, counts: own } of await countFigures(db, { ...scope, isOpen: true }, ['received'], ['unit', 'matter'])) {
    const matter = levelsOfMatter(keys[1] as string | null, groups)[0] ?? null;
    known.add(matter);
    const key = JSON.stringify([keys[0], matter]);
    counts.set(key, (counts.get(key) ?? 0) + own.received);
  } // prettier-ignore
  // In an order that says nothing of how many there are.
  const order = list.map(({ name, group }) => group ?? name);
  const place = (name: string | null): number => {
    const at = name === null ? -1 : order.indexOf(name);
    return name === null ? Infinity : at < 0 ? order.length : at;
  };
  const matters = [...known].sort((a, b) => place(a) - place(b) || ((a ?? '') < (b ?? '') ? -1 : 1));
  const lines: readonly (readonly [number | null, OpenLine])[] = [
    ...units.map(({ id, code, name }) => [id, { kind: 'unit', code, name }] as const),
    [null, { kind: 'desk' }],
  ];
  const whole = lines.map(([id]) => matters.map((matter) => counts.get(JSON.stringify([id, matter])) ?? 0));
  const all = (await countFigures(db, scope, ['received']))[0]?.counts.received ?? 0;
  const publish = (isWhole: boolean): OpenTable | null => {
    const rowSums = whole.map(sum);
    const columnSums = matters.map((_, at) => sum(whole.map((row) => row[at] ?? 0)));
    const rows = joinLines<OpenLine>(
      lines.map(([, line]) => line),
      { sums: rowSums, joined: { kind: 'joined' }, isWhole },
    );
    const columns = joinLines<OpenColumn>(
      matters.map((name) => ({ kind: 'matter', name })),
      { sums: columnSums, joined: { kind: 'joined' }, isWhole },
    );
    const open = rows.map((row) =>
      columns.map(({ places }) =>
        sum(row.places.flatMap((at) => places.map((other) => whole[at]?.[other] ?? 0))),
      ),
    );
    return publishTable({ rows, columns, open, confidential: all - sum(rowSums) });
  };
  return publish(false) ?? publish(true);
}

/** Publishes the table. Confidential appeals are a line and a column of their own in it, of which the line's sum alone is told. */
function publishTable(made: {
  readonly rows: readonly { readonly subject: OpenLine }[];
  readonly columns: readonly { readonly subject: OpenColumn }[];
  readonly open: readonly (readonly number[])[];
  readonly confidential: number;
}): OpenTable | null {
  const { rows, columns, open, confidential } = made;
  const hasConfidential = confidential > 0;
  const cells = hasConfidential
    ? [...open.map((row) => [...row, 0]), [...columns.map(() => 0), confidential]]
    : open;
  const guarded = guardTable(cells);
  if (guarded === undefined) return null;
  const subjects: readonly OpenLine[] = [
    ...rows.map(({ subject }) => subject),
    ...(hasConfidential ? [{ kind: 'confidential' } as const] : []),
    { kind: 'all' },
  ];
  return {
    columns: [...columns.map(({ subject }) => subject), { kind: 'all' }],
    rows: guarded.flatMap((row, at) => {
      const line = subjects[at];
      const last = row.at(-1);
      if (line === undefined || last === undefined) return [];
      const own = columns.map((_, column): OpenCount | null => {
        const cell = row[column];
        return cell === undefined || line.kind === 'confidential' ? null : openCount(cell);
      });
      return [{ line, cells: [...own, openCount(last)] }];
    }),
  };
}

async function listWholes({ db, scope }: FramedReport): Promise<OpenWhole[]> {
  const names = ['due', 'on-time', 'late-closed', 'late-open', 'solved-asked', 'solved', 'graded', 'satisfied'] as const; // prettier-ignore
  const figures = (await countFigures(db, scope, names))[0]?.counts;
  const received = async (
    key: 'channel' | 'kind',
    values: readonly string[],
  ): Promise<[string, number][]> => {
    const lines = await countFigures(db, scope, ['received'], [key]);
    const counts = new Map(lines.map(({ keys, counts: own }) => [String(keys[0]), own.received]));
    return values.flatMap((value) => (counts.has(value) ? [[value, counts.get(value) ?? 0]] : []));
  };
  const count = (name: (typeof names)[number]): number => figures?.[name] ?? 0;
  // Beside what is told of a whole stands what is left of it: either could be small.
  const rest = (part: (typeof names)[number], of: (typeof names)[number]): [string, number][] => [
    [part, count(part)],
    ['rest', count(of) - count(part)],
  ];
  return [
    ...publishWhole('channel', 'received', await received('channel', appealChannels)),
    ...publishWhole('kind', 'received', await received('kind', kinds)),
    ...publishWhole('timeliness', 'due', (['on-time', 'late-closed', 'late-open'] as const).map((name) => [name, count(name)])),
    ...publishWhole('solved', 'solved-asked', rest('solved', 'solved-asked')),
    ...publishWhole('satisfied', 'graded', rest('satisfied', 'graded')),
  ]; // prettier-ignore
}

function publishWhole(name: OpenWholeName, of: FigureName, parts: readonly (readonly [string, number])[]): OpenWhole[] {
  const guarded = guardParts(parts.map(([, count]) => count));
  const whole = sum(parts.map(([, count]) => count));
  if (guarded === undefined || whole === 0) return [];
  return [
    {
      ...{ name, of, count: whole },
      parts: guarded.map((one, at) => ({
        ...{ name: parts[at]?.[0] ?? '', ...openCount(one) },
        rate: one.how === 'shown' ? percentOf({ numerator: one.count, denominator: whole }) : null,
      })),
    },
  ];
} // prettier-ignore
