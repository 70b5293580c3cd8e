import { AppError } from '../errors.ts';

/** Encodings a file can come in. */
export const encodings = ['utf-8', 'utf-16le', 'utf-16be', 'gb18030', 'big5'] as const;
export type Encoding = (typeof encodings)[number];

/** Text of a file, with the encoding it was read in. */
export interface DecodedText {
  readonly text: string;
  readonly encoding: Encoding;
  readonly hasBom: boolean;
}

/** Share of the two-byte characters that must lie in the GB2312 block for bytes to be taken as Chinese. */
const plausibleShare = 0.9;

/** Bytes of a text, gone through by portions that end with a line; each holds until the next is asked for. */
export type Portions = () => Iterable<Uint8Array>;

/** What a text is encoded in, and how it can be read. */
export interface TextKind {
  readonly encoding: Encoding;
  readonly hasBom: boolean;
}

/**
 * Decodes the bytes of a text file. Errors: those of `findTextKind`.
 */
export function decodeText(bytes: Uint8Array, file: string, asked?: Encoding): DecodedText {
  const kind = findTextKind(() => [bytes], file, asked);
  return { ...kind, text: new TextDecoder(kind.encoding, { fatal: true }).decode(bytes) };
}

/**
 * Finds what a text is encoded in: a BOM decides; NUL bytes mean UTF-16; else strict UTF-8; else GB18030, when
 * nearly all of its two-byte characters are common ones ("not UTF-8, so GBK" would turn Année into Ann閑); else refused.
 *
 * Errors: `encoding-unknown` when no rule fits, with the line from which on the text is another or broken, `file-holds-nul`,
 * `encoding-wrong` when the encoding asked for does not fit the bytes.
 */
export function findTextKind(portions: Portions, file: string, asked?: Encoding): TextKind {
  const [first = new Uint8Array()] = portions();
  const bom = findBom(first);
  const said = asked ?? bom;
  if (said !== undefined) {
    if (!isDecodable(portions, said)) throw new AppError('encoding-wrong', { file, encoding: said });
    return { encoding: said, hasBom: bom !== undefined };
  }
  const encoding = guessEncoding(portions);
  if (encoding === undefined) throw explainUnknown(wholeOf(portions), file);
  return { encoding, hasBom: false };
}

/** Why bytes are text in no encoding: NULs in them, a line in another encoding than the others, or one that is none of those known. */
function explainUnknown(bytes: Uint8Array, file: string): AppError {
  const nul = bytes.indexOf(0);
  if (nul >= 0 && guessEncoding(() => [bytes.filter((byte) => byte !== 0)]) !== undefined)
    return new AppError('file-holds-nul', { file, row: lineAt(bytes, nul) });
  const row = findOddLine(bytes);
  return new AppError('encoding-unknown', {
    file,
    ...(row === undefined ? {} : { row }),
    ...(looksLikeBig5(bytes) ? { looksLike: 'big5' as const } : {}),
  });
}

function lineAt(bytes: Uint8Array, place: number): number {
  return bytes.subarray(0, place).filter((byte) => byte === 0x0a).length + 1;
}

function* eachLine(bytes: Uint8Array): Generator<Uint8Array> {
  for (let from = 0; from < bytes.length;) {
    const end = bytes.indexOf(0x0a, from);
    const until = end < 0 ? bytes.length : end;
    yield bytes.subarray(from, until);
    from = until + 1;
  }
}

/** What a line is in: plain signs, UTF-8, GB 18030, or none of them. */
function encodingOfLine(line: Uint8Array): 'plain' | 'utf-8' | 'gb18030' | 'none' {
  if (line.every((byte) => byte < 0x80)) return 'plain';
  if (tryDecode(line, 'utf-8') !== undefined) return 'utf-8';
  return tryDecode(line, 'gb18030') !== undefined && isPlausibleChinese(() => [line]) ? 'gb18030' : 'none';
}

/** The first line that is not in the encoding of most; undefined where no encoding is that of most. */
function findOddLine(bytes: Uint8Array): number | undefined {
  const kinds: ReturnType<typeof encodingOfLine>[] = [];
  for (const line of eachLine(bytes)) kinds.push(encodingOfLine(line));
  const count = (kind: string): number => kinds.filter((one) => one === kind).length;
  const usual = count('utf-8') >= count('gb18030') ? 'utf-8' : 'gb18030';
  if (count(usual) === 0) return undefined;
  const odd = kinds.findIndex((kind) => kind !== usual && kind !== 'plain');
  return odd < 0 ? undefined : odd + 1;
}

