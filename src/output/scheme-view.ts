import { writeLowerBound } from '../domain/bound.ts';
import { localDay } from '../domain/time.ts';
import type { Band, Scheme } from '../domain/scheme.ts';
import type { Category } from '../domain/unit.ts';
import type { Texts } from '../text/shape.ts';
import type { Cell, View } from './view.ts';

/** A band as a person reads it: `more than 1000`, `more than 50, up to 1000`. */
export function describeBand({ lower, upper }: Band, text: Texts): string {
  const say = text.views.scheme;
  const isFromZero = lower.number === 0 && lower.included;
  const from = lower.included ? say.from_(lower.number) : say.over(lower.number);
  if (upper === null) return isFromZero ? say.any : from;
  const to = upper.included ? say.upTo(upper.number) : say.under(upper.number);
  return isFromZero ? to : say.between(from, to);
}

/** The bands of a scheme on one line: each tier with its volumes. */
export function describeBands({ bands }: Scheme, text: Texts): string {
  return text.labels.list(
    bands.map((band) => text.labels.remark(text.codeNames.tier[band.tier], describeBand(band, text))),
  );
}

/** That a scheme is used, from which volume year on, as it was decided. */
export interface SchemeUseLine {
  readonly schemeCode: string;
  readonly fromVolumeYear: number;
  readonly at: string;
  readonly by: string;
  readonly isDefault: boolean;
}

/** The schemes there are; those in use say from which volume year on. */
export function schemeListView(
  schemes: readonly Scheme[],
  uses: readonly SchemeUseLine[],
  text: Texts,
): View {
  const say = text.views.scheme;
  return [
    { kind: 'title', text: say.title },
    {
      kind: 'table',
      table: {
        columns: [
          { title: say.code },
          { title: say.from, align: 'right' },
          { title: say.bounds },
          { title: '' },
          { title: say.source },
        ],
        rows: schemes.map((scheme) => [
          scheme.code,
          String(scheme.fromVolumeYear),
          scheme.bands.map((band) => writeLowerBound(band.lower)).join(' '),
          describeUse(scheme, uses, text),
          scheme.source,
        ]),
      },
    },
  ];
}

function describeUse({ code }: Scheme, uses: readonly SchemeUseLine[], text: Texts): Cell {
  const say = text.views.scheme;
  const [newest] = uses;
  const use = uses.find((one) => one.schemeCode === code);
  if (use === undefined) return '';
  return use === newest
    ? { text: say.inUseFrom(use.fromVolumeYear), tone: 'good' }
    : { text: say.usedFrom(use.fromVolumeYear), tone: 'dim' };
}

/** Whether what nobody decided was decided since, for all its years. */
function isOverruled(use: SchemeUseLine, since: readonly SchemeUseLine[]): boolean {
  return use.isDefault && since.some(({ fromVolumeYear }) => fromVolumeYear <= use.fromVolumeYear);
}

/** One scheme with its bands as a person reads them, and as they are written in commands and files. */
export function schemeView(
  scheme: Scheme,
  uses: readonly SchemeUseLine[],
  timeZone: string,
  text: Texts,
): View {
  const say = text.views.scheme;
  const { codeNames } = text;
  const fixed = Object.entries(scheme.categoryTiers) as [Category, keyof typeof codeNames.tier][];
  return [
    { kind: 'title', text: scheme.code },
    {
      kind: 'facts',
      rows: [
        [say.source, scheme.source],
        [say.from, String(scheme.fromVolumeYear)],
        [say.channels, scheme.channels.map((channel) => codeNames.channel[channel]).join(' + ')],
        [say.categories, text.labels.list(scheme.categories.map((category) => codeNames.category[category]))],
        ...uses
          .filter((use, at) => use.schemeCode === scheme.code && !isOverruled(use, uses.slice(0, at)))
          .map(({ fromVolumeYear, at, by, isDefault }): readonly [string, Cell] => [
            say.inUse,
            isDefault
              ? { text: say.isDefault(scheme.code), tone: 'warning' }
              : say.takenOn(fromVolumeYear, localDay(at, timeZone), by),
          ]),
      ],
    },
    {
      kind: 'table',
      table: {
        columns: [
          { title: say.clause, align: 'right' },
          { title: say.volume },
          { title: say.tier },
          { title: say.written },
        ],
        rows: [
          ...scheme.bands.map((band, index) => [
            String(index + 1),
            describeBand(band, text),
            text.labels.remark(codeNames.tier[band.tier], codeNames.tierMeaning[band.tier]),
            `--${band.tier} ${writeLowerBound(band.lower)}`,
          ]),
          ...fixed.map(([category, tier]) => [
            '',
            say.whatever(codeNames.category[category]),
            codeNames.tier[tier],
            `--category ${category}=${tier}`,
          ]),
        ],
      },
    },
  ];
}
