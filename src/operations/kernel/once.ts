import type { Operation } from './transaction.ts';

/** Makes a place for what is found out once in an operation, by a key; it goes when the operation does. */
export function makeOnce<Key, Value>(): (operation: Operation) => Map<Key, Value> {
  const known = new WeakMap<Operation, Map<Key, Value>>();
  return (operation) => {
    const there = known.get(operation) ?? new Map<Key, Value>();
    known.set(operation, there);
    return there;
  };
}
