// Looks at form, rules and types of everything, side by side.
import { spawn } from 'node:child_process';

/** Runs a program of the project; gives how it ended, with what it said. */
async function run(...line: readonly [program: string, ...args: string[]]): Promise<number> {
  const [program, ...args] = line;
  const begun = performance.now();
  const child = spawn(program, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: process.platform === 'win32',
  });
  let said = '';
  child.stdout.on('data', (part: Buffer) => (said += part.toString()));
  child.stderr.on('data', (part: Buffer) => (said += part.toString()));
  const code = await new Promise<number>((resolve) => {
    child.on('error', (error) => {
      said += error.message;
      resolve(1);
    });
    child.on('close', (ended) => {
      resolve(ended ?? 1);
    });
  });
  const seconds = ((performance.now() - begun) / 1000).toFixed(1);
  console.log(`${line.join(' ')}: ${code === 0 ? 'fine' : 'not fine'}, ${seconds} s`);
  if (code !== 0) console.log(said);
  return code;
}

const codes = await Promise.all([
  run('eslint', '.'),
  run('prettier', '--check', '.').then(async (code) => Math.max(code, await run('tsc', '--noEmit'))),
]);
if (codes.some((code) => code !== 0)) process.exitCode = 1;
