import { localTime } from '../domain/time.ts';
import type { Texts } from '../text/shape.ts';
import type { View } from './view.ts';

/** One operation as programs get it. */
export interface OperationJson {
  readonly operation: number;
  readonly at: string;
  readonly by: string;
  readonly command: string;
  readonly facts: Readonly<Record<string, string | number | readonly (string | number)[] | null>>;
  readonly hash: string;
}

/** What an operation was about, in words: `unit DZ-004, fields leader`. */
function describeFacts({ facts }: OperationJson, text: Texts): string {
  const words: Readonly<Record<string, string>> = text.views.log.facts;
  const parts = Object.entries(facts).flatMap(([key, value]) => {
    if (value === null || (Array.isArray(value) && value.length === 0)) return [];
    const shown = Array.isArray(value) ? value.slice(0, 6).map(String) : [String(value)];
    const more = Array.isArray(value) && value.length > shown.length ? [...shown, '…'] : shown;
    return [`${words[key] ?? key} ${more.join(' ')}`];
  });
  return text.labels.list(parts);
}

/** What was done, by whom and when. */
export function logListView(
  { operations, found }: { readonly operations: readonly OperationJson[]; readonly found: number },
  timeZone: string,
  text: Texts,
): View {
  const say = text.views.log;
  return [
    { kind: 'title', text: say.title },
    { kind: 'lines', lines: [say.count(operations.length, found)] },
    {
      kind: 'table',
      table: {
        columns: [
          { title: say.number, align: 'right' },
          { title: say.at },
          { title: say.by },
          { title: say.command },
          { title: say.about },
        ],
        rows: operations.map((one) => [
          String(one.operation),
          localTime(one.at, timeZone),
          one.by,
          one.command,
          describeFacts(one, text),
        ]),
      },
    },
  ];
}

/** One operation with all that the log has of it. */
export function operationView(operation: OperationJson, timeZone: string, text: Texts): View {
  const say = text.views.log;
  const words: Readonly<Record<string, string>> = say.facts;
  const facts = Object.entries(operation.facts).map(([key, value]) => {
    const shown = value === null ? text.labels.none : Array.isArray(value) ? value.join(' ') : String(value);
    return [words[key] ?? key, shown] as const;
  });
  return [
    { kind: 'title', text: say.one(operation.operation) },
    {
      kind: 'facts',
      rows: [
        [say.at, localTime(operation.at, timeZone)],
        [say.by, operation.by],
        [say.command, operation.command],
        ...facts,
        [say.hash, operation.hash],
      ],
    },
  ];
}
