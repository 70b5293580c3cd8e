import { localTime } from '../domain/time.ts';
import type { Texts } from '../text/shape.ts';
import type { View } from './view.ts';

/** Who was shown personal data, of what, and why. */
export function privacyLogView(
  entries: readonly {
    readonly at: string;
    readonly by: string;
    readonly shown: keyof Texts['views']['privacy']['kinds'];
    readonly subject: string;
    readonly appeals: number | null;
    readonly reason: string | null;
  }[],
  timeZone: string,
  text: Texts,
  { areReadings = false } = {},
): View {
  const say = text.views.privacy;
  return [
    { kind: 'title', text: areReadings ? say.readings : say.title },
    { kind: 'lines', lines: [say.count(entries.length)] },
    {
      kind: 'table',
      table: {
        columns: [
          { title: say.at },
          { title: say.by },
          { title: say.shown },
          { title: say.subject },
          { title: say.appeals, align: 'right' },
          { title: say.reason },
        ],
        rows: entries.map(({ at, by, shown, subject, appeals, reason }) => [
          localTime(at, timeZone),
          by,
          say.kinds[shown],
          // A list has no name of its own.
          shown === 'export' ? say.list(appeals ?? 0) : subject,
          appeals === null ? '' : String(appeals),
          reason ?? '',
        ]),
      },
    },
  ];
}

/** Whose personal texts a purge removes. */
export function purgePlanView(
  plan: {
    readonly before: string;
    readonly targets: readonly { readonly number: string }[];
    readonly texts: number;
  },
  text: Texts,
): View {
  const say = text.views.privacy;
  const { before, targets, texts } = plan;
  return [
    { kind: 'title', text: say.plan(before) },
    { kind: 'lines', lines: targets.length === 0 ? [say.nothing] : [say.targets(targets.length, texts)] },
    ...(targets.length === 0
      ? []
      : [{ kind: 'lines' as const, lines: [text.labels.list(targets.map(({ number }) => number))] }]),
  ];
}
