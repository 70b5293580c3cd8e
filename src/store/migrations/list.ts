import type { Migration } from 'kysely/migration';
import { up as mainJob } from './0001-main-job.ts';

/** Every migration by its name. They are frozen: a change of the schema is a new one. */
export const migrations: Readonly<Record<string, Migration>> = {
  '0001-main-job': { up: mainJob },
};
