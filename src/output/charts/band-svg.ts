import type { BandChart, BandPlace, Tone } from '../view.ts';
import { bandTones, listEdges, placeOnScale } from './band-scale.ts';
import { toneColors } from './colors.ts';

const font = '"Noto Sans CJK SC", "Microsoft YaHei", "PingFang SC", sans-serif';
/** Pixels a row takes unless it is said, and what stands around the rows. */
const usualSize = { width: 960, rowHeight: 24 };
const around = 96;

/** Draws a chart of bands as a still picture in SVG: no script, no network. Rows come from top to bottom in their order. */
export async function writeBandSvg(
  chart: BandChart,
  { width, rowHeight }: { readonly width: number; readonly rowHeight: number } = usualSize,
): Promise<string> {
  const { init } = await import('./drawing.ts');
  const { rows, bands, none, beforeTitle, valueTitle } = chart;
  const edges = listEdges(chart);
  const labels = rows.map(({ label }) => label);
  const longest = labels.reduce((most, label) => Math.max(most, Array.from(label).length), 4);
  const height = rows.length * rowHeight + around;
  const picture = init(null, null, { renderer: 'svg', ssr: true, width, height });
  const at = (place: BandPlace): number => placeOnScale(place, edges);
  const color = (tone: Tone): string => toneColors[tone];
  const value = (place: BandPlace | null | undefined): string => (place == null ? none : String(place.value));
  picture.setOption({
    animation: false,
    backgroundColor: '#ffffff',
    textStyle: { fontFamily: font, color: '#222222' },
    legend: {
      top: 4,
      data: beforeTitle === undefined ? shownBands(chart).toReversed() : [beforeTitle, valueTitle],
      itemWidth: 14,
      textStyle: { fontSize: 13 },
    },
    grid: { left: Math.min(320, longest * 13 + 16), right: 72, top: 56, bottom: 32 },
    xAxis: {
      type: 'value',
      min: 0,
      max: bands.length,
      interval: 1,
      position: 'top',
      axisLabel: {
        formatter: (edge: number) => nameEdge(chart, edges, edge),
        fontSize: 12,
        color: '#444444',
      },
      axisTick: { show: true },
      splitLine: { lineStyle: { color: '#666666', type: [3, 3] } },
    },
    yAxis: {
      type: 'category',
      data: labels,
      inverse: true,
      axisTick: { show: false },
      axisLabel: { fontSize: 13, color: '#222222', width: 300, overflow: 'break' },
    },
    series:
      beforeTitle === undefined
        ? drawBars(chart, { at, color, value })
        : drawShifts(rows.map((row) => ({ ...row, text: value(row.place) })), { at, color, titles: [beforeTitle, valueTitle] }), // prettier-ignore
  });
  const svg = picture.renderToSVGString();
  picture.dispose();
  return svg;
}

/** The bands that have a bar: no other has a name in the legend. */
function shownBands({ rows, bands }: BandChart): string[] {
  const tones = new Set(rows.map(({ tone }) => tone));
  return bands.filter((_, band) => tones.has(bandTones[band] ?? 'plain'));
}

/** The number at an edge; none at the end where nothing lies above the last bound. */
function nameEdge({ rows, bounds }: BandChart, edges: readonly number[], edge: number): string {
  const isAbove = rows.some(({ place, before }) => place?.band === bounds.length || before?.band === bounds.length); // prettier-ignore
  return edge === edges.length - 1 && !isAbove ? '' : String(edges[edge] ?? '');
}

/** Bars, those of each place on the scale under its name. */
function drawBars(
  { rows, bands }: BandChart,
  terms: {
    readonly at: (place: BandPlace) => number;
    readonly color: (tone: Tone) => string;
    readonly value: (place: BandPlace | null) => string;
  },
): object[] {
  const { at, color, value } = terms;
  const tones = [...new Set(rows.map(({ tone }) => tone))];
  return tones.map((tone) => ({
    type: 'bar',
    name: bands[bandTones.indexOf(tone)] ?? '',
    barWidth: '62%',
    barGap: '-100%',
    itemStyle: { color: color(tone) },
    data: rows.map((row) =>
      row.tone === tone
        ? {
            value: row.place === null ? 0 : at(row.place),
            label: {
              show: true,
              position: 'right',
              formatter: value(row.place),
              fontSize: 12,
              color: '#222222',
              // The line of a bound does not cross the figure.
              backgroundColor: '#ffffff',
              padding: [0, 1],
            },
          }
        : null,
    ),
  }));
}

interface Shift {
  readonly place: BandPlace | null;
  readonly before?: BandPlace | null;
  readonly tone: Tone;
  readonly text: string;
}

/** A ring where a row stood, a dot where it stands, and a line between. */
function drawShifts(
  rows: readonly Shift[],
  terms: {
    readonly at: (place: BandPlace) => number;
    readonly color: (tone: Tone) => string;
    readonly titles: readonly [before: string, after: string];
  },
): object[] {
  const { at, color, titles } = terms;
  const point = (place: BandPlace | null | undefined, row: number): number[] | null =>
    place == null ? null : [at(place), row];
  const isLower = (row: number): boolean => {
    const { before, place } = rows[row] ?? { place: null };
    return before != null && place !== null && at(place) < at(before);
  };
  const moved = rows.flatMap(({ before, place, tone }, row) =>
    before == null || place === null ? [] : [{ value: [at(before), at(place), row], tone }],
  );
  return [
    {
      type: 'custom',
      data: moved.map((one) => one.value),
      silent: true,
      renderItem: (
        _params: unknown,
        api: { value: (at: number) => number; coord: (point: number[]) => number[] },
      ) => {
        const [x1 = 0, y1 = 0] = api.coord([api.value(0), api.value(2)]);
        const [x2 = 0, y2 = 0] = api.coord([api.value(1), api.value(2)]);
        return { type: 'line', shape: { x1, y1, x2, y2 }, style: { stroke: '#9aa5b1', lineWidth: 3 } };
      },
    },
    {
      name: titles[0],
      type: 'scatter',
      symbol: 'circle',
      symbolSize: 11,
      itemStyle: { color: '#ffffff', borderColor: '#5b6672', borderWidth: 2, opacity: 1 },
      data: rows.flatMap(({ before }, row) => {
        const spot = point(before, row);
        return spot === null ? [] : [spot];
      }),
    },
    {
      name: titles[1],
      type: 'scatter',
      symbol: 'circle',
      symbolSize: 13,
      itemStyle: { color: '#2f5d8a' },
      data: rows.flatMap(({ place, tone, text }, row) => {
        const spot = point(place, row);
        return spot === null
          ? []
          : [
              {
                value: spot,
                itemStyle: { color: color(tone), opacity: 1 },
                label: {
                  show: true,
                  // Away from where it came from.
                  position: isLower(row) ? 'left' : 'right',
                  formatter: text,
                  fontSize: 12,
                  color: '#222222',
                },
              },
            ];
      }),
    },
  ];
}
