import type { Jurisdiction } from '../domain/jurisdiction.ts';
import { usualHours } from '../domain/working-hours.ts';
import type { Texts } from '../text/shape.ts';
import type { View } from './view.ts';

export function jurisdictionListView(
  jurisdictions: readonly Jurisdiction[],
  usual: number | undefined,
  text: Texts,
): View {
  const say = text.views.jurisdiction;
  return [
    { kind: 'title', text: say.title },
    {
      kind: 'table',
      table: {
        columns: [
          { title: say.code },
          { title: say.name },
          { title: say.level },
          { title: say.parent },
          { title: say.scheme },
        ],
        rows: jurisdictions.map((one) => [
          one.code,
          one.id === usual ? text.labels.remark(one.name, say.usual) : one.name,
          text.codeNames.level[one.level],
          one.parent ?? '',
          one.schemeCode,
        ]),
      },
    },
  ];
}

export function jurisdictionView(one: Jurisdiction, text: Texts): View {
  const say = text.views.jurisdiction;
  const { none } = text.labels;
  const list = (items: readonly string[]): string => (items.length === 0 ? none : items.join('、'));
  return [
    { kind: 'title', text: `${one.code} ${one.name}` },
    {
      kind: 'facts',
      rows: [
        [say.level, text.codeNames.level[one.level]],
        [say.parent, one.parent ?? none],
        [say.scheme, one.schemeCode],
        [say.timeZone, one.timeZone],
        [say.areaCode, one.areaCode ?? none],
        [say.issuers, list(one.issuers)],
        [say.recipients, list(one.recipients)],
        [say.unitLimit, String(one.unitLimit)],
        [say.workHours, one.workHours ?? usualHours],
      ],
    },
  ];
}
