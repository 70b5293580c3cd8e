// Runs statements on a server in a thread of its own, for whoever waits for them and for nothing else.
import { workerData } from 'node:worker_threads';
import type { MessagePort } from 'node:worker_threads';
import pg from 'pg';

/** What is asked for, and where the answer goes. */
export interface Asked {
  readonly address: string;
  readonly sources: readonly string[];
  readonly values: readonly unknown[];
}

const { port, signal } = workerData as { port: MessagePort; signal: Int32Array };

const { INT8, NUMERIC, BOOL } = pg.types.builtins;
for (const type of [INT8, NUMERIC]) pg.types.setTypeParser(type, Number);
pg.types.setTypeParser(BOOL, (text) => (text === 't' ? 1 : 0));

async function run({ address, sources, values }: Asked): Promise<unknown> {
  const url = new URL(address);
  const schema = url.searchParams.get('schema') ?? 'liaison';
  url.searchParams.delete('schema');
  const client = new pg.Client({ connectionString: url.href });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query(`set search_path = ${schema}`);
    let last: pg.QueryResult | undefined;
    for (const source of sources)
      last = await client.query(source, values.length > 0 ? [...values] : undefined);
    const { rows = [], rowCount = 0 } = last ?? {};
    return { rows, changes: rowCount ?? 0 };
  } finally {
    await client.end().catch(() => undefined);
  }
}

port.on('message', (asked: Asked) => {
  void run(asked)
    .catch((error: unknown) => ({ error: error instanceof Error ? error.message : String(error) }))
    .then((answer) => {
      port.postMessage(answer);
      Atomics.store(signal, 0, 1);
      Atomics.notify(signal, 0);
    });
});
