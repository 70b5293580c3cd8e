import { AppError } from '../errors.ts';

/** Encodings a file can come in. */
export const encodings = ['utf-8', 'utf-16le', 'utf-16be', 'gb18030'] as const;
export type Encoding = (typeof encodings)[number];

/** Text of a file, with the encoding it was read in. */
export interface DecodedText {
  readonly text: string;
  readonly encoding: Encoding;
  readonly hasBom: boolean;
}

/** Share of the two-byte characters that must lie in the GB2312 block for bytes to be taken as Chinese. */
const plausibleShare = 0.9;

/**
 * Decodes the bytes of a text file: a BOM decides; NUL bytes mean UTF-16; else strict UTF-8; else GB18030, when
 * nearly all of its two-byte characters are common ones ("not UTF-8, so GBK" would turn Année into Ann閑); else refused.
 *
 * Errors: `encoding-unknown` when no rule fits, `encoding-wrong` when the encoding asked for does not fit the bytes.
 */
export function decodeText(bytes: Uint8Array, file: string, asked?: Encoding): DecodedText {
  const bom = findBom(bytes);
  if (asked !== undefined) {
    const text = tryDecode(bytes, asked);
    if (text === undefined) throw new AppError('encoding-wrong', { file, encoding: asked });
    return { text, encoding: asked, hasBom: bom !== undefined };
  }
  if (bom !== undefined) {
    const text = tryDecode(bytes, bom);
    if (text === undefined) throw new AppError('encoding-wrong', { file, encoding: bom });
    return { text, encoding: bom, hasBom: true };
  }
  const encoding = guessEncoding(bytes);
  const text = encoding === undefined ? undefined : tryDecode(bytes, encoding);
  if (encoding === undefined || text === undefined) throw new AppError('encoding-unknown', { file });
  return { text, encoding, hasBom: false };
}

function findBom(bytes: Uint8Array): Encoding | undefined {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  return undefined;
}

function guessEncoding(bytes: Uint8Array): Encoding | undefined {
  if (bytes.includes(0)) return guessUtf16(bytes);
  if (tryDecode(bytes, 'utf-8') !== undefined) return 'utf-8';
  return isPlausibleChinese(bytes) && tryDecode(bytes, 'gb18030') !== undefined ? 'gb18030' : undefined;
}

/** Commas, digits and line breaks leave NUL bytes in UTF-16: on odd places when little end first, on even ones when big end first. */
function guessUtf16(bytes: Uint8Array): Encoding | undefined {
  const nuls = [0, 0];
  bytes.forEach((byte, at) => {
    if (byte === 0) nuls[at % 2] = (nuls[at % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = nuls;
  const guess = odd > even ? 'utf-16le' : 'utf-16be';
  const text = tryDecode(bytes, guess);
  return text === undefined || text.includes('\0') ? undefined : guess;
}

function tryDecode(bytes: Uint8Array, encoding: Encoding): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function isPlausibleChinese(bytes: Uint8Array): boolean {
  let pairs = 0;
  let common = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    const lead = bytes[at] ?? 0;
    if (lead < 0x81) continue;
    const trail = bytes[at + 1] ?? 0;
    pairs += 1;
    if (lead >= 0xa1 && lead <= 0xf7 && trail >= 0xa1) common += 1;
    at += 1;
  }
  return pairs > 0 && common / pairs >= plausibleShare;
}
