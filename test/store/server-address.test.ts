import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isServerAddress, showAddress } from '../../src/store/engine/address.ts';
import { parseServerAddress } from '../../src/store/engine/postgres/server-address.ts';
import { setUpDesk } from '../support/desk.ts';

describe('the address of a server', () => {
  it.each([
    ['postgres://zhang@db/city', true],
    ['postgresql://db/city', true],
    ['POSTGRES://db/city', true],
    ['postgres.db', false],
    ['/srv/postgres:/x.db', false],
    ['C:\\信访\\liaison.db', false],
  ])('%s: %s', (name, isOne) => {
    expect(isServerAddress(name)).toBe(isOne);
  });

  it.each([
    ['postgres://zhang:p%40ss@db:5433/city', 'postgres://zhang@db:5433/city'],
    ['postgres://zhang:a:b@db/city?schema=x', 'postgres://zhang@db/city?schema=x'],
    ['postgres://:secret@db/city', 'postgres://db/city'],
    [
      'postgres://db/city?user=zhang&password=secret&schema=x',
      'postgres://db/city?user=zhang&password=***&schema=x',
    ],
    ['postgres://db/city', 'postgres://db/city'],
    ['liaison:x@y.db', 'liaison:x@y.db'],
  ])('%s is shown as %s', (address, shown) => {
    expect(showAddress(address)).toBe(shown);
  });

  it('has a schema of its own, and what a service file says', () => {
    const desk = setUpDesk();
    desk.write(
      'services',
      '# our servers\n[city]\nhost=db.example\nport=5433\ndbname = register\n[other]\nhost=x\n',
    );
    const env = { PGSERVICEFILE: join(desk.folder, 'services') };
    expect(parseServerAddress('postgres:///?service=city&schema=county_1', env)).toMatchObject({
      schema: 'county_1',
      connection: 'postgres://db.example:5433/register',
    });
    // What the address says itself holds.
    expect(parseServerAddress('postgres://zhang@db/city?service=city', env).connection).toBe(
      'postgres://zhang@db:5433/city',
    );
    desk.write('services', '[socket]\nhost=/run/postgresql\nuser=张\npassword=p@ss\nsslmode=disable\n');
    expect(parseServerAddress('postgres://', { ...env, PGSERVICE: 'socket' }).connection).toBe(
      'postgres://%E5%BC%A0:p%40ss@localhost/?host=%2Frun%2Fpostgresql&sslmode=disable',
    );
    expect(parseServerAddress('postgres://zhang@db/city', {})).toMatchObject({
      schema: 'liaison',
      connection: 'postgres://zhang@db/city',
    });
    expect(() => parseServerAddress('postgres:///?service=none', env)).toThrow('server-address-invalid');
  });

  it.each(['public', 'pg_temp', 'a-b', 'x"; drop', 'A', ''])('takes no schema called %j', (schema) => {
    const address = `postgres://db/city?schema=${encodeURIComponent(schema)}`;
    expect(() => parseServerAddress(address, {})).toThrow('server-address-invalid');
  });

  it('is listed among the settings without its password, wherever it stands', async () => {
    const desk = setUpDesk();
    const address = 'postgres://zhang:geheim@db/city';
    const typed = await desk.liaison('config', 'list', '--db', address);
    desk.setEnv('LIAISON_DB', address);
    const set = await desk.liaison('config', 'list');
    for (const { out, err } of [typed, set]) {
      expect(out).toContain('postgres://zhang@db/city');
      expect(out + err).not.toContain('geheim');
    }
  });

  it('where nobody answers is told without its password, and makes no file', async () => {
    const desk = setUpDesk();
    const address = 'postgres://zhang:geheim@127.0.0.1:9/city';
    for (const args of [['status'], ['init', '--name', '甲市', '--code', 'JS']]) {
      const { code, out, err } = await desk.liaison(...args, '--db', address);
      expect([code, out]).toEqual([6, '']);
      expect(err).toContain('postgres://zhang@127.0.0.1:9/city');
      expect(err).not.toContain('geheim');
    }
  });
});
