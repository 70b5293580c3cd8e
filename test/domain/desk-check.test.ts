import { describe, expect, it } from 'vitest';
import type { Desk } from '../../src/domain/desk.ts';
import type { DeskFacts } from '../../src/domain/desk-check.ts';
import { makeDeskValues } from '../../src/domain/desk-fields.ts';
import { checkDesk } from '../../src/domain/desk-check.ts';
import type { Office } from '../../src/domain/office.ts';

const today = '2022-04-08';

/** What is found of a desk that lacks nothing but what is said. */
function findingsOf(desk: Partial<Desk>, more: Partial<DeskFacts> = {}): string[] {
  const whole: Desk = {
    ...makeDeskValues(() => null),
    tier: 'designated',
    name: '群众工作专岗',
    duties: '受理、转办',
    hours: '工作日8:30-12:00',
    phones: '0534-5550101',
    confirmedOn: today,
    persons: [
      { role: 'head', name: '吴某甲', post: null, phone: null, mobile: null },
      { role: 'liaison', name: '郑某乙', post: null, phone: null, mobile: '19900000001' },
    ],
    ...desk,
  };
  const facts: DeskFacts = {
    unit: '甲局',
    tier: whole.tier,
    group: null,
    isSubordinate: false,
    desk: whole,
    hasFirstResponsible: true,
    offices: [],
    officeLimit: null,
    formSentOn: null,
    ...more,
  };
  return checkDesk(facts, { today, areaCode: '0534' }).map(({ code, value }) =>
    value === null ? code : `${code} ${value}`,
  );
}

describe('the confirmation of a desk', () => {
  it.each([
    ['180 days ago still holds', '2021-10-10', []],
    ['181 days ago is old', '2021-10-09', ['confirmation-old 2021-10-09']],
  ])('%s', (_name, confirmedOn, expected) => {
    expect(findingsOf({ confirmedOn })).toEqual(expected);
  });
});

describe('an office that is withdrawn', () => {
  const offices = (withdrawnOn: string): { offices: Office[]; officeLimit: number } => ({
    offices: [
      { name: '老科', withdrawnOn },
      { name: '办公室', withdrawnOn: null },
    ],
    officeLimit: 2,
  });
  const attached: Partial<Desk> = { tier: 'attached', hostOffice: '老科' };
  const dedicated: Partial<Desk> = { tier: 'dedicated', name: '群众工作科', replacedOffice: '老科' };

  it.each([
    ['the day after is still there to host a desk', attached, '2022-04-09', []],
    ['on that very day hosts none', attached, today, ['host-office-withdrawn 老科']],
    [
      'the day after has not made room for the section that takes its place',
      dedicated,
      '2022-04-09',
      ['replaced-office-in-force 老科', 'offices-over-limit 3'],
    ],
    ['on that very day has made room for it', dedicated, today, []],
  ])('%s', (_name, desk, withdrawnOn, expected) => {
    expect(findingsOf(desk, offices(withdrawnOn))).toEqual(expected);
  });
});
