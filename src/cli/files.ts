import { readFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { AppError } from '../errors.ts';
import type { Context } from './context.ts';

/** Reads a file a person named, `-` for stdin. Errors: `file-not-found`, `file-not-readable`. */
export async function readInputFile(
  context: Context,
  name: string,
): Promise<{ name: string; bytes: Uint8Array }> {
  if (name === '-') {
    const parts: Buffer[] = [];
    for await (const part of context.host.stdin) parts.push(Buffer.from(part as Uint8Array | string));
    return { name: 'stdin', bytes: Buffer.concat(parts) };
  }
  try {
    return { name: basename(name), bytes: readFileSync(resolve(context.host.cwd, name)) };
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') {
      throw new AppError('file-not-found', { file: name }, { cause: error });
    }
    const reason = error instanceof Error ? error.message : String(error);
    throw new AppError('file-not-readable', { file: name, reason }, { cause: error });
  }
}
