import { beforeAll, describe, expect, it } from 'vitest';
import type { TestDesk } from '../support/desk.ts';
import { setUpDesk } from '../support/desk.ts';
import { setUpFullDatabase } from '../support/full-database.ts';
import { dezhou } from '../support/seeds.ts';
import { runOn, testServer } from '../support/test-server.ts';

if (testServer === undefined)
  console.log('what is of a server is skipped here, and held on one where its programs are installed');

const levels = ['reader', 'clerk', 'desk', 'admin'] as const;
type Level = (typeof levels)[number];
const names = { reader: '查看员', clerk: '经办员', desk: '综合科', admin: '管理员' } as const;
const roleOf = (level: Level): string => `${names[level]}${String(process.pid)}`;

describe.runIf(testServer !== undefined)('rights on a server', () => {
  let desk: TestDesk;
  beforeAll(async () => {
    desk = await setUpFullDatabase();
    await desk.json('appeal', 'log', '--kind', 'request', '--channel', 'hotline', '--title', '路灯', '--caller', '王小明', '--phone', '19900000001', '--text', '门口路灯不亮', '--place', '一号楼'); // prettier-ignore
    for (const level of levels) {
      // The server is everybody's: what an earlier run left is of another name.
      runOn(desk.database, [`create role "${roleOf(level)}" login`]);
      await desk.json('database', 'grant', roleOf(level), level);
    }
  }, 60_000);

  /** Does a command as the role of a level. */
  const as = async (level: Level, ...args: string[]) => {
    desk.setEnv('LIAISON_USER', roleOf(level));
    try {
      return await desk.liaison(...args);
    } finally {
      desk.setEnv('LIAISON_USER', 'tester');
    }
  };
  /** Asks the server past the tool; gives the first value, or what the server says. */
  const past = (level: Level, ...sources: string[]): unknown => {
    const url = new URL(desk.database);
    url.username = encodeURIComponent(roleOf(level));
    try {
      const { rows } = runOn(url.href, sources);
      return rows[0] === undefined ? 'none' : Object.values(rows[0])[0];
    } catch (error) {
      return error instanceof Error
        ? error.message.replace(/ for (?:table|schema|function|view) \w+/u, '')
        : '';
    }
  };
  const denied = 'permission denied';
  const unrecorded = 'that is not on record';

  it('lists who may do what', async () => {
    const listed = (await desk.json('database', 'grant')) as { role: string; level: string }[];
    expect(listed).toEqual(
      levels.map((level) => ({ role: roleOf(level), level })).sort((a, b) => (a.role < b.role ? -1 : 1)),
    );
  });

  // What each level sees of persons past the tool, and without anything on record.
  const seen: readonly [what: string, source: string, byLevel: Readonly<Record<Level, unknown>>][] = [
    ['texts of appeals', 'select count(*) from liaison.personal_text', { reader: denied, clerk: 0, desk: 0, admin: 0 }],
    ['texts by what a reader has in their place', 'select count(*) from liaison_reader.personal_text', { reader: 0, clerk: denied, desk: denied, admin: denied }],
    ['phones', 'select digits from appeal_phone limit 1', { reader: denied, clerk: denied, desk: denied, admin: '19900000001' }],
    ['appeals by a phone', "select * from appeals_of_phones('{19900000001}')", { reader: unrecorded, clerk: unrecorded, desk: unrecorded, admin: unrecorded }],
    ['words of an appeal', 'select words from appeal_search limit 1', { reader: denied, clerk: denied, desk: denied, admin: expect.stringContaining("'") }],
    ['a place', 'select place from liaison.appeal where place is not null limit 1', { reader: denied, clerk: '一号楼', desk: '一号楼', admin: '一号楼' }],
    ['mobiles', 'select count(*) from liaison.desk_person where mobile is not null', { reader: denied, clerk: expect.any(Number), desk: expect.any(Number), admin: expect.any(Number) }],
    ['mobiles by what a reader has in their place', 'select count(mobile) from liaison_reader.desk_person', { reader: 0, clerk: denied, desk: denied, admin: denied }],
    ['mobiles in editions', `select count(*) from liaison_reader.edition_entry where content like '%199000%'`, { reader: 0, clerk: denied, desk: denied, admin: denied }],
    ['who was shown what', 'select count(*) > 0 from privacy_log', { reader: denied, clerk: 1, desk: 1, admin: 1 }],
    ['who read what', 'select count(*) > 0 from text_reading', { reader: denied, clerk: denied, desk: denied, admin: 1 }],
  ]; // prettier-ignore
  it.each(seen)('gives of %s to each what its level is for', (_what, source, byLevel) => {
    for (const level of levels) {
      const answer = past(level, source);
      const wanted = byLevel[level];
      if (wanted === denied || wanted === unrecorded)
        expect([level, answer]).toEqual([level, expect.stringContaining(wanted)]);
      else expect([level, answer]).toEqual([level, wanted]);
    }
  });

  it('gives texts to whoever has put on record before that they are read, of those appeals alone', () => {
    const appeal = Number(
      runOn(desk.database, ['select max(appeal_id) from personal_text']).rows[0]?.['max'],
    );
    const record = `insert into text_reading (kind, appeals) values ('appeals', '{[${String(appeal)},${String(appeal)}]}')`;
    const count = 'select count(*) from personal_text';
    for (const level of ['clerk', 'desk', 'admin'] as const) {
      // Within one transaction the record could still be taken back: it opens nothing.
      expect(past(level, 'begin', record, count)).toBe(0);
      expect(past(level, 'begin isolation level repeatable read', record, 'savepoint a', count)).toBe(0);
      expect(past(level, record, 'select count(distinct appeal_id) from personal_text')).toBe(1);
      // What was recorded more than a minute ago opens nothing any more.
      runOn(desk.database, [
        'alter table text_reading disable trigger user',
        "update text_reading set at = at - interval '61 seconds'",
        'alter table text_reading enable trigger user',
      ]);
      expect(past(level, count)).toBe(0);
    }
    expect(past('reader', record)).toContain(denied);
  });

  it('lets nobody record in the name of another, at another time, or take a record away', () => {
    for (const level of ['clerk', 'desk', 'admin'] as const)
      for (const source of [
        `insert into text_reading (kind, appeals, login) values ('everything', '{(,)}', 'li')`,
        `insert into text_reading (kind, appeals, at) values ('everything', '{(,)}', now() + interval '1 day')`,
        `insert into text_reading (kind, appeals, xact) values ('everything', '{(,)}', '1')`,
        'delete from text_reading',
        "update text_reading set login = 'li'",
        'truncate text_reading',
        'alter table text_reading disable trigger all',
        'alter table personal_text disable row level security',
        'create or replace function open_texts() returns int8multirange language sql as $$ select null::int8multirange $$',
      ])
        expect(past(level, source)).toMatch(/permission denied|must be owner/u);
  });

  it('takes no temporary table of a session for the record, or for the texts', () => {
    for (const level of ['clerk', 'desk', 'admin'] as const) {
      const own = `create temp table text_reading as select session_user::text as login, now() as at, '1'::xid8 as xact, 'text'::text as kind,
        '{(,)}'::int8multirange as appeals, digest_of_asked('{%井盖%}') as asked`;
      expect(past(level, own, 'select count(*) from personal_text')).toBe(0);
      expect(past(level, own, "select count(*) from appeals_with_text('{%井盖%}')")).toContain(unrecorded);
    }
  });

  it('looks only for what was put on record, each search for itself', () => {
    const look = "select count(*) from appeals_with_text('{%路灯%}')";
    const record = `insert into text_reading (kind, asked) values ('text', digest_of_asked('{%路灯%}'))`;
    expect(past('clerk', look)).toContain(unrecorded);
    expect(past('clerk', 'begin', record, look)).toContain(unrecorded);
    expect(past('clerk', record, look)).toBeGreaterThan(0);
    expect(past('clerk', look)).toBeGreaterThan(0);
    expect(past('clerk', "select count(*) from appeals_with_text('{%井盖%}')")).toContain(unrecorded);
    expect(past('desk', look)).toContain(unrecorded);
    expect(past('clerk', "select has_text(1, '{%井盖%}')")).toContain(unrecorded);
    expect(past('clerk', "select * from appeals_of_caller('王小明')")).toContain(unrecorded);
  });

  it('has every sealed table refuse changes by rights, before any trigger', () => {
    const tables = runOn(desk.database, [
      `select c.relname::text as name, a.attname::text as column from pg_trigger as t join pg_class as c on c.oid = t.tgrelid
         join pg_attribute as a on a.attrelid = c.oid and a.attnum = 1
       where t.tgname like '%_no_delete' and c.relnamespace = current_schema()::regnamespace`,
    ]).rows;
    expect(tables.length).toBeGreaterThan(30);
    const tries = tables.flatMap(({ name, column }) => [
      `update liaison."${String(name)}" set "${String(column)}" = "${String(column)}"`,
      `delete from liaison."${String(name)}"`,
      `truncate liaison."${String(name)}" cascade`,
    ]);
    const listed = `{${tries.map((one) => JSON.stringify(one)).join(',')}}`;
    for (const level of levels) {
      const all = `do $try$ declare one text; begin
        foreach one in array '${listed}'::text[] loop
          begin
            execute one;
            raise exception 'not refused: %', one;
          exception when insufficient_privilege then null;
          end;
        end loop;
      end $try$`;
      expect([level, past(level, all)]).toEqual([level, 'none']);
    }
  });

  it('lets nobody write an operation in the name of another', () => {
    const copy = `insert into operation (id, at, by, command, summary, digest, previous_hash, hash)
      select id + 1, at, 'li', command, summary, digest, previous_hash, hash || 'x' from operation order by id desc limit 1`;
    for (const level of ['clerk', 'desk', 'admin'] as const)
      expect(past(level, copy)).toContain('row-level security policy for table "operation"');
  });

  // What commands each level can do: the code that they end with.
  const commands: readonly [command: readonly string[], codes: Readonly<Record<Level, number>>][] = [
    [['appeal', 'list'], { reader: 0, clerk: 0, desk: 0, admin: 0 }],
    [['appeal', 'show', '2022-000003'], { reader: 0, clerk: 0, desk: 0, admin: 0 }],
    [['appeal', 'show', '2022-000003', '--reveal', '--reason', '回访'], { reader: 5, clerk: 0, desk: 0, admin: 0 }],
    [['appeal', 'search', '路灯'], { reader: 5, clerk: 0, desk: 0, admin: 0 }],
    [['appeal', 'search', '--phone', '19900000001'], { reader: 5, clerk: 0, desk: 0, admin: 0 }],
    [['appeal', 'list', '--text', '井盖'], { reader: 5, clerk: 0, desk: 0, admin: 0 }],
    [['appeal', 'log', '--kind', 'request', '--channel', 'hotline', '--title', '路灯不亮', '--phone', '19900000001'], { reader: 5, clerk: 0, desk: 0, admin: 0 }],
    [['appeal', 'note', '2022-000003', '--text', '已联系'], { reader: 5, clerk: 0, desk: 0, admin: 0 }],
    [['roster', 'show', '1'], { reader: 0, clerk: 0, desk: 0, admin: 0 }],
    [['report', 'overview'], { reader: 0, clerk: 0, desk: 0, admin: 0 }],
    [['report', 'circles'], { reader: 0, clerk: 0, desk: 0, admin: 0 }],
    [['tier', 'list'], { reader: 0, clerk: 0, desk: 0, admin: 0 }],
    [['status'], { reader: 0, clerk: 0, desk: 0, admin: 0 }],
    [['unit', 'set', '市司法局', '--sort', '3'], { reader: 5, clerk: 5, desk: 0, admin: 0 }],
    [['appeal', 'import', dezhou('appeals-2022.csv'), '--yes'], { reader: 5, clerk: 5, desk: 0, admin: 0 }],
    [['privacy', 'log'], { reader: 5, clerk: 0, desk: 0, admin: 0 }],
    [['privacy', 'log', '--readings'], { reader: 5, clerk: 5, desk: 5, admin: 0 }],
    [['database', 'check'], { reader: 5, clerk: 5, desk: 5, admin: 0 }],
    [['database', 'grant', 'pg_monitor', 'admin'], { reader: 5, clerk: 5, desk: 5, admin: 5 }],
  ]; // prettier-ignore
  it.each(commands)(
    'has each do no more than its level: %j',
    async (args, codes) => {
      const ended: Partial<Record<Level, number>> = {};
      const said: string[] = [];
      for (const level of levels) {
        const { code, err } = await as(level, ...args);
        ended[level] = code;
        if (code !== codes[level]) said.push(`${level}: ${err}`);
      }
      expect([ended, said]).toEqual([codes, []]);
    },
    60_000,
  );

  it('shows a reader the course of an appeal and nothing of the person', async () => {
    const { out } = await as('reader', 'appeal', 'show', '2022-000004', '--json');
    expect(out).not.toMatch(/王|199|路灯|一号楼/u);
    expect((await as('clerk', 'appeal', 'show', '2022-000004', '--json')).out).toContain('路灯');
  });

  it('has a purge only by an admin, and nothing of it left to read', async () => {
    await desk.json('appeal', 'log', '--kind', 'request', '--channel', 'hotline', '--title', '旧灯', '--time', '2022-01-05'); // prettier-ignore
    const { hits } = (await desk.json('appeal', 'search', '旧灯')) as { hits: { number: string }[] };
    const number = hits[0]?.number ?? '';
    await desk.json('appeal', 'close', number, '--outcome', 'withdrawn', '--time', '2022-01-06');
    const purge = ['privacy', 'purge', '--before', '2022-02-01', '--yes'];
    expect((await as('desk', ...purge)).code).toBe(5);
    const { code, out } = await as('admin', ...purge, '--json');
    expect([code, JSON.parse(out)]).toEqual([
      0,
      expect.objectContaining({ isProven: false, isScrubbed: false }),
    ]);
    expect(runOn(desk.database, ["select count(*) from personal_text where text = '旧灯'"]).rows).toEqual([
      { count: 0 },
    ]);
    expect(await desk.json('database', 'check')).toMatchObject({ findings: [] });
    // Whoever does not own the tables cannot write them anew, and is told so; the owner can.
    const closed = await desk.json('appeal', 'log', '--kind', 'request', '--channel', 'hotline', '--title', '旧井盖', '--time', '2022-01-05'); // prettier-ignore
    await desk.json('appeal', 'close', (closed as { number: string }).number, '--outcome', 'withdrawn', '--time', '2022-01-06'); // prettier-ignore
    expect((await as('admin', ...purge, '--lang', 'zh')).out.replaceAll(/\s/gu, '')).toContain(
      '请所有者执行“vacuumfull',
    );
    const again = await desk.json('appeal', 'log', '--kind', 'request', '--channel', 'hotline', '--title', '旧座椅', '--time', '2022-01-05'); // prettier-ignore
    await desk.json('appeal', 'close', (again as { number: string }).number, '--outcome', 'withdrawn', '--time', '2022-01-06'); // prettier-ignore
    expect(await desk.json(...purge)).toMatchObject({ isProven: false, isScrubbed: true });
  });

  it('lets no level take an appeal away', () => {
    for (const level of levels)
      expect(past(level, 'delete from liaison.appeal where id = 1')).toContain(denied);
  });

  it('tells an admin who read what, by the server’s own record', async () => {
    past('clerk', "insert into text_reading (kind, appeals) values ('everything', '{(,)}')");
    const { out } = await as('admin', 'privacy', 'log', '--readings', '--by', roleOf('clerk'), '--json');
    const lines = JSON.parse(out) as { shown: string; by: string; appeals: number | null }[];
    expect(lines.at(-1)).toMatchObject({ shown: 'read-everything', by: roleOf('clerk'), appeals: null });
    expect(lines.map(({ shown }) => shown)).toEqual(
      expect.arrayContaining(['read-appeals', 'read-words', 'read-phones', 'read-text']),
    );
    const { out: zh } = await as('admin', 'privacy', 'log', '--readings', '--lang', 'zh');
    expect(zh).toContain('读取全部原文');
  });

  it('takes rights away, changes them, and refuses roles that no right binds', async () => {
    expect((await desk.liaison('database', 'grant', roleOf('desk'), '无')).code).toBe(0);
    expect((await as('desk', 'unit', 'list')).code).toBe(5);
    await desk.json('database', 'grant', roleOf('desk'), 'reader');
    expect((await as('desk', 'unit', 'list')).code).toBe(0);
    expect((await as('desk', 'appeal', 'note', '2022-000003', '--text', '再次联系')).code).toBe(5);
    expect(await desk.liaison('database', 'grant', 'nobody_there', 'clerk')).toMatchObject({ code: 4 });
    expect(await desk.liaison('database', 'grant', 'tester', 'clerk')).toMatchObject({ code: 5 });
    expect(await desk.liaison('database', 'grant', 'tester')).toMatchObject({ code: 2 });
  });
});

