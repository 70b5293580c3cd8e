import { holdsInvisible, textLimits } from '../domain/text-limits.ts';
import { AppError } from '../errors.ts';
import type { Host } from './host.ts';

/** Who acts on a file: `--as`, `LIAISON_USER`, the login name. A claim, not a proof. Errors: `option-too-long`, `option-invisible`. */
export function findActor(host: Host, as: string | undefined): string {
  const option = as === undefined ? 'LIAISON_USER' : '--as';
  const named = (as ?? host.env['LIAISON_USER'] ?? '').trim();
  if (named === '') return host.userName();
  if (named.length > textLimits.line)
    throw new AppError('option-too-long', { option, length: named.length, limit: textLimits.line });
  if (holdsInvisible(named)) throw new AppError('option-invisible', { option });
  return named;
}

/** Refuses to act on a server for somebody else than who has logged in there. Errors: `actor-other`, those of a name that is none. */
export function refuseOther(host: Host, login: string | undefined, as: string | undefined): void {
  if (login === undefined || as === undefined || as.trim() === '') return;
  const named = findActor(host, as);
  if (named !== login) throw new AppError('actor-other', { as: named, login });
}
