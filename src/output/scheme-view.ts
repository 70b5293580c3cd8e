import type { Band, Scheme } from '../domain/scheme.ts';
import type { Category } from '../domain/unit.ts';
import type { Texts } from '../text/shape.ts';
import type { View } from './view.ts';

/** A band as a person reads it: `more than 1000`, `more than 50, up to 1000`. */
export function describeBand({ lower, upper }: Band, text: Texts): string {
  const say = text.views.scheme;
  const isFromZero = lower.number === 0 && lower.included;
  const from = lower.included ? say.from_(lower.number) : say.over(lower.number);
  if (upper === null) return isFromZero ? say.any : from;
  const to = upper.included ? say.upTo(upper.number) : say.under(upper.number);
  return isFromZero ? to : say.between(from, to);
}

export function schemeListView(schemes: readonly Scheme[], inUse: string, text: Texts): View {
  const say = text.views.scheme;
  return [
    { kind: 'title', text: say.title },
    {
      kind: 'table',
      table: {
        columns: [
          { title: say.code },
          { title: say.from, align: 'right' },
          { title: '' },
          { title: say.source },
        ],
        rows: schemes.map((scheme) => [
          scheme.code,
          String(scheme.fromVolumeYear),
          scheme.code === inUse ? { text: say.inUse, tone: 'good' } : '',
          scheme.source,
        ]),
      },
    },
  ];
}

export function schemeView(scheme: Scheme, text: Texts): View {
  const say = text.views.scheme;
  const { words } = text;
  const fixed = Object.entries(scheme.categoryTiers) as [Category, keyof typeof words.tier][];
  return [
    { kind: 'title', text: scheme.code },
    {
      kind: 'facts',
      rows: [
        [say.source, scheme.source],
        [say.from, String(scheme.fromVolumeYear)],
        [say.channels, scheme.channels.map((channel) => words.channel[channel]).join(' + ')],
        [say.categories, text.labels.list(scheme.categories.map((category) => words.category[category]))],
      ],
    },
    {
      kind: 'table',
      table: {
        columns: [{ title: say.clause, align: 'right' }, { title: say.volume }, { title: say.tier }],
        rows: [
          ...scheme.bands.map((band, index) => [
            String(index + 1),
            describeBand(band, text),
            `${words.tier[band.tier]}: ${words.tierMeaning[band.tier]}`,
          ]),
          ...fixed.map(([category, tier]) => ['', say.whatever(words.category[category]), words.tier[tier]]),
        ],
      },
    },
  ];
}
