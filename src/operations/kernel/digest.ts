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

/** Takes digests and gives salts at once, for whoever writes many rows. */
export interface Digests {
  readonly sha256: (content: string) => string;
  readonly makeSalt: () => string;
}

export async function openDigests(): Promise<Digests> {
  const { hash, randomBytes } = await loadCrypto();
  return { sha256: (content) => hash('sha256', content, 'hex'), makeSalt: () => takeSalt(randomBytes) };
}

/** Takes a digest of much that comes in pieces. */
export interface Hasher {
  readonly update: (content: string | Uint8Array) => void;
  readonly digest: () => string;
}

export async function makeHasher(): Promise<Hasher> {
  const { createHash } = await loadCrypto();
  const hash = createHash('sha256');
  return { update: (content) => void hash.update(content), digest: () => hash.digest('hex') };
}

/** Digest of plain data: equal data, equal digest, whatever the order of its keys. */
export async function digestOf(value: unknown): Promise<string> {
  return sha256(canonicalJson(value));
}

/** Takes the digest of a list of digests that comes in parts: the same as of the list as a whole. */
export interface ListDigest {
  readonly add: (digests: readonly string[]) => Promise<void>;
  readonly digest: () => Promise<string>;
}

export function makeListDigest(): ListDigest {
  let hasher: Hasher | undefined;
  let sign = '[';
  return {
    add: async (digests) => {
      hasher ??= await makeHasher();
      let listed = '';
      for (const one of digests) {
        listed += `${sign}"${one}"`;
        sign = ',';
      }
      hasher.update(listed);
    },
    digest: async () => {
      hasher ??= await makeHasher();
      hasher.update(sign === '[' ? '[]' : ']');
      return hasher.digest();
    },
  };
}

/** Random bytes not given yet: asked for one by one they cost an import more than its digests. */
let fresh = Buffer.alloc(0);
const saltBytes = 16;

/** A salt for the digest of a personal text, so that a purged text cannot be found out by trying. */
export async function makeSalt(): Promise<string> {
  return takeSalt((await loadCrypto()).randomBytes);
}

function takeSalt(randomBytes: (size: number) => typeof fresh): string {
  if (fresh.length < saltBytes) fresh = randomBytes(256 * saltBytes);
  const salt = fresh.toString('hex', 0, saltBytes);
  // None is given twice.
  fresh = fresh.subarray(saltBytes);
  return salt;
}
