import { build } from 'esbuild';
import type { TestProjectInlineConfiguration } from 'vitest/config';
import { defineConfig } from 'vitest/config';
import { ownWidths } from './scripts/own-widths.ts';
import { ofFiles } from './test/support/of-files.ts';
import { findPostgres } from './test/support/postgres-server.ts';
import type { EngineName } from './src/store/engine/sqlite/connection.ts';

const all = ['test/**/*.test.ts'];
const ofStore = ['test/store/**/*.test.ts'];

/** The tests of one engine. They fix their own clock, language and width: nothing of the machine's comes in. Programs that they start find its name in the environment too. */
function project(engine: EngineName, include: string[]): TestProjectInlineConfiguration {
  return { extends: true, test: { name: engine, include, env: { TZ: 'UTC', LIAISON_ENGINE: engine } } };
}

/** Tests held on a server, each on a database of its own there: of what databases hold those that are asked for, but for what is of files. */
function listServers(include: string[]): TestProjectInlineConfiguration[] {
  if (process.env['LIAISON_TEST_POSTGRES'] === undefined && findPostgres() === undefined) {
    console.log('skipped on PostgreSQL: no server is installed, and LIAISON_TEST_POSTGRES names none');
    return [];
  }
  return [
    {
      extends: true,
      test: {
        name: 'postgres',
        include,
        exclude: Object.keys(ofFiles),
        // What tests begin with is many commands, each with a server to ask.
        hookTimeout: 60_000,
        globalSetup: ['test/support/temporary-folder.ts', 'test/support/start-server.ts'],
        env: { TZ: 'UTC', LIAISON_ENGINE: 'better-sqlite3', LIAISON_TEST_ON: 'postgres' },
      },
    },
  ];
}

export default defineConfig(({ mode }) => ({
  plugins: [
    {
      name: 'cli-table3-as-built',
      enforce: 'pre',
      resolveId: (name) => (name === 'cli-table3' ? '\0cli-table3' : undefined),
      async load(name) {
        if (name !== '\0cli-table3') return undefined;
        const { outputFiles } = await build({
          entryPoints: ['cli-table3'],
          bundle: true,
          format: 'esm',
          platform: 'node',
          plugins: [ownWidths],
          write: false,
        });
        return outputFiles[0]?.text;
      },
    },
  ],
  test: {
    globalSetup: ['test/support/temporary-folder.ts'],
    pool: 'threads',
    isolate: false,
    // One for each core: left to itself it keeps one of two back.
    maxWorkers: '100%',
    testTimeout: 60_000,
    setupFiles: ['test/support/choose-engine.ts'],
    // Everything on the one engine of the store; on the other and on a server the tests of the store, or everything too (`npm run test:all`).
    projects: [
      project('better-sqlite3', all),
      project('node-sqlite', mode === 'all' ? all : ofStore),
      ...listServers(mode === 'all' ? ['test/{store,operations,commands}/**/*.test.ts'] : ofStore),
    ],
  },
}));
