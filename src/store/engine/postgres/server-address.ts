import { existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { AppError } from '../../../errors.ts';
import { showAddress } from '../address.ts';

/** Name of the schema that a database is kept in, where the address names none. */
const usualSchema = 'liaison';

/** Where a database is on a server. */
export interface ServerAddress {
  /** What is handed to the driver: an address without what is ours, with what a service file adds to it. */
  readonly connection: string;
  readonly schema: string;
  /** The address as people are shown it. */
  readonly shown: string;
}

/** What the environment says of servers: which service, and where services are described. */
export type ServerEnv = Readonly<Record<string, string | undefined>>;

/**
 * Reads the address of a server: `postgres://USER@HOST:PORT/DATABASE?schema=NAME`, and `service=NAME` for one that a service file describes, as psql
 * does. Errors: `server-address-invalid`.
 */
export function parseServerAddress(address: string, env: ServerEnv): ServerAddress {
  const shown = showAddress(address);
  let url: URL;
  try {
    url = new URL(address);
  } catch (error) {
    throw new AppError('server-address-invalid', { address: shown, what: 'address' }, { cause: error });
  }
  const schema = url.searchParams.get('schema') ?? usualSchema;
  // Such names need no signs around them, in a dump either, and are told from those of the server.
  if (!/^[a-z_][a-z0-9_]{0,47}$/u.test(schema) || schema.startsWith('pg_') || schema === 'public')
    throw new AppError('server-address-invalid', { address: shown, what: 'schema' });
  const name = url.searchParams.get('service') ?? env['PGSERVICE'];
  for (const own of ['schema', 'service']) url.searchParams.delete(own);
  if (name === undefined || name === '') return { connection: url.href, schema, shown };
  return { connection: withService(url, findService(name, shown, env)).href, schema, shown };
}

/** An address with what a service says where it says nothing itself. */
function withService(url: URL, service: Readonly<Record<string, string>>): URL {
  const { host = '', port = '', user = '', password = '', dbname = '', ...others } = service;
  // Where a socket lies is no host; an address has it among what is asked of it.
  const isSocket = host.startsWith('/');
  if (url.hostname === '' && !url.searchParams.has('host')) {
    if (isSocket) url.searchParams.set('host', host);
    url.hostname = isSocket || host === '' ? 'localhost' : host;
  }
  if (url.port === '') url.port = port;
  if (url.username === '') url.username = encodeURIComponent(user);
  if (url.password === '') url.password = encodeURIComponent(password);
  if (url.pathname === '' || url.pathname === '/') url.pathname = `/${encodeURIComponent(dbname)}`;
  for (const [key, value] of Object.entries(others))
    if (!url.searchParams.has(key)) url.searchParams.set(key, value);
  return url;
}

/** The values of a service out of the files in which psql looks. Errors: `server-address-invalid` for one that none describes. */
function findService(name: string, shown: string, env: ServerEnv): Record<string, string> {
  const files = [
    env['PGSERVICEFILE'] ?? join(env['HOME'] ?? homedir(), '.pg_service.conf'),
    join(env['PGSYSCONFDIR'] ?? '/etc/postgresql-common', 'pg_service.conf'),
  ];
  for (const file of files) {
    const found = existsSync(file) ? parseServices(readFileSync(file, 'utf8')).get(name) : undefined;
    if (found !== undefined) return found;
  }
  throw new AppError('server-address-invalid', { address: shown, what: 'service' });
}

/** Services by name, with what is said of each: `[name]`, then `key=value` a line. */
function parseServices(text: string): Map<string, Record<string, string>> {
  const services = new Map<string, Record<string, string>>();
  let values: Record<string, string> = {};
  for (const raw of text.split(/\r?\n/u)) {
    const line = raw.trim();
    const [, name] = /^\[(.+)\]$/u.exec(line) ?? [];
    const [, key, value] = /^([a-z_]+)\s*=\s*(.*)$/u.exec(line) ?? [];
    if (name !== undefined) services.set(name, (values = {}));
    else if (key !== undefined) values[key] = value ?? '';
  }
  return services;
}