/** Whether bytes read as Chinese of Taiwan and Hong Kong: nearly all their characters are among its usual ones. */
function looksLikeBig5(bytes: Uint8Array): boolean {
  if (tryDecode(bytes, 'big5') === undefined) return false;
  let pairs = 0;
  let usual = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    const lead = bytes[at] ?? 0;
    if (lead < 0x81) continue;
    pairs += 1;
    if (lead >= 0xa4 && lead <= 0xc6) usual += 1;
    at += 1;
  }
  return pairs > 0 && usual / pairs >= plausibleShare;
}

/** Whether a line is Chinese in UTF-8: every sign beyond plain ones is of three bytes, and there are two at least. */
function isChineseUtf8(line: Uint8Array): boolean {
  let found = 0;
  for (let at = 0; at < line.length; at += 1) {
    const byte = line[at] ?? 0;
    if (byte < 0x80) continue;
    const [second = 0, third = 0] = line.subarray(at + 1, at + 3);
    if (byte < 0xe3 || byte > 0xef || (second & 0xc0) !== 0x80 || (third & 0xc0) !== 0x80) return false;
    found += 1;
    at += 2;
  }
  return found >= 2;
}

function findBom(bytes: Uint8Array): Encoding | undefined {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  return undefined;
}

function guessEncoding(portions: Portions): Encoding | undefined {
  if (some(portions, (bytes) => bytes.includes(0))) return guessUtf16(portions);
  if (isDecodable(portions, 'utf-8')) return 'utf-8';
  if (!isPlausibleChinese(portions) || !isDecodable(portions, 'gb18030')) return undefined;
  // A line that some other program added in UTF-8 would be read as other characters.
  const holdsUtf8 = some(portions, (bytes) => {
    for (const line of eachLine(bytes)) if (isChineseUtf8(line)) return true;
    return false;
  });
  return holdsUtf8 ? undefined : 'gb18030';
}

function wholeOf(portions: Portions): Uint8Array {
  return Buffer.concat(Array.from(portions(), (bytes) => Uint8Array.from(bytes)));
}

function some(portions: Portions, test: (bytes: Uint8Array) => boolean): boolean {
  for (const bytes of portions()) if (test(bytes)) return true;
  return false;
}

/** Commas, digits and line breaks leave NUL bytes in UTF-16: on odd places when little end first, on even ones when big end first. */
function guessUtf16(portions: Portions): Encoding | undefined {
  const nuls = [0, 0];
  let at = 0;
  for (const bytes of portions()) {
    for (const byte of bytes) {
      if (byte === 0) nuls[at % 2] = (nuls[at % 2] ?? 0) + 1;
      at += 1;
    }
  }
  const [even = 0, odd = 0] = nuls;
  const guess = odd > even ? 'utf-16le' : 'utf-16be';
  const text = tryDecode(wholeOf(portions), guess);
  // A single NUL in a file of another encoding makes no line of it end.
  return text === undefined || text.includes('\0') || !/[\r\n]/u.test(text) ? undefined : guess;
}

/** Whether bytes are text of an encoding throughout. */
function isDecodable(portions: Portions, encoding: Encoding): boolean {
  const decoder = new TextDecoder(encoding, { fatal: true });
  try {
    for (const bytes of portions()) decoder.decode(bytes, { stream: true });
    decoder.decode();
    return true;
  } catch {
    return false;
  }
}

function tryDecode(bytes: Uint8Array, encoding: Encoding): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function isPlausibleChinese(portions: Portions): boolean {
  let pairs = 0;
  let common = 0;
  for (const bytes of portions()) {
    for (let at = 0; at < bytes.length; at += 1) {
      const lead = bytes[at] ?? 0;
      if (lead < 0x81) continue;
      const trail = bytes[at + 1] ?? 0;
      pairs += 1;
      if (lead >= 0xa1 && lead <= 0xf7 && trail >= 0xa1) common += 1;
      at += 1;
    }
  }
  return pairs > 0 && common / pairs >= plausibleShare;
}
