import { build } from 'esbuild';
import { defineConfig } from 'vitest/config';
import { ownWidths } from './scripts/own-widths.ts';

export default defineConfig({
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
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/support/temporary-folder.ts'],
    pool: 'threads',
    isolate: false,
    // One for each core: left to itself it keeps one of two back.
    maxWorkers: '100%',
    testTimeout: 60_000,
    // The tests fix their own clock, language and width; nothing of the machine's comes in.
    env: { TZ: 'UTC' },
  },
});
