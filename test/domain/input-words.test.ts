import { describe, expect, it } from 'vitest';
import * as fileWords from '../../src/domain/file-words.ts';
import * as inputWords from '../../src/domain/input-words.ts';

const tables = Object.entries({ ...inputWords, ...fileWords }).filter(
  ([, value]) => typeof value === 'object',
) as unknown as [string, Readonly<Record<string, readonly string[]>>][];
/** How a word is compared where it is read. */
const fold = (word: string): string => word.normalize('NFKC').toLowerCase().replace(/\s+/gu, '');

describe('words for codes', () => {
  it.each(tables)('%s: a word belongs to one code, and is no other code itself', (_name, table) => {
    const owners = new Map<string, string[]>();
    for (const [code, words] of Object.entries(table))
      for (const word of new Set([code, ...words].map(fold)))
        owners.set(word, [...(owners.get(word) ?? []), code]);
    expect([...owners].filter(([, codes]) => codes.length > 1)).toEqual([]);
  });

  it('there are tables of them', () => {
    expect(tables.length).toBeGreaterThan(8);
  });
});
