#!/usr/bin/env node
// The launcher: plain JavaScript that an old Node understands, so that it can say which Node is needed or start
// itself again on the one that is installed beside the project.
//
// Node's modules come in by `require`: imported, each costs every start 2 to 5 ms, since Node then reads all its exports.
import * as nodeModule from 'node:module';

const require = nodeModule.createRequire(import.meta.url);
const { existsSync, mkdirSync } = require('node:fs');
const { homedir } = require('node:os');
const { dirname, join } = require('node:path');
const { fileURLToPath, pathToFileURL } = require('node:url');

const needed = [22, 18];
const here = dirname(fileURLToPath(import.meta.url));
const guard = 'LIAISON_RESTARTED';

function isNewEnough(version, least = needed) {
  const [major, minor] = version.split('.').map(Number);
  return major > least[0] || (major === least[0] && minor >= least[1]);
}

/** Path of the Node that npm installed beside the project. */
function findPinnedNode() {
  const isWindows = process.platform === 'win32';
  const name = `node-${isWindows ? 'win' : process.platform}-${process.arch}`;
  try {
    // Beside the project in a checkout, above it where it was installed from a tarball.
    const path = join(
      dirname(require.resolve(`${name}/package.json`)),
      'bin',
      isWindows ? 'node.exe' : 'node',
    );
    return existsSync(path) ? path : undefined;
  } catch {
    return undefined;
  }
}

/** Starts the launcher again on another Node; its exit code or signal becomes ours. */
function restart(node) {
  const { spawn } = require('node:child_process');
  const child = spawn(node, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], {
    stdio: 'inherit',
    env: { ...process.env, [guard]: '1' },
  });
  // The terminal sends an interrupt to both; the child decides what it means.
  process.on('SIGINT', () => undefined);
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('error', (error) => {
    process.stderr.write(`error: ${node} could not be started: ${error.message}\n`);
    process.exitCode = 1;
  });
  child.on('exit', (code, signal) => {
    if (signal === null) {
      process.exitCode = code === null ? 1 : code;
      return;
    }
    process.removeAllListeners(signal);
    process.kill(process.pid, signal);
  });
}

/** Keeps compiled code in a folder of the tool's own, never in the shared temporary folder; without one, no cache. */
function turnOnCompileCache() {
  if (typeof nodeModule.enableCompileCache !== 'function') return;
  const isWindows = process.platform === 'win32';
  const base =
    (isWindows ? process.env.LOCALAPPDATA : process.env.XDG_CACHE_HOME) || join(homedir(), '.cache');
  const directory = join(base, 'liaison');
  try {
    mkdirSync(directory, { recursive: true, mode: 0o700 });
    // Portable: it holds for the same program in another folder too, such as a stick under another letter.
    nodeModule.enableCompileCache(
      isNewEnough(process.versions.node, [24, 12]) ? { directory, portable: true } : directory,
    );
  } catch {
    // A cache is a convenience: a folder that cannot be written only costs time.
  }
}

/** Node before 24 calls its own SQLite an experiment whenever it is used: nobody at a desk can do anything about that. */
function hushAboutSqlite() {
  const { emitWarning } = process;
  process.emitWarning = (warning, ...more) => {
    if (!/^SQLite is an experimental feature/.test(String(warning)))
      emitWarning.call(process, warning, ...more);
  };
}

async function start() {
  turnOnCompileCache();
  hushAboutSqlite();
  const main = join(here, '..', 'dist', 'main.js');
  if (!existsSync(main)) {
    process.stderr.write('error: The program is not built yet.\nhint: npm run build\n');
    process.exitCode = 2;
    return;
  }
  const { run, processHost } = await import(pathToFileURL(main).href);
  // Node ends with 13, and without a word, when nothing is left that could keep a promise.
  let isEnded = false;
  process.on('exit', (code) => {
    if (isEnded || code !== 13) return;
    process.exitCode = 1;
    process.stderr.write('error: The tool has a defect: it waits for something that never comes.\n');
  });
  process.exitCode = await run(process.argv.slice(2), processHost());
  isEnded = true;
}

if (isNewEnough(process.versions.node)) {
  await start();
} else {
  const pinned = process.env[guard] === '1' ? undefined : findPinnedNode();
  if (pinned === undefined) {
    process.stderr.write(
      `error: liaison needs Node ${needed.join('.')} or newer; this is ${process.versions.node}.\n` +
        'hint: Install a newer Node, or run npm ci in the project folder, which brings one along.\n',
    );
    process.exitCode = 2;
  } else {
    restart(pinned);
  }
}
