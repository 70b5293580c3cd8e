import { charactersOf } from './official-page.ts';

/** Characters of the title on a line, 22 pt each. */
const titleCharacters = 20;

/**
 * The title in lines: the issuing bodies on their own, then what it is about in lines of about equal length, none of which parts
 * what stands in brackets.
 */
export function titleLines(title: string, issuers: readonly string[]): string[] {
  const bodies = issuers.join('　');
  const hasBodies = bodies !== '' && title.startsWith(bodies) && charactersOf(title) > titleCharacters;
  const rest = hasBodies ? title.slice(bodies.length) : title;
  return [...(hasBodies ? packNames(issuers) : []), ...balance(rest)];
}

/** Names beside each other as long as a line of the title has room for them. */
function packNames(names: readonly string[]): string[] {
  return names.reduce<string[]>((lines, name) => {
    const last = lines.at(-1);
    const joined = `${last ?? ''}\u3000${name}`;
    if (last === undefined || charactersOf(joined) > titleCharacters) return [...lines, name];
    return [...lines.slice(0, -1), joined];
  }, []);
}

/** Words of titles that no line parts. */
const wholeWords =
  /群众(?:工作|诉求)?|诉求|工作|机构|岗位|职责|联系|电话|联络|名册|变动|情况|通知|公布|关于|确定|设置|类别|服务中心|委员会|管理局|[^的和及与关于公布]{1,6}(?:局|委|办|厅|院|队)/gu;

function balance(text: string): string[] {
  const count = Math.ceil(charactersOf(text) / titleCharacters);
  if (count <= 1) return [text];
  const signs = Array.from(text);
  const inWords = new Set(
    [...text.matchAll(wholeWords)].flatMap(({ 0: word, index }) => {
      const [from, length] = [Array.from(text.slice(0, index)).length, Array.from(word).length];
      return Array.from({ length: length - 1 }, (_, at) => from + 1 + at);
    }),
  );
  // Whoever reads it aloud pauses here: not inside brackets, not before a sign or 的.
  const canBreak = (at: number): boolean => {
    const before = signs.slice(0, at).join('');
    const isInside = (before.match(/[（《“]/gu) ?? []).length > (before.match(/[）》”]/gu) ?? []).length;
    return (
      !isInside &&
      !inWords.has(at) &&
      !/^[，。、；：）》”的和]/u.test(signs[at] ?? '') &&
      !/[和及、]$/u.test(before)
    );
  };
  const ideal = Math.ceil(signs.length / count);
  const spots = Array.from({ length: signs.length - 1 }, (_, at) => at + 1).filter(
    (at) =>
      canBreak(at) &&
      charactersOf(signs.slice(0, at).join('')) <= titleCharacters &&
      charactersOf(signs.slice(at).join('')) <= titleCharacters * (count - 1),
  );
  const spot = spots.sort((a, b) => Math.abs(a - ideal) - Math.abs(b - ideal))[0] ?? ideal;
  return [signs.slice(0, spot).join(''), ...balance(signs.slice(spot).join(''))];
}
