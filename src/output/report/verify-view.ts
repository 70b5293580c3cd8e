import type {
  BulletinCheck,
  MeanCheck,
  ShareCheck,
  SumCheck,
  Verdict,
} from '../../domain/printed-figures.ts';
import { verdicts } from '../../domain/printed-figures.ts';
import { countVerdicts } from '../../domain/bulletin-check.ts';
import type { Texts } from '../../text/shape.ts';
import type { Cell, Table, View } from '../view.ts';

/** A figure of a bulletin as a line of a table. */
interface Line {
  readonly kind: 'percentage' | 'sum' | 'change' | 'mean';
  readonly item: string;
  readonly figures: string;
  readonly printed: string;
  readonly computed: string;
  readonly verdict: Verdict;
  /** What is to be said beside the verdict; empty where nothing is. */
  readonly why: string;
}

/** Checked bulletins: of each what does not simply follow, or all of it; then how many figures have which verdict. */
export function bulletinsView(
  checks: readonly BulletinCheck[],
  { isAll, file }: { readonly isAll: boolean; readonly file: string },
  text: Texts,
): View {
  const say = text.views.verify;
  const unchecked = checks.reduce((all, one) => all + one.unchecked, 0);
  return [
    { kind: 'title', text: say.title(file) },
    ...checks.flatMap((check): View => {
      const lines = listLines(check, text).filter(({ verdict }) => isAll || verdict !== 'follows');
      if (lines.length === 0) return [];
      return [
        ...(check.name === null ? [] : [{ kind: 'lines' as const, lines: [check.name] }]),
        { kind: 'table', table: lineTable(lines, text) },
      ];
    }),
    { kind: 'table', table: countTable(checks, text) },
    { kind: 'lines', lines: unchecked === 0 ? [] : [say.unchecked(unchecked)] },
  ];
}

/** Every figure of every bulletin as rows of a text file. */
export function bulletinRows(checks: readonly BulletinCheck[], text: Texts): string[][] {
  const say = text.views.verify;
  return [
    [say.bulletin, say.kind, say.item, say.figures, say.printed, say.computed, say.verdict, say.why],
    ...checks.flatMap((check) =>
      listLines(check, text).map(({ kind, item, figures, printed, computed, verdict, why }) => [
        ...[check.name ?? '', say.kinds[kind], item, figures, printed, computed],
        ...[say.verdicts[verdict], why],
      ]),
    ),
  ];
}

function lineTable(lines: readonly Line[], text: Texts): Table {
  const say = text.views.verify;
  return {
    columns: [
      { title: say.item },
      { title: say.figures },
      { title: say.printed, align: 'right' },
      { title: say.computed, align: 'right' },
      { title: say.verdict },
    ],
    rows: lines.map(({ item, figures, printed, computed, verdict, why }): Cell[] => [
      ...[item, figures, printed, computed],
      {
        text: why === '' ? say.verdicts[verdict] : say.explained(say.verdicts[verdict], why),
        tone: verdict === 'follows' ? 'plain' : verdict === 'does-not-follow' ? 'bad' : 'warning',
      },
    ]),
  };
}

function countTable(checks: readonly BulletinCheck[], text: Texts): Table {
  const say = text.views.verify;
  const counts = checks.map(countVerdicts);
  const row = (name: string, numbers: readonly number[]): string[] => [name, ...numbers.map(String)];
  const rows = checks.map(({ name }, at) =>
    row(
      name ?? say.unnamed,
      verdicts.map((verdict) => counts[at]?.[verdict] ?? 0),
    ),
  );
  const all = verdicts.map((verdict) => counts.reduce((sum, one) => sum + one[verdict], 0));
  return {
    columns: [
      { title: say.bulletin },
      ...verdicts.map((verdict) => ({ title: say.short[verdict], align: 'right' as const })),
    ],
    rows: checks.length > 1 ? [...rows, row(say.all, all)] : rows,
    ...(checks.length > 1 ? { sums: [rows.length] } : {}),
  };
}

function listLines({ percentages, sums, changes, means }: BulletinCheck, text: Texts): Line[] {
  return [
    ...percentages.map((share) => shareLine('percentage', share, text)),
    ...sums.map((sum) => sumLine(sum, text)),
    ...changes.map((change) => shareLine('change', change, text)),
    ...means.map((mean) => meanLine(mean, text)),
  ];
}

function shareLine(kind: 'percentage' | 'change', share: ShareCheck, text: Texts): Line {
  const say = text.views.verify;
  const { name, num, den, printed, computed, verdict, cause, base, baseName, baseKind, meant } = share;
  const why =
    base !== null && baseKind !== null
      ? say.ofBase(base, baseName ?? say.bases[baseKind])
      : cause === null
        ? ''
        : say.causes[cause]({ count: num, meant: meant ?? 0 });
  return {
    ...{ kind, item: name ?? '', figures: `${String(num)}/${String(den)}`, printed, verdict, why },
    computed: computed ?? text.labels.none,
  };
}

function sumLine(
  { name, parts, total, sum, verdict, cause, part, meant, missing }: SumCheck,
  text: Texts,
): Line {
  const say = text.views.verify;
  return {
    kind: 'sum',
    item: name ?? say.kinds.sum,
    // A long sum breaks between its parts.
    figures: parts.map(String).join(' + '),
    ...{ printed: String(total), computed: String(sum), verdict },
    why: cause === null ? '' : say.sumCauses[cause]({ part, meant: meant ?? 0, missing }),
  };
}

function meanLine(
  { name, num, days, printed, computed, verdict, cause, base }: MeanCheck,
  text: Texts,
): Line {
  const say = text.views.verify;
  const why =
    base !== null ? say.overDays(base) : cause === null ? '' : say.causes[cause]({ count: num, meant: 0 });
  return {
    ...{ kind: 'mean', item: name ?? say.kinds.mean, figures: say.aDay(num, days), printed, verdict, why },
    computed: computed ?? text.labels.none,
  };
}
