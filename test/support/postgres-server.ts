import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Where Debian's packages have the programs of a server, a folder a version. */
const installed = '/usr/lib/postgresql';

/** The folder of the newest server's programs that is installed; undefined where none is. */
export function findPostgres(): string | undefined {
  if (!existsSync(installed)) return undefined;
  const [newest] = readdirSync(installed).sort((a, b) => Number(b) - Number(a));
  const folder = join(installed, newest ?? '', 'bin');
  return existsSync(join(folder, 'initdb')) ? folder : undefined;
}

/** A port of this machine that nobody listens on. */
async function findPort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => {
        resolve(typeof address === 'object' && address !== null ? address.port : 0);
      });
    });
  });
}

/** Number of the user `nobody` or of the server's own, since a server is not run by the superuser; undefined where the tests are not run by it. */
function findUser(): { readonly uid: number; readonly gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  for (const name of ['postgres', 'nobody']) {
    const [uid, gid] = ['-u', '-g'].map((which) => {
      const { status, stdout } = spawnSync('id', [which, name], { encoding: 'utf8' });
      return status === 0 ? Number(stdout) : undefined;
    });
    if (uid !== undefined && gid !== undefined) return { uid, gid };
  }
  return undefined;
}

/** A server that was started for the tests alone. */
export interface StartedServer {
  readonly address: string;
  readonly stop: () => void;
}

/**
 * Starts a server of the tests' own, in a temporary folder, as a user of its own, on loopback: it keeps nothing that has to outlast them, and waits for no
 * disk. Undefined where none is installed.
 */
export async function startPostgres(): Promise<StartedServer | undefined> {
  const programs = findPostgres();
  if (programs === undefined) return undefined;
  const user = findUser();
  const folder = mkdtempSync(join(tmpdir(), 'liaison-postgres-'));
  chmodSync(folder, 0o700);
  if (user !== undefined) chownSync(folder, user.uid, user.gid);
  const run = (program: string, ...args: string[]): void => {
    execFileSync(join(programs, program), args, { stdio: 'ignore', cwd: folder, ...user });
  };
  const data = join(folder, 'data');
  run('initdb', '-D', data, '-U', 'liaison', '-E', 'UTF8', '--locale=C.UTF-8', '-A', 'trust', '-N');
  const port = await findPort();
  const settings = {
    port,
    listen_addresses: '127.0.0.1',
    unix_socket_directories: folder,
    max_connections: 60,
    fsync: 'off',
    full_page_writes: 'off',
    synchronous_commit: 'off',
  };
  const options = Object.entries(settings).map(([name, value]) => `-c ${name}=${String(value)}`);
  run('pg_ctl', '-D', data, '-o', options.join(' '), '-l', join(folder, 'log'), '-w', 'start');
  return {
    address: `postgres://liaison@127.0.0.1:${String(port)}`,
    stop: () => {
      run('pg_ctl', '-D', data, '-m', 'immediate', '-w', 'stop');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
