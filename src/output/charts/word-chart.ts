import type * as Docx from 'docx';
import type { ChartRunOptions } from 'docx/charts';
import { official } from '../../text/official.ts';
import { makeRun } from '../papers/docx-parts.ts';
import { fonts, sizes } from '../papers/official-page.ts';
import type { BandChart, BandPlace } from '../view.ts';
import { displayWidth, takeWidth } from '../wrap.ts';
import { bandTones, greatestValue } from './band-scale.ts';
import { toneColors } from './colors.ts';

/** Pixels of a chart on a page that lies: as wide as its text. */
const size = { width: 840, height: 440 };
/** Rows one chart has room for; more go on in the next. */
const mostRows = 40;

/** A value as it is drawn on a scale of powers of ten, where nought has no place. */
const drawn = (place: BandPlace | null | undefined): number | null =>
  place == null || place.value < 1 ? null : place.value;

/**
 * Makes a chart of bands as Word has them, which every office program draws and a person can change: columns by tier, or where each row
 * stood and stands, on a scale of powers of ten, the bounds as lines across.
 */
export async function makeWordCharts(docx: typeof Docx, chart: BandChart): Promise<Docx.Paragraph[]> {
  const { ChartRun } = await import('docx/charts');
  const parts = Array.from({ length: Math.ceil(chart.rows.length / mostRows) }, (_, at) =>
    chart.rows.slice(at * mostRows, (at + 1) * mostRows),
  );
  const charts = parts.map((rows) =>
    new docx.Paragraph({ alignment: docx.AlignmentType.CENTER }).addRunToFront(
      new ChartRun(describeChart({ ...chart, rows: roomAround(rows) })),
    ),
  );
  const note = new docx.Paragraph({
    alignment: docx.AlignmentType.CENTER,
    children: [makeRun(docx, official.chart.scale, { font: fonts.song, size: sizes.small })],
  });
  return [...charts, note];
}

/** A row alone has an empty one on either side: a line is drawn through two points at least. */
function roomAround(rows: BandChart['rows']): BandChart['rows'] {
  const empty = { label: '', place: null, tone: 'plain' as const };
  return rows.length === 1 ? [empty, ...rows, empty] : rows;
}

/** Figures side by side that a name has room for below the chart: the table beside it has it whole. */
const labelWidth = 20;

function shorten(label: string): string {
  return displayWidth(label) <= labelWidth ? label : `${takeWidth(label, labelWidth - 2)}…`;
}

/** The next power of ten above all that is drawn, the bounds among it. */
function topOf({ rows, bounds }: BandChart): number {
  return 10 ** (Math.floor(Math.log10(Math.max(1, greatestValue(rows), ...bounds))) + 1);
}

function describeChart(chart: BandChart): ChartRunOptions {
  const { rows, bounds, beforeTitle, valueTitle, bands } = chart;
  const columns =
    beforeTitle === undefined
      ? bands
          .map((name, band) => ({
            name,
            color: toneColors[bandTones[band] ?? 'plain'].slice(1),
            values: rows.map(({ place }) => (place?.band === band ? drawn(place) : null)),
          }))
          .filter(({ values }) => values.some((value) => value !== null))
      : [
          {
            name: beforeTitle,
            color: toneColors.low.slice(1),
            values: rows.map(({ before }) => drawn(before)),
          },
          {
            name: valueTitle,
            color: toneColors.high.slice(1),
            values: rows.map(({ place }) => drawn(place)),
          },
        ];
  return {
    type: 'column',
    transformation: size,
    categories: rows.map(({ label }) => shorten(label)),
    categoryAxis: { labelRotation: -60, font: { size: 8 } },
    ...(beforeTitle === undefined ? { overlap: 100 } : { overlap: 0 }),
    gapWidth: 40,
    series: [
      ...columns,
      ...bounds.map((bound) => ({
        name: official.chart.bound(bound),
        type: 'line' as const,
        color: '555555',
        values: rows.map(() => bound),
      })),
    ],
    valueAxis: { logarithmicBase: 10, minimum: 1, maximum: topOf(chart) },
  };
}
