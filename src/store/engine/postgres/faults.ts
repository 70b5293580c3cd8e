import { AppError, isAppError } from '../../../errors.ts';

/** Where a database is, and how long was waited for others: what errors say. */
export interface FaultPlace {
  readonly path: string;
  readonly patience: number;
}

/** Codes of what a system says when a server does not answer. */
const unreachable =
  /^(?:ECONNREFUSED|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOENT|EACCES)$/u;

/** Codes of what breaks a connection that stood: cut by the network, or by the server as it stopped. */
const broken = /^(?:ECONNRESET|EPIPE|57P0[1-3]|08\w{3})$/u;

/** Whether something can be tried once more: others had written what it read, or each waited for the other. */
export function isClash(error: unknown): boolean {
  const code = codeOf(error);
  return code === '40001' || code === '40P01';
}

export function codeOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : '';
}

/** What the server says of something, without the values that it was said of. */
export function reasonOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  // More than one address was tried, and each has its own.
  if (message === '' && error instanceof AggregateError)
    return error.errors.map((one: unknown) => (one instanceof Error ? one.message : String(one))).join('; ');
  return message;
}

/** Turns what the driver or the server throws into an error for people where they can do something about it; else gives it back. */
export function makeServerFault(error: unknown, { path, patience }: FaultPlace): unknown {
  if (isAppError(error)) return error;
  const code = codeOf(error);
  const reason = reasonOf(error);
  const cause = { cause: error };
  if (code === '55P03') return new AppError('database-locked', { path, seconds: patience }, cause);
  if (isClash(error)) return new AppError('database-contended', { path }, cause);
  if (code === '25006') return new AppError('database-read-only', { path }, cause);
  if (code === '53100') return new AppError('disk-full', { path }, cause);
  if (code === '23514' && reason.startsWith('no partition of'))
    return new AppError('part-missing', { path }, cause);
  if (code === '42501') return new AppError('server-forbids', { path, reason }, cause);
  if (code.startsWith('28') || code === '3D000')
    return new AppError('server-refuses', { path, reason }, cause);
  if (code === '53300') return new AppError('server-refuses', { path, reason }, cause);
  if (code.startsWith('XX')) return new AppError('database-damaged', { path, reason }, cause);
  if (unreachable.test(code)) return new AppError('server-unreachable', { path, reason }, cause);
  if (broken.test(code) || /^Connection terminated|not queryable|Client was closed/u.test(reason))
    return new AppError('server-lost', { path }, cause);
  return error;
}

/** The same for what is thrown while a connection is made. */
export function makeConnectFault(error: unknown, place: FaultPlace): unknown {
  const fault = makeServerFault(error, place);
  if (isAppError(fault) && fault.code !== 'server-lost') return fault;
  const { path } = place;
  const reason = reasonOf(error);
  if (/password|SASL|SCRAM/u.test(reason))
    return new AppError('server-refuses', { path, reason }, { cause: error });
  return new AppError('server-unreachable', { path, reason }, { cause: error });
}
