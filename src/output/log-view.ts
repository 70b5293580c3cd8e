import { localTime } from '../domain/time.ts';
import type { Effect } from '../domain/register.ts';
import { effectsView } from './batch-view.ts';
import type { DeskChangeField } from '../domain/desk-plan.ts';
import { deskFieldName } from './import-view.ts';
import type { Texts } from '../text/shape.ts';
import type { View } from './view.ts';

/** One operation as programs get it. */
export interface OperationJson {
  readonly operation: number;
  readonly at: string;
  readonly by: string;
  readonly command: string;
  readonly facts: Readonly<Record<string, string | number | readonly (string | number)[] | null>>;
  /** Number of the operation that undid it; null while it holds. */
  readonly undoneBy: number | null;
  readonly hash: string;
}

/** What an operation was about, in words: `unit DZ-004 市公安局, fields leader`. */
function describeFacts(operation: OperationJson, nameOf: UnitNames, text: Texts): string {
  const parts = Object.entries(operation.facts).flatMap(([key, value]) => {
    if (value === null || (Array.isArray(value) && value.length === 0)) return [];
    const all = (Array.isArray(value) ? value : [value]) as readonly (string | number)[];
    const shown = all.slice(0, 6).map((one) => describeFact(operation, key, one, nameOf, text));
    const more = all.length > shown.length ? ['…'] : [];
    return [`${factName(key, text)} ${[...shown, ...more].join(' ')}`];
  });
  return text.labels.list(parts);
}

/** Names of units by their code; undefined for what is none. */
export type UnitNames = (code: string) => string | undefined;

function factName(key: string, text: Texts): string {
  const words: Readonly<Record<string, string>> = text.views.log.facts;
  return words[key] ?? key;
}

/** One fact in words: a field, a channel, an act by its name, a unit by code and name. */
function describeFact(
  { command }: OperationJson,
  key: string,
  value: string | number,
  nameOf: UnitNames,
  text: Texts,
): string {
  const said = String(value);
  const { codeNames } = text;
  const named = (names: Readonly<Record<string, string>>): string => names[said] ?? said;
  switch (key) {
    case 'fields':
      return command.startsWith('desk')
        ? deskFieldName(said as DeskChangeField, text)
        : named(codeNames.unitField);
    case 'channel':
      return named(codeNames.channel);
    case 'verb':
      return named(codeNames.action);
    case 'shown':
      return named(text.views.privacy.kinds);
    case 'identity':
      return named(text.views.log.identity);
    case 'unit':
    case 'units':
    case 'into':
    case 'to':
    case 'lead': {
      const name = nameOf(said);
      return name === undefined ? said : `${said} ${name}`;
    }
    default:
      return said;
  }
}

/** What was done, by whom and when. */
export function logListView(
  {
    operations,
    found,
    hasUndone,
  }: {
    readonly operations: readonly OperationJson[];
    /** How many there are, those that are not shown too. */
    readonly found: number;
    readonly hasUndone: boolean;
  },
  { timeZone, nameOf }: { readonly timeZone: string; readonly nameOf: UnitNames },
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
          ...(hasUndone ? [{ title: say.state }] : []),
        ],
        rows: operations.map((one) => [
          String(one.operation),
          localTime(one.at, timeZone),
          one.by,
          one.command,
          describeFacts(one, nameOf, text),
          ...(hasUndone ? [one.undoneBy === null ? '' : say.undone(one.undoneBy)] : []),
        ]),
      },
    },
  ];
}

/** One operation with all that the log has of it, and what it changed in the register. */
export function operationView(
  operation: OperationJson,
  changes: { readonly effects: readonly Effect[]; readonly nameOf: (unitId: number) => string },
  { timeZone, nameOf }: { readonly timeZone: string; readonly nameOf: UnitNames },
  text: Texts,
): View {
  const say = text.views.log;
  const facts = Object.entries(operation.facts).map(([key, value]) => {
    const all = (Array.isArray(value) ? value : [value]) as readonly (string | number | null)[];
    const shown = all.map((one) =>
      one === null ? text.labels.none : describeFact(operation, key, one, nameOf, text),
    );
    return [factName(key, text), text.labels.list(shown)] as const;
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
        ...(operation.undoneBy === null ? [] : [[say.state, say.undoneBy(operation.undoneBy)] as const]),
        [say.hash, operation.hash],
      ],
    },
    ...effectsView(
      changes.effects,
      changes.nameOf,
      [text.views.import.before, text.views.import.after],
      text,
    ),
  ];
}
