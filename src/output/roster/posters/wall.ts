import type { RosterEntry, RosterGroup } from '../../../domain/roster.ts';
import { unitWithCounty } from '../../../domain/roster.ts';
import type { Tier } from '../../../domain/scheme.ts';
import { tiers } from '../../../domain/scheme.ts';
import { officialDay } from '../../../domain/time.ts';
import { official } from '../../../text/official.ts';
import { printedWidth } from '../../papers/fit-columns.ts';
import { wrapText } from '../../wrap.ts';
import { deskWithSign, gatherEntries } from '../layout.ts';
import type { PosterFacts } from './poster.ts';
import { phonesOf, point, posterTitle, widthOf } from './poster.ts';

/** Sheets a roster can hang on a wall on, in millimetres, lying. */
export const wallPapers = {
  a3: { width: 420, height: 297 },
  a4: { width: 297, height: 210 },
} as const;
export type WallPaper = keyof typeof wallPapers;

/** Margin of a wall sheet, and the space between its columns, in millimetres. */
export const wallMargin = 12;
export const wallGap = 7;
/** Smallest and largest size of a phone, in points. */
const smallestPhone = 16;
const largestPhone = 26;

/** A line of a wall sheet: one unit with its phones. */
export interface WallItem {
  readonly number: number;
  readonly unit: string;
  readonly desk: string;
  readonly tier: Tier;
  /** Numbers with what stands beside them. */
  readonly phones: readonly { readonly number: string; readonly note: string }[];
  /** Its own duty hours, where they are not those of most. */
  readonly hours: string | null;
  readonly height: number;
}

/** A place in a column: a heading, or a line. */
export type WallBlock =
  | { readonly kind: 'heading'; readonly text: string; readonly height: number }
  | { readonly kind: 'item'; readonly item: WallItem; readonly height: number };

/** A wall sheet: pages of columns, how large phones and names are set in points, and what stands above and below. */
export interface WallSheet {
  readonly paper: WallPaper;
  readonly title: string;
  readonly head: string;
  readonly pages: readonly (readonly (readonly WallBlock[])[])[];
  readonly columns: number;
  readonly columnWidth: number;
  /** Room for phones, in millimetres, the same in every line. */
  readonly phoneWidth: number;
  readonly phoneSize: number;
  readonly nameSize: number;
  /** The duties of each tier, once; of those whose duties differ a word. */
  readonly legend: readonly { readonly mark: string; readonly tier: string; readonly duties: string }[];
  readonly note: string | null;
  readonly issuers: readonly string[];
}

/** The mark of a tier: full, half, empty, so that it is told apart in black and white. */
export const tierMarks: Readonly<Record<Tier, string>> = { dedicated: '●', attached: '◎', designated: '○' };

/** Sizes in points that go with that of phones. */
const nameOf = (phone: number): number => Math.round(phone * 0.78 * 2) / 2;
export const smallSize = 9;

/** Heights of what stands around the columns, in millimetres. */
export const wallHead = 24;

/** Makes a wall sheet: the largest phones with which all stands on one page; where that is not to be had, the smallest there may be, on as few pages as that takes. */
export function makeWallSheet(facts: PosterFacts, paper: WallPaper): WallSheet {
  const { entries, edition, by } = facts;
  const { width, height } = wallPapers[paper];
  const hours = mostFrequent(entries.map((entry) => entry.hours ?? ''));
  const duties = new Map(
    tiers.map((tier) => [tier, mostFrequent(entries.filter((entry) => entry.tier === tier).map((entry) => entry.duties ?? ''))]), // prettier-ignore
  );
  const legend = tiers.flatMap((tier) => {
    const text = duties.get(tier) ?? '';
    return text === '' ? [] : [{ mark: tierMarks[tier], tier: official.tier[tier], duties: text }];
  });
  const others = entries.filter((entry) => (entry.duties ?? '') !== (duties.get(entry.tier) ?? ''));
  const note = others.length === 0 ? null : official.wall.ownDuties(others.length);
  const inner = width - 2 * wallMargin;
  const legendLines = [...legend.map((one) => `${one.mark} ${one.tier}：${one.duties}`), ...(note === null ? [] : [note])]; // prettier-ignore
  const legendWidth = Math.floor((inner * 0.72) / (smallSize * point * 0.5));
  const foot = legendLines.reduce((sum, line) => sum + wrapText(line, legendWidth).length, 0) * smallSize * point * 1.4 + 6; // prettier-ignore
  const room = height - 2 * wallMargin - wallHead - foot;
  const common = { groups: gatherEntries(entries, by), hours, room, inner };
  const found =
    findArrangement(common, largestPhone, (pages) => pages === 1) ??
    findArrangement(common, smallestPhone, () => true);
  if (found === undefined) throw new Error('a wall sheet has always an arrangement');
  return {
    paper,
    title: posterTitle(facts),
    head: [
      official.edition(edition.number),
      edition.documentNo,
      officialDay(edition.publishedOn),
      ...(hours === '' ? [] : [official.wall.hours(hours)]),
    ].join('　'),
    legend,
    note,
    issuers: edition.issuers,
    ...found,
  };
}

/** The text that most have; the first of equals. */
function mostFrequent(texts: readonly string[]): string {
  const counts = Map.groupBy(texts, (text) => text);
  return [...counts].sort(([, a], [, b]) => b.length - a.length)[0]?.[0] ?? '';
}

