import type { Screen } from '../screen.ts';
import { paint } from '../screen.ts';
import type { BandChart, BandPlace } from '../view.ts';
import { showHidden } from '../visible.ts';
import { displayWidth, wrapText } from '../wrap.ts';
import { listEdges, placeOnScale } from './band-scale.ts';

/** Fewest columns a band is drawn in. */
const narrowestBand = 6;

/**
 * Draws a bar for each row, or where each row stood and stands. Every band of the scale is equally wide, and a bar is as long within its band
 * as its value is far through it; so a bar passes the line of a bound exactly where its value lies beyond it.
 */
export function writeBandChart(chart: BandChart, screen: Screen): string {
  const { bounds, rows, beforeTitle, none } = chart;
  const { chalk, isUtf8 } = screen;
  const line = isUtf8 ? '│' : '|';
  const bands = bounds.length + 1;
  const labels = rows.map(({ label }) => showHidden(label));
  const show = (place: BandPlace | null | undefined): string => (place == null ? none : String(place.value));
  const figures = [
    ...(beforeTitle === undefined
      ? []
      : [{ title: beforeTitle, values: rows.map(({ before }) => show(before)) }]),
    { title: chart.valueTitle, values: rows.map(({ place }) => show(place)) },
  ].map(({ title, values }) => ({
    title,
    values,
    width: Math.max(displayWidth(title), ...values.map(displayWidth)),
  }));
  const room = screen.width - figures.reduce((sum, { width }) => sum + width + 2, 2);
  const labelWidth = Math.min(
    Math.max(displayWidth(chart.labelTitle), ...labels.map(displayWidth)),
    Math.max(room - bands * (narrowestBand + 1), Math.floor(room / 3)),
  );
  const bandWidth = Math.max(narrowestBand, Math.floor((room - labelWidth - bounds.length) / bands));
  const edges = listEdges(chart);
  const pad = (text: string, width: number): string =>
    text + ' '.repeat(Math.max(width - displayWidth(text), 0));
  const lead = (text: string, width: number): string =>
    ' '.repeat(Math.max(width - displayWidth(text), 0)) + text;

  const scale = bounds.map((bound) => String(bound).padStart(bandWidth + 1)).join('');
  const end = String(edges.at(-1)).padStart(bandWidth);
  const head = `${pad(chart.labelTitle, labelWidth)}  ${figures.map(({ title, width }) => `${lead(title, width)}  `).join('')}`;
  const drawn = rows.map((row, at) => {
    const signs = beforeTitle === undefined ? drawBar(row.place, { bands, bandWidth, edges, isUtf8 }) : drawShift(row, { bands, bandWidth, edges, isUtf8 }); // prettier-ignore
    const parts = signs.map((part) => part.replace(/[^ ]+/gu, (run) => paint(run, { text: '', tone: row.tone }, screen))); // prettier-ignore
    // A name that is longer than its place goes on below.
    const [label = '', ...more] = wrapText(labels[at] ?? '', labelWidth);
    const values = figures.map(({ values: of, width }) => `${lead(of[at] ?? '', width)}  `).join('');
    return [`${pad(label, labelWidth)}  ${values}${parts.join(chalk.dim(line))}`.trimEnd(), ...more].join(
      '\n',
    );
  });
  return [`${chalk.bold(head)}${chalk.dim(scale + end)}`, ...drawn].join('\n');
}

interface Scale {
  readonly bands: number;
  readonly bandWidth: number;
  readonly edges: readonly number[];
  readonly isUtf8: boolean;
}

/** Columns of a bar within its own band: full only where the value is the bound itself, or the greatest of all. */
function columnsOf(place: BandPlace, { bandWidth, edges }: Scale): number {
  const length = Math.floor((placeOnScale(place, edges) - place.band) * bandWidth);
  return place.value === 0 ? 0 : Math.min(Math.max(length, 1), bandWidth);
}

function drawBar(place: BandPlace | null, scale: Scale): string[] {
  const { bands, bandWidth, isUtf8 } = scale;
  const block = isUtf8 ? '█' : '#';
  return Array.from({ length: bands }, (_, band) => {
    if (place === null || place.band < band) return ' '.repeat(bandWidth);
    const length = place.band > band ? bandWidth : columnsOf(place, scale);
    return block.repeat(length) + ' '.repeat(bandWidth - length);
  });
}

/** A ring where a row stood, a dot where it stands, and what lies between. */
function drawShift(row: BandChart['rows'][number], scale: Scale): string[] {
  const { bands, bandWidth, isUtf8 } = scale;
  const [ring, dot, way] = isUtf8 ? ['○', '●', '─'] : ['o', '*', '-'];
  const spot = (place: BandPlace | null | undefined): number | undefined =>
    place == null ? undefined : place.band * bandWidth + Math.max(0, columnsOf(place, scale) - 1);
  const [was, is] = [spot(row.before), spot(row.place)];
  const signs = Array.from({ length: bands * bandWidth }, (_, at) => {
    if (at === is) return dot;
    if (at === was) return ring;
    const isBetween =
      was !== undefined && is !== undefined && at > Math.min(was, is) && at < Math.max(was, is);
    return isBetween ? way : ' ';
  });
  return Array.from({ length: bands }, (_, band) =>
    signs.slice(band * bandWidth, (band + 1) * bandWidth).join(''),
  );
}
