import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/support/temporary-folder.ts'],
    pool: 'threads',
    isolate: false,
    testTimeout: 60_000,
    // The tests fix their own clock, language and width; nothing of the machine's comes in.
    env: { TZ: 'UTC' },
  },
});
