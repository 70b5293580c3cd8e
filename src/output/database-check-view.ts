import type { Texts } from '../text/shape.ts';
import type { View } from './view.ts';

/** What a check of the database showed. */
export function databaseCheckView(
  check: {
    readonly findings: readonly {
      readonly code: keyof Texts['views']['check']['codes'];
      readonly subject: string;
      readonly detail: string;
    }[];
    readonly checked: Readonly<Record<string, number>>;
    readonly unsealed: number;
    readonly isSchemaCompared: boolean;
    readonly head: string | null;
  },
  text: Texts,
): View {
  const say = text.views.check;
  const { findings, checked, unsealed, head, isSchemaCompared } = check;
  return [
    { kind: 'title', text: say.title },
    {
      kind: 'lines',
      lines: [
        say.checked(checked),
        ...(unsealed === 0 ? [] : [say.unsealed(unsealed)]),
        ...(isSchemaCompared ? [] : [say.schemaLeft]),
        ...(head === null ? [] : [say.head(head)]),
        findings.length === 0
          ? { text: say.sound, tone: 'good' as const }
          : { text: say.found(findings.length), tone: 'bad' as const },
      ],
    },
    ...(findings.length === 0
      ? []
      : [
          {
            kind: 'table' as const,
            table: {
              columns: [
                { title: say.code },
                { title: say.meaning },
                { title: say.subject },
                { title: say.detail },
              ],
              rows: findings.map(({ code, subject, detail }) => [code, say.codes[code], subject, detail]),
            },
          },
        ]),
  ];
}
