import type * as crypto from 'node:crypto';
import { canonicalJson } from '../../domain/canonical.ts';

/** The module behind the digests, loaded on first use: reads mostly do without. */
let loaded: Promise<typeof crypto> | undefined;
const loadCrypto = () => (loaded ??= import('node:crypto'));

/** SHA-256 of bytes or text, in hex. */
export async function sha256(content: Uint8Array | string): Promise<string> {
  const { hash } = await loadCrypto();
  return hash('sha256', content, 'hex');
}

/** Takes a digest of much that comes in pieces. */
export interface Hasher {
  readonly update: (text: string) => void;
  readonly digest: () => string;
}

export async function makeHasher(): Promise<Hasher> {
  const { createHash } = await loadCrypto();
  const hash = createHash('sha256');
  return { update: (text) => void hash.update(text), digest: () => hash.digest('hex') };
}

/** Digest of plain data: equal data, equal digest, whatever the order of its keys. */
export async function digestOf(value: unknown): Promise<string> {
  return sha256(canonicalJson(value));
}

/** Random bytes not given yet: asked for one by one they cost an import more than its digests. */
let fresh = Buffer.alloc(0);
const saltBytes = 16;

/** A salt for the digest of a personal text, so that a purged text cannot be found out by trying. */
export async function makeSalt(): Promise<string> {
  if (fresh.length < saltBytes) fresh = (await loadCrypto()).randomBytes(256 * saltBytes);
  const salt = fresh.toString('hex', 0, saltBytes);
  // None is given twice.
  fresh = fresh.subarray(saltBytes);
  return salt;
}
