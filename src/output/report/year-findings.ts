import type { OpenFinding, YearReport } from '../../domain/year-report.ts';
import type { Counts } from '../../domain/volume.ts';
import { volumeChannels } from '../../domain/volume.ts';
import type { Texts } from '../../text/shape.ts';
import { describeFinding } from '../desk-view.ts';
import type { YearSection } from './year-sections.ts';
import { number, screenRows, word } from './year-sections.ts';

/** What kind of finding one is. */
export function kindOfFinding(open: OpenFinding): keyof Texts['views']['reportYear']['kinds'] {
  return open.kind === 'desk' ? (open.finding.blocks ? 'blocking' : 'warning') : open.kind;
}

/** The sentence of what is open. */
export function describeOpen(open: OpenFinding, text: Texts): string {
  const say = text.views.reportYear;
  switch (open.kind) {
    case 'desk':
      return describeFinding(open.finding, text);
    case 'on-bound':
      return say.onBound(open.volume);
    case 'counts-changed':
      return say.countsChanged(open.of, text.labels.list(listCountChanges(open, text)));
    case 'without-tier':
      return say.withoutTier;
    case 'without-count':
      return say.withoutCount;
  }
}

function listCountChanges(
  { before, now }: { readonly before: Counts; readonly now: Counts },
  text: Texts,
): string[] {
  const write = (count: number | undefined): string =>
    count === undefined ? text.labels.none : String(count);
  return volumeChannels
    .filter((channel) => before[channel] !== now[channel])
    .map((channel) =>
      text.views.reportYear.countChange(
        text.codeNames.channel[channel],
        write(before[channel]),
        write(now[channel]),
      ),
    );
}

/** What is still open, unit by unit. */
export function findingSection({ findings, checkedRun, run }: YearReport, text: Texts): YearSection {
  const say = text.views.reportYear;
  const { columns, sections, kinds } = say;
  return {
    title: sections.findings,
    isApart: true,
    screenRows,
    notes: [
      ...(checkedRun === run.number ? [] : [say.checkedRun(checkedRun)]),
      ...(findings.length === 0 ? [say.nothingOpen] : []),
    ],
    table: {
      columns: [number(columns.number), ...[columns.unit, columns.kind, columns.finding].map(word)],
      rows: findings.map((open, at) => [
        ...[String(at + 1), open.name, kinds[kindOfFinding(open)], describeOpen(open, text)],
      ]),
    },
  };
}
