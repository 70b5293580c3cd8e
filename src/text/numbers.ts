/** Writes a number in a sentence. */
export const n = (value: number): string => String(value);

/** Writes a number of things in English: `1 day`, `2 days`. */
export const count = (value: number, one: string): string => `${n(value)} ${value === 1 ? one : `${one}s`}`;
