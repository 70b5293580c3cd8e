import type { Appeal, PersonalFields } from '../domain/appeal.ts';
import { isPurged, listedTexts } from '../domain/appeal.ts';
import type { Excerpt } from '../domain/excerpt.ts';
import type { Likeness } from '../domain/likeness.ts';
import { localDay } from '../domain/time.ts';
import type { Texts } from '../text/shape.ts';
import type { View } from './view.ts';

/** Appeals that were found, and where the word stands in each. */
export function searchView(
  title: string,
  found: {
    readonly hits: readonly {
      readonly appeal: Appeal;
      readonly personal: PersonalFields;
      readonly at?:
        { readonly field: string; readonly seq: number | null; readonly excerpt: Excerpt } | undefined;
    }[];
    readonly total: number | null;
    /** By what else than words they were found. */
    readonly by?: 'phone' | 'caller' | undefined;
  },
  timeZone: string,
  text: Texts,
): View {
  const { appeal: say, search } = text.views;
  const fields: Readonly<Record<string, string>> = search.fields;
  const rows = found.hits.map(({ appeal, personal, at }) => {
    const { before = '', word = '', after = '' } = at?.excerpt ?? {};
    const excerpt = word === '' ? before + after : `${before}【${word}】${after}`;
    // What is written with an event beside its reply or note is a remark.
    const field = at === undefined ? '' : at.field === 'text' && at.seq !== null ? 'remark' : at.field;
    const isTitle = at === undefined || at.field === 'title';
    const isRemoved = isPurged({ appeal, personal }) && !appeal.confidential;
    const shown = isRemoved
      ? text.views.times.removed
      : (listedTexts(appeal, personal).title ?? say.confidential);
    return [
      appeal.number,
      localDay(appeal.receivedAt, timeZone),
      text.codeNames.state[appeal.state],
      at === undefined ? search[found.by ?? 'number'] : (fields[field] ?? field),
      at === undefined ? shown : isTitle ? excerpt : `${shown}\n${excerpt}`,
    ];
  });
  return [
    { kind: 'title', text: title },
    { kind: 'lines', lines: [search.found(found.hits.length, found.total)] },
    ...(rows.length === 0
      ? []
      : [
          {
            kind: 'table' as const,
            table: {
              columns: [
                { title: say.number },
                { title: say.received },
                { title: say.state },
                { title: search.where },
                { title: say.title },
              ],
              rows,
            },
          },
        ]),
  ];
}

/** An open appeal that looks like another, as it is proposed. */
export interface SimilarLine {
  readonly number: string;
  readonly title: string | null;
  readonly holder: string | null;
  readonly why: readonly Likeness[];
}

/** Open appeals that look like one that was logged, in words. */
export function describeSimilar(similar: readonly SimilarLine[], text: Texts): string[] {
  if (similar.length === 0) return [];
  const say = text.views.search;
  return [
    say.similar,
    ...similar.map(({ number, title, holder, why }) => {
      const reasons = text.labels.list(why.map((one) => say.why[one]));
      const shown = title ?? text.views.appeal.confidential;
      return `  ${say.line(number, reasons, shown, holder ?? text.codeNames.transferDesk)}`;
    }),
  ];
}
