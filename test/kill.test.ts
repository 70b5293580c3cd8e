import { expect, it } from 'vitest';
import { killOnce, tasks } from '../scripts/kill.ts';

// The long run is `npm run kill`.
it.each(Object.keys(tasks))(
  '%s that is killed leaves everything or nothing, and nothing unnamed',
  async (name) => {
    expect((await killOnce(name, 150)).faults).toEqual([]);
  },
  60_000,
);