interface Terms {
  readonly groups: readonly RosterGroup[];
  readonly hours: string;
  readonly room: number;
  readonly inner: number;
}

type Arranged = Pick<
  WallSheet,
  'pages' | 'columns' | 'columnWidth' | 'phoneWidth' | 'phoneSize' | 'nameSize'
>;

/** Tries sizes of phones from the largest on, and numbers of columns; among those that do, the one with the fewest pages. */
function findArrangement(
  terms: Terms,
  from: number,
  isGood: (pages: number) => boolean,
): Arranged | undefined {
  for (let phoneSize = from; phoneSize >= smallestPhone; phoneSize -= 0.5) {
    const tried = [2, 3, 4, 5].flatMap((columns) => arrange(terms, columns, phoneSize) ?? []);
    const [best] = tried.sort((a, b) => a.pages.length - b.pages.length || a.columns - b.columns);
    if (best !== undefined && isGood(best.pages.length)) return best;
  }
  return undefined;
}

/** Narrowest a name may stand beside its phones, in millimetres. */
const narrowestName = 26;
/** Room for the number and the mark in front of a name. */
export const wallLead = 15;

function arrange(
  { groups, hours, room, inner }: Terms,
  columns: number,
  phoneSize: number,
): Arranged | undefined {
  const columnWidth = (inner - (columns - 1) * wallGap) / columns;
  const nameSize = nameOf(phoneSize);
  const numbers = groups.flatMap(({ entries }) => entries.flatMap((entry) => phonesOf(entry).map(partPhone)));
  const phoneWidth =
    2 +
    Math.max(
      0,
      ...numbers.map(({ number, note }) => Math.max(widthOf(number, phoneSize), widthOf(note, smallSize))),
    );
  const blocks: WallBlock[] = [];
  for (const { heading, entries } of groups) {
    if (heading !== null) blocks.push({ kind: 'heading', text: heading, height: 9 });
    for (const entry of entries) {
      const item = measure(entry, { columnWidth, phoneWidth, phoneSize, nameSize, hours });
      if (item === undefined || item.height > room) return undefined;
      blocks.push({ kind: 'item', item, height: item.height });
    }
  }
  // Columns of one page are about equally long.
  let height = Math.max(room / 3, blocks.reduce((sum, one) => sum + one.height, 0) / columns);
  let filled = fill(blocks, Math.min(height, room));
  while (filled.length > columns && height < room) {
    height += 2;
    filled = fill(blocks, Math.min(height, room));
  }
  const pages = Array.from({ length: Math.ceil(filled.length / columns) }, (_, at) =>
    filled.slice(at * columns, (at + 1) * columns),
  );
  return { pages, columns, columnWidth, phoneWidth, phoneSize, nameSize };
}

/** Fills columns; a group that goes on in the next one has its heading there again, and no heading ends a column. */
function fill(blocks: readonly WallBlock[], height: number): WallBlock[][] {
  const columns: WallBlock[][] = [[]];
  let left = height;
  let heading: string | null = null;
  for (const [at, block] of blocks.entries()) {
    const next = blocks[at + 1];
    const need = block.height + (block.kind === 'heading' && next !== undefined ? next.height : 0);
    if (need > left && (columns.at(-1)?.length ?? 0) > 0) {
      columns.push([]);
      left = height;
      if (block.kind === 'item' && heading !== null) {
        columns.at(-1)?.push({ kind: 'heading', text: official.continued(heading), height: 9 });
        left -= 9;
      }
    }
    if (block.kind === 'heading') heading = block.text;
    columns.at(-1)?.push(block);
    left -= block.height;
  }
  return columns;
}

/** A phone with its note apart. */
function partPhone(phone: string): WallItem['phones'][number] {
  const found = /^(.+?)（([^（）]*)）$/u.exec(phone);
  return found === null ? { number: phone, note: '' } : { number: found[1] ?? phone, note: found[2] ?? '' };
}

function measure(
  entry: RosterEntry,
  terms: {
    readonly columnWidth: number;
    readonly phoneWidth: number;
    readonly phoneSize: number;
    readonly nameSize: number;
    readonly hours: string;
  },
): WallItem | undefined {
  const { columnWidth, phoneWidth, phoneSize, nameSize, hours } = terms;
  const phones = phonesOf(entry).map(partPhone);
  const room = columnWidth - wallLead - phoneWidth - 1;
  if (room < narrowestName) return undefined;
  const lines = (text: string, size: number): number =>
    text === '' ? 0 : wrapText(text, Math.max(4, Math.floor(room / (size * point * 0.5)))).length;
  const own = (entry.hours ?? '') === hours ? null : entry.hours;
  // Spells end where they must: no program ends a line inside a time.
  const spells = own === null ? null : wrapText(own, Math.max(4, Math.floor(room / (smallSize * point * 0.5))), printedWidth).join('\n'); // prettier-ignore
  const unit = unitWithCounty(entry);
  const desk = deskWithSign(entry);
  const left = lines(unit, nameSize) * nameSize * 1.3 + (lines(desk, smallSize) + (spells?.split('\n').length ?? 0)) * smallSize * 1.4; // prettier-ignore
  const right = phones.reduce(
    (sum, { note }) => sum + phoneSize * 1.2 + (note === '' ? 0 : smallSize * 1.3),
    0,
  );
  const height = Math.max(left, right) * point + 3;
  return { number: entry.number, unit, desk, tier: entry.tier, phones, hours: spells, height };
}
