/** Reads and writes texts in an encoding of two bytes a character or one. Made once, when it is first needed. */
interface ByteTable {
  readonly bytesOf: ReadonlyMap<string, readonly number[]>;
}

let chinese: ByteTable | undefined;
let western: ByteTable | undefined;

/** The bytes of characters in GBK; the engine writes no encoding but UTF-8. */
function chineseTable(): ByteTable {
  if (chinese !== undefined) return chinese;
  const decoder = new TextDecoder('gb18030');
  const bytesOf = new Map<string, readonly number[]>();
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      if (trail === 0x7f) continue;
      const character = decoder.decode(Uint8Array.of(lead, trail));
      if (Array.from(character).length === 1) bytesOf.set(character, [lead, trail]);
    }
  }
  chinese = { bytesOf };
  return chinese;
}

/** The bytes of characters in the western encoding of Windows. */
function westernTable(): ByteTable {
  if (western !== undefined) return western;
  const decoder = new TextDecoder('windows-1252');
  const bytesOf = new Map<string, readonly number[]>();
  for (let byte = 0x80; byte <= 0xff; byte += 1) bytesOf.set(decoder.decode(Uint8Array.of(byte)), [byte]);
  western = { bytesOf };
  return western;
}

/** Characters as which the first byte of a Chinese character in UTF-8 stands when it is taken for GBK, or for western text. */
const firstOfTwice = /[\u00c0-\u00ff]|[\u4e00-\u9fff]/u;
const nonAscii = /[^\p{ASCII}]{3,}/gu;
const longRun = /[^\p{ASCII}]{3}/u;
const han = /\p{Script=Han}/gu;
/** The most usual characters lie in the first level of GB 2312: lead bytes B0 to D7. */
const levelOne = { from: 0xb0, until: 0xd7 };

/**
 * Gives what a text was before it was encoded twice: 德州市 that was UTF-8 and taken for GBK (寰峰窞甯) or for western text (å¾·å·ž), or
 * was GBK and taken for western text (µÂÖÝÊÐ). Undefined for a text that is as it should be.
 */
export function findTwiceEncoded(text: string): string | undefined {
  if (!mayBeTwice(text)) return undefined;
  for (const [run] of text.matchAll(nonAscii)) {
    const before = undoGbk(run) ?? undoWestern(run);
    if (before !== undefined) return before;
  }
  return undefined;
}

/** Signs with which a run can begin that was encoded twice, by their number: told once, for every cell of a file is looked at. */
let beginnings: Uint8Array | undefined;

function listBeginnings(): Uint8Array {
  const found = new Uint8Array(0x10000);
  const decoder = new TextDecoder('gb18030');
  // Of the 24,000 characters of GBK those with the first bytes of Chinese in UTF-8 alone: the whole table takes 40 ms.
  for (let lead = firstLead; lead <= lastLead; lead += 1)
    for (let trail = 0x40; trail <= 0xfe; trail += 1)
      found[decoder.decode(Uint8Array.of(lead, trail)).charCodeAt(0)] = 1;
  for (const character of westernTable().bytesOf.keys()) found[character.charCodeAt(0)] = 1;
  return found;
}

/** The first bytes of Chinese characters in UTF-8. */
const firstLead = 0xe4;
const lastLead = 0xe9;

function mayBeTwice(text: string): boolean {
  // A short word is none, and needs no tables.
  if (!firstOfTwice.test(text) || !longRun.test(text)) return false;
  beginnings ??= listBeginnings();
  let isInRun = false;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text.charCodeAt(at);
    if (sign < 0x80) isInRun = false;
    else if (!isInRun) {
      if (beginnings[sign] === 1) return true;
      isInRun = true;
    }
  }
  return false;
}

function bytesIn(table: ByteTable, run: string): number[] | undefined {
  const bytes: number[] = [];
  for (const character of run) {
    const own = table.bytesOf.get(character);
    if (own === undefined) return undefined;
    bytes.push(...own);
  }
  return bytes;
}

/** A run that was UTF-8 and taken for GBK; its last byte may have been lost. */
function undoGbk(run: string): string | undefined {
  const first = chineseTable().bytesOf.get(Array.from(run)[0] ?? '')?.[0] ?? 0;
  if (first < firstLead || first > lastLead) return undefined;
  const bytes = bytesIn(chineseTable(), run);
  return bytes === undefined ? undefined : decodeChinese(bytes, 'utf-8', 2);
}

function undoWestern(run: string): string | undefined {
  const bytes = bytesIn(westernTable(), run);
  if (bytes === undefined) return undefined;
  const utf8 = decodeChinese(bytes, 'utf-8', 2);
  if (utf8 !== undefined) return utf8;
  return bytes.length >= 6 ? decodeChinese(bytes, 'gb18030', 3) : undefined;
}

/** Bytes as Chinese text of so many characters at least and nothing else; a cut-off end is no matter. */
function decodeChinese(bytes: readonly number[], encoding: string, fewest: number): string | undefined {
  for (let cut = 0; cut <= 2; cut += 1) {
    try {
      const whole = Uint8Array.from(bytes.slice(0, bytes.length - cut));
      const text = new TextDecoder(encoding, { fatal: true }).decode(whole);
      const found = text.match(han) ?? [];
      const usual = found.filter(isUsual).length;
      // Rare names can look like two characters encoded twice; what was lost would be usual ones.
      const isChinese = usual / found.length > 0.8 && found.length / Array.from(text).length >= 0.5;
      return found.length >= fewest && isChinese ? text : undefined;
    } catch {
      continue;
    }
  }
  return undefined;
}

/** Whether a character is one of the 3,755 usual ones. */
function isUsual(character: string): boolean {
  const lead = chineseTable().bytesOf.get(character)?.[0] ?? 0;
  return lead >= levelOne.from && lead <= levelOne.until;
}

/** What programs write where they could read nothing: the sign itself, what it becomes in GBK, and memory that was never filled. */
const replaced = /\uFFFD|锟斤拷|烫烫烫|屯屯屯/u;

/** Whether a text has lost its characters when it was saved, or was encoded twice, so that nobody can say what it was. */
export function isDestroyed(text: string): boolean {
  return replaced.test(text) || findTwiceEncoded(text) !== undefined;
}

/** Whether nothing is left of a text but the question marks that stand for lost characters. */
export function isOnlyQuestionMarks(text: string): boolean {
  return /^[\s\p{P}\p{S}]*\?{3,}[\s\p{P}\p{S}]*$/u.test(text);
}

/**
 * Whether a name holds a sign that stands for a character somebody's machine did not have: 张?, 李□, 赵〓. In other texts these may be
 * meant.
 */
export function hasLostCharacter(name: string): boolean {
  return /\p{Script=Han}[?□■〓]|[?□■〓]\p{Script=Han}/u.test(name);
}
