import type { Operation } from './transaction.ts';

/** Gathers a row for what is to be done with all that were gathered, once each, before their operation ends. */
export type GatherForEnd = (
  operation: Operation,
  id: number,
  finish: (ids: readonly number[]) => Promise<void>,
) => void;

/** Makes what gathers rows during an operation: what is done for each of them at its end is done once, and when all else is written. */
export function makeGatherForEnd(): GatherForEnd {
  const waiting = new WeakMap<Operation, Set<number>>();
  return (operation, id, finish) => {
    const there = waiting.get(operation);
    if (there !== undefined) {
      there.add(id);
      return;
    }
    const ids = new Set([id]);
    waiting.set(operation, ids);
    operation.beforeEnd(() => finish([...ids]));
  };
}
