import { AppError } from '../../../errors.ts';
import { loadBetterSqlite3 } from './better-sqlite3.ts';
import type { Engine, EngineName } from './connection.ts';
import { engineNames } from './connection.ts';

/** Why an engine cannot be loaded on this machine. */
export interface EngineFault {
  readonly engine: EngineName;
  /** What the system says of it. */
  readonly reason: string;
}

/** Which engine a process is to use, where it was told. */
let wanted: string | undefined;
let loaded: Engine | undefined;

/** Says what the machine has, for the error that nothing can be loaded on it. */
let describeSystem = (): string => '?';

/** Has all databases of the process opened by one engine; without a name it stays as it was, the first that can be loaded. */
export function useEngine(name: string | undefined, describe?: () => string): void {
  describeSystem = describe ?? describeSystem;
  if (name === undefined || name === wanted) return;
  wanted = name;
  loaded = undefined;
}

/** Loads one engine. Errors: what the system says where it cannot be loaded. */
async function loadNamed(name: EngineName): Promise<Engine> {
  if (name === 'better-sqlite3') return loadBetterSqlite3();
  const { loadNodeSqlite } = await import('./node-sqlite.ts');
  return loadNodeSqlite();
}

/**
 * The engine of this process: the one that was asked for, else the addon, else, where its binary does not fit the system (an older C
 * library, another processor), the SQLite that is part of Node. Errors: `system-too-old` where none can be loaded, `option-value-invalid`
 * for a name that no engine has.
 */
export async function loadEngine(): Promise<Engine> {
  if (loaded !== undefined) return loaded;
  const faults: EngineFault[] = [];
  const names = engineNames.filter((one) => wanted === undefined || one === wanted);
  if (names.length === 0)
    throw new AppError('option-value-invalid', {
      option: 'LIAISON_ENGINE',
      value: wanted ?? '',
      allowed: engineNames,
    });
  for (const engine of names) {
    try {
      return (loaded = await loadNamed(engine));
    } catch (error) {
      faults.push({ engine, reason: error instanceof Error ? firstLine(error.message) : String(error) });
    }
  }
  throw new AppError('system-too-old', { faults, there: describeSystem() });
}

function firstLine(text: string): string {
  return text.split('\n', 1)[0] ?? text;
}
