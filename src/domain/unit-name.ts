import { distance } from 'fastest-levenshtein';

/**
 * Gives the form in which two writings of one name are equal: NFKC, no spaces, lower case.
 * Full-width letters and brackets become the plain ones.
 */
export function nameKey(name: string): string {
  return name.normalize('NFKC').replace(/\s+/gu, '').toLowerCase();
}

/**
 * A name as it is kept: without signs that nobody sees, without the spaces and line breaks that set its characters apart on paper (市 教 育 局),
 * with single spaces between Latin words.
 */
export function cleanName(name: string): string {
  return name
    .replaceAll(/(?!\s)[\p{Cc}\p{Cf}]/gu, '')
    .trim()
    .replaceAll(/(?<=[^\p{ASCII}])\s+(?=[^\p{ASCII}])/gu, '')
    .replaceAll(/(?<=[^\p{ASCII}])\s*[\r\n]+\s*|\s*[\r\n]+\s*(?=[^\p{ASCII}])/gu, '')
    .replaceAll(/\s+/gu, ' ');
}

/** The name without the city's own name, or the 市 that stands for it, in front: 德州市公安局 and 市公安局 give 公安局. */
export function withoutCity(key: string, city: string): string {
  const full = nameKey(city);
  if (full !== '' && key.startsWith(full) && key.length > full.length + 1) return key.slice(full.length);
  const suffix = full.at(-1);
  const standsForCity = suffix === '市' || suffix === '县' || suffix === '区';
  return standsForCity && key.startsWith(suffix) && key.length > 2 ? key.slice(1) : key;
}

/**
 * How like two names are, 0 to 1: the share of characters that need no edit, or, for an abbreviation whose
 * characters all stand in the long name in their order (人社局, 人力资源和社会保障局), whichever of the two is known, at least 0.6.
 */
export function likeness(wanted: string, name: string): number {
  if (name === '') return 0;
  const edits = 1 - distance(wanted, name) / Math.max(wanted.length, name.length);
  const isAbbreviation = wanted.length >= 3 && isSubsequence(wanted, name);
  const isExtension = name.length >= 3 && isSubsequence(name, wanted);
  return isAbbreviation || isExtension ? Math.max(edits, 0.6) : edits;
}

function isSubsequence(short: string, long: string): boolean {
  let at = 0;
  for (const character of short) {
    const next = long.indexOf(character, at);
    if (next < 0) return false;
    at = next + character.length;
  }
  return true;
}
