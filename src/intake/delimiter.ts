/** Signs in which the first lines lie. */
const headLength = 100_000;

/** Signs that part columns, the most usual first. */
export const delimiters = [',', '\t', ';', '|'] as const;
export type Delimiter = (typeof delimiters)[number];

/**
 * The sign that parts the columns: the one that stands equally often in most of the first lines, outside of quotes; of several the one
 * that stands most often.
 */
export function findDelimiter(text: string): Delimiter {
  // In lines that are cut at the end of the head, and between quotes, signs part nothing.
  const head = text
    .trimStart()
    .slice(0, headLength)
    .replaceAll(/"(?:[^"]|"")*"/gu, '')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .slice(0, 40);
  const ranked = delimiters.map((sign) => {
    const counts = head.map((line) => line.split(sign).length - 1).filter((count) => count > 0);
    const times = new Map<number, number>();
    for (const count of counts) times.set(count, (times.get(count) ?? 0) + 1);
    const [most = [0, 0]] = [...times].sort(([a, x], [b, y]) => y - x || b - a);
    return { sign, lines: most[1], count: most[0], all: counts.length };
  });
  // A sign that is in every line parts them, however often; else the one that is regular.
  const whole = ranked.filter(({ all }) => all > 0 && all === head.length);
  const [best] = (whole.length > 0 ? whole : ranked).sort((a, b) => b.lines - a.lines || b.count - a.count);
  return best === undefined || best.count === 0 ? ',' : best.sign;
}
