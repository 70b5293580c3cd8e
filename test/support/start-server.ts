import { startPostgres } from './postgres-server.ts';

/** Starts a server for the tests that are held on one, unless one is named. */
export default async function setUp(): Promise<() => void> {
  if (process.env['LIAISON_TEST_POSTGRES'] !== undefined) return () => undefined;
  const started = await startPostgres();
  if (started === undefined) return () => undefined;
  process.env['LIAISON_TEST_POSTGRES'] = started.address;
  return started.stop;
}
