// A part in a thread of its own: one that never ends can be ended from outside.
import { parentPort, workerData } from 'node:worker_threads';
import type { Finding } from './terms.ts';
import type { Tally, Work } from './work.ts';
import { doWork } from './work.ts';

/** What the thread tells. */
export type Message =
  | { readonly kind: 'watch'; readonly at: string; readonly line: string }
  | { readonly kind: 'finding'; readonly finding: Finding }
  | { readonly kind: 'done'; readonly tally: Tally };

const tell = (message: Message): void => {
  parentPort?.postMessage(message);
};
const tally = await doWork(
  workerData as Work,
  (finding) => {
    tell({ kind: 'finding', finding });
  },
  (at, line) => {
    tell({ kind: 'watch', at, line: line.slice(0, 4000) });
  },
);
tell({ kind: 'done', tally });