describe.runIf(testServer !== undefined)('what stands beside the tables', () => {
  it('is made where an earlier version left it out, by the owner', async () => {
    const desk = await setUpFullDatabase();
    // As version 0.12.0 was first: without what guards texts, and what readers see.
    runOn(desk.database, [
      'drop schema liaison_reader cascade',
      'drop table text_reading cascade',
      ...['personal_text', 'operation', 'privacy_log'].map(
        (table) => `alter table ${table} disable row level security`,
      ),
      `do $$ declare one record; begin
        for one in select policyname, tablename from pg_policies where schemaname = 'liaison' loop
          execute format('drop policy %I on liaison.%I', one.policyname, one.tablename);
        end loop;
        for one in select oid::regprocedure as name from pg_proc where pronamespace = 'liaison'::regnamespace and prosecdef loop
          execute format('drop function %s cascade', one.name);
        end loop;
        drop function liaison.digest_of_asked;
      end $$`,
    ]);
    expect((await desk.liaison('appeal', 'show', '2022-000003')).code).toBe(0);
    expect(await desk.json('database', 'check')).toMatchObject({ findings: [], isSchemaCompared: true });
    expect(runOn(desk.database, ['select count(*) > 0 as is_kept from text_reading']).rows).toEqual([
      { is_kept: 1 },
    ]);
  });

  it('takes no schema of somebody else for its own, and leaves it as it is', async () => {
    const desk = setUpDesk();
    runOn(desk.database, ['create schema liaison_reader', 'create table liaison_reader.others (a int)']);
    const { code, err } = await desk.liaison('init', '--name', '德州市', '--code', 'DZ');
    expect([code, err]).toEqual([6, expect.stringContaining('liaison_reader')]);
    expect(runOn(desk.database, ['select count(*) from liaison_reader.others']).rows).toEqual([{ count: 0 }]);
    expect(runOn(desk.database, ["select to_regnamespace('liaison') is null as is_gone"]).rows).toEqual([
      { is_gone: 1 },
    ]);
  });

  it('is told where somebody has altered it', async () => {
    const desk = await setUpFullDatabase();
    for (const source of [
      "alter function open_texts() set search_path = 'public'",
      'alter table personal_text disable row level security',
      'drop policy operation_write on operation',
      'create or replace view liaison_reader.desk_person as select * from liaison.desk_person',
    ])
      runOn(desk.database, [source]);
    const { out } = await desk.liaison('database', 'check', '--json');
    const subjects = (JSON.parse(out) as { findings: { subject: string }[] }).findings.map(
      ({ subject }) => subject,
    );
    expect(subjects).toEqual(
      expect.arrayContaining([
        'function open_texts',
        'table personal_text',
        'policy operation_write',
        'reader view desk_person',
      ]),
    );
  });
});
