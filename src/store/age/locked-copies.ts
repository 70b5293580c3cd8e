// Copies that a passphrase locks, in the age format: whoever has the passphrase opens them with any program that knows it.
import { createReadStream, createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';
import { AppError } from '../../errors.ts';
import { makeFault } from '../engine/sqlite/faults.ts';

/** Writes a file into another, locked by a passphrase; the new one is for its owner alone. Errors: `disk-full`, `database-not-openable`. */
export async function lockFile(from: string, to: string, passphrase: string): Promise<void> {
  const { Encrypter } = await import('age-encryption');
  const encrypter = new Encrypter();
  encrypter.setPassphrase(passphrase);
  try {
    const locked = await encrypter.encrypt(bytesOf(from));
    await pipeline(Readable.fromWeb(locked as ReadableStream), makeFile(to));
  } catch (error) {
    throw makeFault(error, to);
  }
}

/** Opens a locked file into another. Errors: `passphrase-wrong`, `database-damaged` for one that was changed, those of writing. */
export async function unlockFile(from: string, to: string, passphrase: string): Promise<void> {
  const { Decrypter } = await import('age-encryption');
  const decrypter = new Decrypter();
  decrypter.addPassphrase(passphrase);
  try {
    const open = await decrypter.decrypt(bytesOf(from)).catch((error: unknown) => {
      throw new AppError('passphrase-wrong', { file: from }, { cause: error });
    });
    await pipeline(Readable.fromWeb(open as ReadableStream), makeFile(to));
  } catch (error) {
    const fault = makeFault(error, to);
    if (fault !== error || error instanceof AppError) throw fault;
    const reason = error instanceof Error ? error.message : String(error);
    throw new AppError('database-damaged', { path: from, reason }, { cause: error });
  }
}

function bytesOf(path: string): globalThis.ReadableStream<Uint8Array> {
  return Readable.toWeb(createReadStream(path)) as globalThis.ReadableStream<Uint8Array>;
}

function makeFile(path: string): NodeJS.WritableStream {
  return createWriteStream(path, { flags: 'wx', mode: 0o600, flush: true });
}
