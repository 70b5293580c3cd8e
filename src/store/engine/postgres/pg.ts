import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import type { Answer, ConnectTerms, BareConnection, Row } from './connection.ts';

/** Statements that are kept prepared on the server; an import runs the same few again and again. */
const keptStatements = 200;

const { INT8, NUMERIC, BOOL } = pg.types.builtins;
const numbers: ReadonlySet<number> = new Set([INT8, NUMERIC]);
const booleans: ReadonlySet<number> = new Set([BOOL]);

/** Values by the number of their type: whole numbers are numbers, and so are true and false. */
function parserOf(type: number, format?: 'text' | 'binary'): (text: string) => unknown {
  if (numbers.has(type)) return Number;
  if (booleans.has(type)) return (text) => (text === 't' ? 1 : 0);
  return (pg.types.getTypeParser as typeof parserOf)(type, format);
}

/** Connects by the driver `pg`: the password comes from the address, PGPASSWORD or `.pgpass`. */
export async function connectByPg({ connection, patience }: ConnectTerms): Promise<BareConnection> {
  const client = new pg.Client({
    connectionString: connection,
    connectionTimeoutMillis: Math.max(patience, 1) * 1000,
    application_name: 'liaison',
    keepAlive: true,
    types: { getTypeParser: parserOf as typeof pg.types.getTypeParser },
  });
  // Whoever waits for an answer is told that the connection broke; nobody else need be.
  client.on('error', () => undefined);
  await client.connect();
  const names = new Map<string, string>();
  const nameOf = (source: string): string => {
    const there = names.get(source);
    if (there !== undefined) return there;
    const name = `l${String(names.size + 1)}`;
    names.set(source, name);
    return name;
  };
  // A connection does one thing after the other, whoever asks at once.
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = async <Result>(task: () => Promise<Result>): Promise<Result> => {
    const own = last.then(task);
    last = own.catch(() => undefined);
    return own;
  };
  return {
    query: (source, values = []) =>
      inTurn(async () => {
        const isKept = names.has(source) || names.size < keptStatements;
        const result = await client.query<Row>({
          text: source,
          values: [...values],
          ...(isKept && values.length > 0 ? { name: nameOf(source) } : {}),
        });
        return toAnswer(result);
      }),
    exec: (source) =>
      inTurn(async () => {
        await client.query(source);
      }),
    copyIn: (source, text) =>
      inTurn(async () => {
        const stream = client.query(copyFrom(source));
        await new Promise<void>((resolve, reject) => {
          stream.on('error', reject);
          stream.on('finish', resolve);
          stream.end(text);
        });
      }),
    close: () => client.end(),
  };
}

function toAnswer({ command, rows, rowCount }: pg.QueryResult<Row>): Answer {
  const isWriting = command === 'INSERT' || command === 'UPDATE' || command === 'DELETE';
  return { rows, affected: isWriting ? (rowCount ?? 0) : undefined };
}
