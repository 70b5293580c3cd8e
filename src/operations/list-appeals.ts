import type { Appeal, Kind, PersonalFields, State, Wait } from '../domain/appeal.ts';
import { findWait } from '../domain/appeal.ts';
import { findMatter } from '../domain/matter.ts';
import { nextDay, startOfDay } from '../domain/time.ts';
import { nameKey } from '../domain/unit-name.ts';
import { listAppeals, listPersonalFields } from '../store/appeals.ts';
import { listMatters } from '../store/matters.ts';
import type { LocalWork } from './change.ts';
import { getUnitByName } from './find-unit.ts';
import { maskAppeal, maskPersonal } from './show-appeal.ts';

/** Which appeals are asked for. Days are those on which they were received, both included. */
export interface ListTerms {
  readonly unit?: { readonly name: string; readonly as: 'lead' | 'assist' | 'any' };
  readonly state?: State;
  readonly kind?: Kind;
  readonly matter?: string;
  readonly since?: string;
  readonly until?: string;
  readonly hops?: number;
  /** Words that stand in its title or text as they are shown, or its number. */
  readonly text?: string;
}

/** An appeal in a list, its personal texts masked. */
export interface AppealLine {
  readonly appeal: Appeal;
  readonly personal: PersonalFields;
  /** Why it waits for the transfer desk; undefined for one that does not. */
  readonly wait: Wait | undefined;
}

/**
 * Lists appeals: those asked for, or the transfer desk's queue, what is returned, unassigned or not accepted in time.
 * A text is looked for in what everybody may see, so that a search shows nobody.
 */
export async function listAppealLines(
  work: Pick<LocalWork, 'store' | 'jurisdiction' | 'now'>,
  terms: ListTerms,
  isQueue: boolean,
): Promise<AppealLine[]> {
  const { store, jurisdiction, now } = work;
  const { timeZone } = jurisdiction;
  const { unit, since, until, text } = terms;
  const found = unit === undefined ? undefined : await getUnitByName(store.db, jurisdiction, unit.name);
  // A matter that appeals have and the list has not, another system wrote: it is looked for as it is.
  const listed = findMatter(await listMatters(store.db, jurisdiction.id), terms.matter ?? '');
  const matter = listed.kind === 'found' ? listed.matter.name : terms.matter;
  const appeals = await listAppeals(store.db, jurisdiction.id, {
    states: isQueue
      ? ['unassigned', 'sent', 'accepted']
      : terms.state === undefined
        ? undefined
        : [terms.state],
    kind: terms.kind,
    unit: unit === undefined || found === undefined ? undefined : { id: found.id, as: unit.as },
    since: since === undefined ? undefined : startOfDay(since, timeZone),
    before: until === undefined ? undefined : startOfDay(nextDay(until), timeZone),
    hopsFrom: terms.hops,
  });
  const waiting = appeals
    .map((appeal) => ({ appeal, wait: findWait(appeal, now) }))
    .filter(({ wait }) => !isQueue || wait !== undefined)
    .filter(({ appeal }) => matter === undefined || nameKey(appeal.matter ?? '') === nameKey(matter));
  const personal = await listPersonalFields(
    store.db,
    waiting.map(({ appeal }) => appeal.id),
  );
  const lines = waiting.map(({ appeal, wait }) => ({
    appeal: maskAppeal(appeal, personal.get(appeal.id)),
    wait,
    personal: maskPersonal(personal.get(appeal.id)),
  }));
  if (text === undefined) return lines;
  const wanted = text.normalize('NFKC').toLowerCase();
  const has = (value: string | null): boolean =>
    value !== null && value.normalize('NFKC').toLowerCase().includes(wanted);
  return lines.filter(
    ({ appeal, personal: fields }) =>
      has(appeal.number) ||
      has(appeal.externalNumber) ||
      (!appeal.confidential && (has(fields.title) || has(fields.text))),
  );
}
