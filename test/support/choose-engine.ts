import { afterAll } from 'vitest';
import { clearServer, testServer } from './test-server.ts';
import { useEngine } from '../../src/store/engine/sqlite/load-engine.ts';

// The engine that the tests of a project are held on; what they start finds it in the environment too.
useEngine(process.env['LIAISON_ENGINE']);

const server = testServer;
if (server !== undefined)
  afterAll(() => {
    clearServer(server);
  });
