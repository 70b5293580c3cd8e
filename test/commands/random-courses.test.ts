import { expect, it } from 'vitest';
import type { TestDesk } from '../support/desk.ts';
import { setUpDezhou } from '../support/seeds.ts';
import Sqlite from '../support/raw-database.ts';

/** How many steps; `LIAISON_STEPS=5000` for a long course. */
const steps = Number(process.env['LIAISON_STEPS'] ?? 300);
const seed = Number(process.env['LIAISON_SEED'] ?? 2022);

/** Chance that can be repeated. */
function makeChance(from: number): () => number {
  let state = from >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

interface EventRow {
  readonly id: number;
  readonly appeal: number;
  readonly action: string;
  readonly from: number | null;
  readonly to: number | null;
}

/** What was seen of an appeal so far, by an observer who knows nothing of the rules. */
interface Seen {
  /** Units it was handed to, in their order, but for those it was recalled from. */
  readonly led: number[];
  readonly recalled: number[];
}

/** Watches the tables: who led what, and whether anybody led twice who must not. Written apart from the rules. */
class Observer {
  readonly #seen = new Map<number, Seen>();
  #last = 0;

  look(path: string, queue: ReadonlySet<string>): string[] {
    const file = new Sqlite(path, { readonly: true });
    try {
      const faults: string[] = [];
      const pairs = file
        .prepare('select from_unit_id as old, to_unit_id as new from unit_succession')
        .all() as {
        old: number;
        new: number;
      }[];
      const ended = new Set(
        file.prepare('select id from unit where until_day is not null').pluck().all() as number[],
      );
      const ancestors = (unit: number, found = new Set<number>()): Set<number> => {
        for (const pair of pairs)
          if (pair.new === unit && !found.has(pair.old)) {
            found.add(pair.old);
            ancestors(pair.old, found);
          }
        return found;
      };
      const events = file
        .prepare(
          `select id, appeal_id as appeal, action, from_unit_id as "from", to_unit_id as "to" from appeal_event
           where id > ? order by id`,
        )
        .all(this.#last) as EventRow[];
      for (const event of events) {
        this.#last = event.id;
        const seen = this.#seen.get(event.appeal) ?? { led: [], recalled: [] };
        this.#seen.set(event.appeal, seen);
        if (event.action === 'recall') {
          const unit = seen.led.pop();
          if (unit === undefined || unit !== event.from)
            faults.push(`recall of nothing: ${JSON.stringify(event)}`);
          else if (seen.recalled.includes(unit)) faults.push(`recalled twice: ${JSON.stringify(event)}`);
          else seen.recalled.push(unit);
          continue;
        }
        if (event.to === null || event.action === 'return') continue;
        const last = seen.led.at(-1);
        const own = [...ancestors(event.to)].filter((unit) => ended.has(unit));
        const isHeir = last !== undefined && own.includes(last);
        const isAgain = seen.led.some((unit) => unit === event.to || own.includes(unit));
        if (isAgain && !isHeir && event.action !== 'rule') faults.push(`led twice: ${JSON.stringify(event)}`);
        seen.led.push(event.to);
      }
      const open = file
        .prepare(
          `select number, state, holder_id as holder, until_day as until from appeal left join unit on unit.id = holder_id
           where state not in ('replied', 'closed')`,
        )
        .all() as { number: string; state: string; holder: number | null; until: string | null }[];
      for (const { number, state, holder, until } of open) {
        const isAtDesk = state === 'unassigned';
        if (isAtDesk !== (holder === null)) faults.push(`${number}: ${state}, held by ${String(holder)}`);
        if (until !== null) faults.push(`${number}: held by a unit that is no more`);
        if (isAtDesk && !queue.has(number)) faults.push(`${number}: in no queue`);
      }
      return faults;
    } finally {
      file.close();
    }
  }
}

it(`after each of ${String(steps)} random steps every open appeal is held by a living unit or waits in the queue, and nobody leads twice`, async () => {
  const desk = await setUpDezhou('units');
  const chance = makeChance(seed);
  const pick = <One>(list: readonly One[]): One => list[Math.floor(chance() * list.length)] as One;
  const is = (share: number): boolean => chance() < share;
  let clock = Date.parse('2022-04-08T04:00:00Z');
  const observer = new Observer();
  const counts = new Map<string, number>();
  const names = Array.from({ length: 34 }, (_, at) => `DZ-${String(at + 1).padStart(3, '0')}`);
  let added = 0;
  let logged = 0;
  const number = (): string =>
    `2022-${String(Math.max(1, logged - Math.floor(chance() * 8))).padStart(6, '0')}`;
  const earlier = (): string[] => {
    if (!is(0.3)) return [];
    const at = new Date(clock - Math.floor(chance() * 3 * 86_400_000) + 8 * 3_600_000);
    return ['--time', at.toISOString().slice(0, 16).replace('T', ' ')];
  };
  const make: Readonly<Record<string, () => string[]>> = {
      log: () => ['appeal', 'log', '--kind', 'request', '--channel', 'hotline', '--title', '灯', ...(is(0.7) ? ['--to', pick(names)] : []), ...earlier()],
      transfer: () => ['appeal', 'transfer', number(), '--to', pick(names), '--reason', pick(['wrong-unit', 'reorganised', 'other']), ...earlier()],
      recall: () => ['appeal', 'recall', number(), ...earlier()],
      accept: () => ['appeal', 'accept', number(), ...earlier()],
      return: () => ['appeal', 'return', number(), '--reason', 'other', '--basis', 'x'],
      uphold: () => ['appeal', 'decide', number(), '--uphold', ...(is(0.5) ? ['--to', pick(names)] : [])],
      reject: () => ['appeal', 'decide', number(), '--reject', '--text', 'x'],
      rule: () => ['appeal', 'rule', number(), '--lead', pick(names), '--basis', 'x'],
      assist: () => ['appeal', 'assist', number(), '--add', pick(names)],
      reply: () => ['appeal', 'reply', number(), '--text', 'x'],
      close: () => ['appeal', 'close', number(), '--outcome', pick(['solved', 'withdrawn'])],
      reopen: () => ['appeal', 'reopen', number(), '--text', 'x'],
      redo: () => ['appeal', 'review', number(), '--asked-by', 'citizen', '--result', 'redo'],
      merge: () => ['unit', 'merge', pick(names), '--into', pick(names)],
      split: () => ['unit', 'split', pick(names), '--into', pick(names), pick(names)],
      retire: () => ['unit', 'retire', pick(names), '--reason', 'x'],
      add: () => ['unit', 'add', `新设第${String((added += 1))}局`],
      again: () => ['unit', 'add', pick(names), pick(['--same', '--new'])],
      rename: () => ['unit', 'rename', pick(names), `改名第${String((added += 1))}局`],
    }; // prettier-ignore
  const often = ['log', 'transfer', 'transfer', 'transfer', 'accept', 'accept', 'recall', 'reply', 'close', 'reopen', 'return', 'uphold', 'reject', 'rule', 'assist', 'redo']; // prettier-ignore
  const seldom = ['merge', 'split', 'retire', 'add', 'add', 'again', 'rename'];
  for (let step = 0; step < steps; step += 1) {
    clock += Math.floor(chance() * 6 * 3_600_000);
    desk.setTime(new Date(clock).toISOString());
    const kind = logged < 3 ? 'log' : is(0.12) ? pick(seldom) : pick(often);
    const args = make[kind]?.() ?? [];
    const { code, out, err } = await desk.liaison(...args, '--json');
    // A unit that is to go into itself is a slip of the line, not of the course.
    const allowed = kind === 'merge' || kind === 'split' ? [0, 2, 3, 4, 5] : [0, 3, 4, 5];
    expect([args.join(' '), code, allowed.includes(code) ? '' : err]).toEqual([args.join(' '), code, '']);
    if (code !== 0) continue;
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
    if (kind === 'log') logged += 1;
    if (kind === 'add') names.push((JSON.parse(out) as { code: string }).code);
    const faults = observer.look(desk.database, await queueOf(desk));
    expect([args.join(' '), faults]).toEqual([args.join(' '), []]);
  }
  expect((await desk.liaison('database', 'check')).out).toContain('Everything is as it was written.');
  if (steps > 1000) console.log(`seed ${String(seed)}`, Object.fromEntries(counts));
  // A course in which nothing goes through would show nothing.
  for (const kind of ['transfer', 'recall', 'split', 'merge', 'reopen'])
    if (steps >= 300) expect([kind, counts.get(kind) ?? 0]).not.toEqual([kind, 0]);
}, 3_600_000);

/** Numbers of the appeals in the transfer desk's queue. */
async function queueOf(desk: TestDesk): Promise<ReadonlySet<string>> {
  const lines = (await desk.json('appeal', 'list')) as { number: string }[];
  return new Set(lines.map((line) => line.number));
}
