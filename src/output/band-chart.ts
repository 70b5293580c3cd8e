import type { Screen } from './screen.ts';
import { paint } from './screen.ts';
import type { BandChart } from './view.ts';
import { showHidden } from './visible.ts';
import { displayWidth, wrapText } from './wrap.ts';

/** Fewest columns a band is drawn in. */
const narrowestBand = 6;

/**
 * Draws a bar for each row. Every band of the scale is equally wide, and a bar is as long within its band as its value
 * is far through it: a scale that is straight from end to end would leave a bound of 50 no room beside values in the
 * thousands. So a bar passes the line of a bound exactly where its value lies beyond it.
 */
export function writeBandChart(chart: BandChart, screen: Screen): string {
  const { bounds, rows } = chart;
  const { chalk, isUtf8 } = screen;
  const [block, line] = isUtf8 ? ['█', '│'] : ['#', '|'];
  const bands = bounds.length + 1;
  const labels = rows.map(({ label }) => showHidden(label));
  const values = rows.map(({ value }) => (value === null ? chart.none : String(value)));
  const valueWidth = Math.max(displayWidth(chart.valueTitle), ...values.map(displayWidth));
  const room = screen.width - valueWidth - 4;
  const labelWidth = Math.min(
    Math.max(displayWidth(chart.labelTitle), ...labels.map(displayWidth)),
    Math.max(room - bands * (narrowestBand + 1), Math.floor(room / 3)),
  );
  const bandWidth = Math.max(narrowestBand, Math.floor((room - labelWidth - bounds.length) / bands));
  const top = Math.max(0, ...rows.map(({ value }) => value ?? 0));
  const edges = [0, ...bounds, Math.max(top, (bounds.at(-1) ?? 0) + 1)];

  /** Columns of a bar within one band. */
  const filled = (value: number, own: number, band: number): number => {
    if (own !== band) return own > band ? bandWidth : 0;
    const [from = 0, to = 1] = [edges[band], edges[band + 1]];
    // Full only where the value is the bound itself, or the greatest of all.
    const length = Math.floor(((value - from) / Math.max(to - from, 1)) * bandWidth);
    return value === 0 ? 0 : Math.min(Math.max(length, 1), bandWidth);
  };
  const pad = (text: string, width: number): string =>
    text + ' '.repeat(Math.max(width - displayWidth(text), 0));
  const lead = (text: string): string => ' '.repeat(Math.max(valueWidth - displayWidth(text), 0)) + text;

  const scale = bounds.map((bound) => String(bound).padStart(bandWidth + 1)).join('');
  const end = String(edges.at(-1)).padStart(bandWidth);
  const head = `${pad(chart.labelTitle, labelWidth)}  ${lead(chart.valueTitle)}  `;
  const drawn = rows.map(({ value, band, tone }, at) => {
    const parts = Array.from({ length: bands }, (_, index) => {
      const length = value === null ? 0 : filled(value, band, index);
      const bar = length === 0 ? '' : paint(block.repeat(length), { text: '', tone }, screen);
      return bar + ' '.repeat(bandWidth - length);
    });
    // A name that is longer than its place goes on below.
    const [label = '', ...more] = wrapText(labels[at] ?? '', labelWidth);
    return [
      `${pad(label, labelWidth)}  ${lead(values[at] ?? '')}  ${parts.join(chalk.dim(line))}`.trimEnd(),
      ...more,
    ].join('\n');
  });
  return [`${chalk.bold(head)}${chalk.dim(scale + end)}`, ...drawn].join('\n');
}
