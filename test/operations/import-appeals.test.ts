import { itOnFiles } from '../support/on-files.ts';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CourseEvent } from '../../src/domain/appeal-event.ts';
import { foldCourse, freshStanding } from '../../src/domain/course.ts';
import { sentSince } from '../../src/domain/stops.ts';
import { canonicalJson } from '../../src/domain/canonical.ts';
import { writeSealedContent } from '../../src/operations/appeal/event-content.ts';
import { dumpImports } from '../support/import-dump.ts';
import { setUpDezhou, fixtures } from '../support/seeds.ts';

describe('an import of appeals', () => {
  itOnFiles(
    'writes the rows that version 0.6.0 wrote one by one',
    async () => {
      const kept = gunzipSync(readFileSync(join(fixtures, 'versions/0.6.0-imports.json.gz'))).toString();
      // How many words the search keeps of each is its own affair: fewer than then.
      const before = (JSON.parse(kept) as string[]).map((line) =>
        line.replace(/^(words .*),"size":"\w+"\}$/u, '$1}'),
      );
      expect(await dumpImports()).toEqual(before);
    },
    60_000,
  );

  it('numbers appeals as they came in, whatever the order of the file', async () => {
    const rows = Array.from({ length: 1200 }, (_, at) => {
      const minute = (at * 7919) % 1200;
      const time = `2022-03-0${String(1 + Math.floor(minute / 480))} ${String(8 + Math.floor((minute % 480) / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
      return `N${String(minute)},${time},热线,求助,"第${String(minute)}盏路灯\n不亮",市水利局`;
    });
    const desk = await setUpDezhou('units');
    desk.write('mixed.csv', ['工单编号,受理时间,渠道,诉求性质,标题,承办单位', ...rows, ''].join('\n'));
    await desk.json('appeal', 'import', 'mixed.csv');
    const list = (await desk.json('appeal', 'list', '--all', '--sort', 'received')) as {
      number: string;
      externalNumber: string;
    }[];
    expect(list.map(({ externalNumber }) => externalNumber)).toEqual(
      Array.from({ length: 1200 }, (_, at) => `N${String(at)}`),
    );
    expect(list.map(({ number }) => number)).toEqual(
      Array.from({ length: 1200 }, (_, at) => `2022-${String(at + 1).padStart(6, '0')}`),
    );
    expect(await desk.json('database', 'check')).toMatchObject({ findings: [] });
    // Once more nothing changes.
    expect(await desk.json('appeal', 'import', 'mixed.csv')).toMatchObject({
      counts: { added: 0, changed: 0 },
      unchanged: 1200,
    });
  }, 60_000);
});

const event = (seq: number, action: 'log' | 'transfer', at: string): CourseEvent => ({
  seq,
  at,
  recordedAt: at,
  by: 'clerk',
  action,
  from: null,
  to: action === 'transfer' ? { id: 7, code: 'DZ-007', name: '市水利局' } : null,
  reason: null,
  ruling: null,
  lead: null,
  data: {},
});

it('a fresh appeal stands where its history of one or two events puts it', () => {
  const [received, sent] = ['2022-02-07T01:30:00Z', '2022-02-07T02:00:00Z'];
  for (const events of [
    [event(1, 'log', received)],
    [event(1, 'log', received), event(2, 'transfer', sent)],
  ]) {
    const course = foldCourse(events);
    expect(freshStanding(received, events.length === 1 ? null : { at: sent })).toEqual({
      state: course.state,
      hopCount: course.hops.length,
      lastAt: course.lastAt,
      sentSince: sentSince(events),
    });
  }
});

it('what the digest of an event covers is written as the check takes it', () => {
  const id = fc.option(fc.nat());
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary' }),
      fc.json(),
      id,
      id,
      id,
      (by, data, fromUnitId, toUnitId, rulingId) => {
        for (const reason of ['wrong-unit', null] as const) {
          const content = {
            action: 'log' as const,
            at: '2022-02-07T01:00:00Z',
            by,
            data,
            fromUnitId,
            reason,
            recordedAt: '2022-02-08T01:00:00Z',
            rulingId,
            toUnitId,
          };
          expect(writeSealedContent('2022-000001', 7, content)).toBe(
            canonicalJson({ appeal: '2022-000001', seq: 7, ...content }),
          );
        }
      },
    ),
  );
});

it('digests cover the same text as before, whatever the order of the keys', () => {
  const before = (value: unknown): string | undefined =>
    JSON.stringify(value, (_key, inner: unknown) =>
      inner === null || typeof inner !== 'object' || Array.isArray(inner)
        ? inner
        : Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))),
    );
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(canonicalJson(value)).toBe(before(value));
    }),
  );
});
