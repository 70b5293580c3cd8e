import type { Texts } from '../text/shape.ts';
import type { Cell, View } from './view.ts';

export interface DatabaseLine {
  readonly path: string;
  readonly schema: string;
  readonly engine: string;
  readonly driver: string;
  readonly journalMode: string;
  readonly pageBytes: number;
  /** Rights of the file, `644`, when others than its owner can read it. */
  readonly wideRights: string | null;
  /** Kind of the network file system the file lies on. */
  readonly networkFileSystem: string | null;
  readonly operations: number;
  readonly head: string | null;
  readonly units: number;
  readonly runs: number;
  readonly editions: number;
  readonly appeals: number;
}

export function databaseView(facts: DatabaseLine, text: Texts): View {
  const say = text.views.database;
  const warnings: Cell[] = [];
  if (facts.wideRights !== null) warnings.push({ text: say.wideRights(facts.wideRights), tone: 'warning' });
  if (facts.networkFileSystem !== null) {
    warnings.push({ text: say.networkFileSystem(facts.networkFileSystem), tone: 'bad' });
  }
  return [
    { kind: 'title', text: say.title },
    {
      kind: 'facts',
      rows: [
        [say.path, facts.path],
        [say.schema, facts.schema],
        [say.engine, `${facts.engine} (${facts.driver})`],
        [say.size, say.bytes(facts.pageBytes)],
        [say.journal, facts.journalMode],
        [say.units, String(facts.units)],
        [say.runs, String(facts.runs)],
        [say.editions, String(facts.editions)],
        [say.appeals, String(facts.appeals)],
        [say.operations, String(facts.operations)],
        [say.head, facts.head ?? text.labels.none],
      ],
    },
    { kind: 'lines', lines: warnings },
  ];
}

/** Which roles of a server may do what. */
export function rightsView(
  granted: readonly { readonly role: string; readonly level: keyof Texts['views']['database']['levels'] }[],
  text: Texts,
): View {
  const say = text.views.database;
  return [
    { kind: 'title', text: say.rights },
    granted.length === 0
      ? { kind: 'lines', lines: [say.nobody] }
      : {
          kind: 'table',
          table: {
            columns: [{ title: say.role }, { title: say.level }],
            rows: granted.map(({ role, level }) => [role, say.levels[level]]),
          },
        },
  ];
}
