/** Longest text that is taken in, in characters, whether it is typed or stands in a file. */
export const textLimits = {
  /** What a citizen says, a unit replies, a person notes. */
  text: 10_000,
  title: 1_000,
  /** Names of people and of whoever calls for several. */
  caller: 500,
  phone: 500,
  /** Names of units, offices, files; numbers of documents; reasons. */
  line: 1_000,
  /** Words that are looked for. */
  search: 200,
} as const;

/** Signs that nobody sees: controls, joiners, marks of direction, fillers. */
const invisible = /[\p{Cc}\p{Cf}\u2028\u2029\u115f\u1160\u3164\uffa0]/u;

/** Whether a name or code holds a sign that nobody sees, so that two that look alike are not the same. */
export function holdsInvisible(text: string): boolean {
  return invisible.test(text);
}

/** Whether there is nothing to be seen in a text. */
export function isUnseen(text: string): boolean {
  if (/^[\w\u4e00-\u9fff]/u.test(text)) return false;
  return text.replaceAll(/[\s\p{Cc}\p{Cf}\u2028\u2029\u115f\u1160\u3164\uffa0]/gu, '') === '';
}
