import type { Role } from '../../domain/desk.ts';
import { roles } from '../../domain/desk.ts';
import { percentOf } from '../../domain/figure.ts';
import type { RateName, YearReport, YearUnit } from '../../domain/year-report.ts';
import { countPersons, volumePerPerson } from '../../domain/year-report.ts';
import type { Texts } from '../../text/shape.ts';
import type { Setting } from './report.ts';
import { findingSection } from './year-findings.ts';
import type { YearPaper, YearSection } from './year-sections.ts';
import { number, screenBlocks, screenRows, tierName, word } from './year-sections.ts';
import { minuteSection, rateSection } from './year-sides.ts';

/** Makes the evaluation of a reform as every form of output writes it. */
export function makeYearReport(facts: YearReport, setting: Setting, text: Texts): YearPaper {
  const say = text.views.reportYear;
  return {
    title: say.title(facts.jurisdiction, facts.year),
    head: [...frameLines(facts, text), say.counted(setting.countedAt, setting.head)],
    sections: [
      staffingSection(facts, text),
      workSection(facts, text),
      personSection(facts, text),
      ...(['onTime', 'satisfied'] as const).map((name) => rateSection(facts, name, text)),
      minuteSection(facts, text),
      visitSection(facts, text),
      officeSection(facts, text),
      findingSection(facts, text),
    ],
    definitions: say.definitions,
    definitionsTitle: say.definitionsTitle,
  };
}

/** What an evaluation is of, line by line. */
function frameLines({ run, units, on, reach, year }: YearReport, text: Texts): string[] {
  const say = text.views.reportYear;
  const count = (tier: string): number => units.filter((unit) => unit.tier === tier).length;
  const without = [year - 2, year - 1, year].filter((one) =>
    units.every(({ volumes }) => volumes.every((own) => own.year !== one || own.volume === null)),
  );
  return [
    say.run(run.number, run.year, run.documentNo, run.adoptedOn),
    say.counts(units.length, count('dedicated'), count('attached'), count('designated')),
    ...(without.length === 0 ? [] : [say.noVolumes(without.map(String))]),
    ...(on === null ? [] : [say.on(on)]),
    reach === null ? say.noAppeals : say.reach(reach.from, reach.last),
  ];
}

function basisOf({ run }: YearReport, { tier, override }: YearUnit, text: Texts): string {
  const say = text.views.reportYear;
  if (tier === null) return '';
  const basis = say.basis(run.number, run.year, run.documentNo);
  return override === null ? basis : `${basis}\n${say.override(override.documentNo)}`;
}

/** Name and sign of a desk; empty where there is none. */
function deskName({ desk }: YearUnit, text: Texts): string {
  if (desk === null) return '';
  const { name, sign } = desk;
  return sign === null ? (name ?? '') : text.views.reportYear.withSign(name ?? '', sign);
}

function listPeople({ desk }: YearUnit, text: Texts): string {
  const say = text.views.reportYear;
  const people = roles.flatMap((role) => desk?.persons.filter((person) => person.role === role) ?? []);
  return people.map(({ role, name }) => say.person(text.codeNames.role[role], name)).join('\n');
}

function staffingSection(facts: YearReport, text: Texts): YearSection {
  const { columns, sections } = text.views.reportYear;
  return {
    title: sections.staffing,
    kept: { 0: 14, 4: 20, 6: 14, 10: 20 },
    screenRows: screenBlocks,
    table: {
      columns: [
        ...[columns.unit, columns.category, columns.group, columns.tier, columns.basis, columns.form].map(
          word,
        ),
        ...[columns.desk, columns.host, columns.replaced, columns.day, columns.staff].map(word),
      ],
      rows: facts.units.map((unit) => {
        const { desk } = unit;
        return [
          ...[unit.name, text.codeNames.category[unit.category], unit.group ?? ''],
          ...[tierName(unit, text), basisOf(facts, unit, text)],
          desk === null ? text.views.reportYear.notOnRecord : text.codeNames.tier[desk.tier],
          ...[
            deskName(unit, text),
            desk?.hostOffice ?? '',
            desk?.replacedOffice ?? '',
            desk?.establishedOn ?? '',
          ],
          listPeople(unit, text),
        ];
      }),
    },
  };
}

function workSection({ year, units }: YearReport, text: Texts): YearSection {
  const { columns, sections, rates, sideOf } = text.views.reportYear;
  const { none } = text.labels;
  const sides = [columns.before, columns.after];
  const rate = ({ rates: pair }: YearUnit, name: RateName): string[] =>
    (['before', 'after'] as const).map((side) =>
      pair === null ? none : (percentOf(pair[side][name]) ?? none),
    );
  return {
    title: sections.work,
    screenRows: screenBlocks,
    table: {
      columns: [
        ...[columns.unit, columns.tier].map(word),
        number(columns.persons),
        ...[year - 2, year - 1, year].map((one) => number(columns.volume(one))),
        number(columns.perPerson),
        ...sides.map((side) => number(sideOf(side, rates.onTime))),
        ...sides.map((side) => number(sideOf(side, rates.satisfied))),
      ],
      rows: units.map((unit) => {
        const persons = countPersons(unit.desk?.persons ?? []);
        return [
          ...[unit.name, tierName(unit, text), String(persons)],
          ...unit.volumes.map(({ volume }) => (volume === null ? none : String(volume))),
          volumePerPerson(unit.volumes.at(-1)?.volume ?? null, persons) ?? none,
          ...[...rate(unit, 'onTime'), ...rate(unit, 'satisfied')],
        ];
      }),
    },
  };
}

function personSection({ units, isRevealed }: YearReport, text: Texts): YearSection {
  const { columns, sections, first, notOnRecord } = text.views.reportYear;
  const row = (unit: string, of: readonly (string | null)[]): string[] => [
    unit,
    ...of.map((one) => one ?? ''),
  ];
  return {
    title: sections.persons,
    isApart: true,
    screenRows,
    table: {
      columns: [columns.unit, columns.role, columns.name, columns.post, columns.phone, ...(isRevealed ? [columns.mobile] : [])].map(word), // prettier-ignore
      rows: units.flatMap(({ name, leader, desk }) => [
        row(name, [
          first,
          leader?.name ?? notOnRecord,
          leader?.title ?? null,
          null,
          ...(isRevealed ? [null] : []),
        ]),
        ...roles.flatMap((role: Role) =>
          (desk?.persons ?? [])
            .filter((person) => person.role === role)
            .map((person) =>
              row(name, [
                ...[text.codeNames.role[role], person.name, person.post, person.phone],
                ...(isRevealed ? [person.mobile] : []),
              ]),
            ),
        ),
      ]),
    },
  };
}

function visitSection({ units }: YearReport, text: Texts): YearSection {
  const { columns, sections, items, hostOf, replaces, first, person, notOnRecord } = text.views.reportYear;
  const itemsOf = (unit: YearUnit): (readonly [string, string])[] => {
    const { desk, leader } = unit;
    const tier = desk === null ? '' : `${text.codeNames.tier[desk.tier]}\n${deskName(unit, text)}`;
    const offices = [
      ...(desk?.hostOffice == null ? [] : [hostOf(desk.hostOffice)]),
      ...(desk?.replacedOffice == null ? [] : [replaces(desk.replacedOffice)]),
    ];
    const people = [...(leader === null ? [] : [person(first, leader.name)]), listPeople(unit, text)];
    return [
      [items.desk, tier],
      // Whoever is designated has no office to be seen.
      ...(desk?.tier === 'designated' && offices.length === 0
        ? []
        : [[items.offices, offices.join('\n')] as const]),
      [items.phones, desk?.phones ?? ''],
      [items.hours, desk?.hours ?? ''],
      [items.address, desk?.address ?? ''],
      [items.people, people.filter((one) => one !== '').join('\n')],
    ];
  };
  return {
    title: sections.visit,
    isApart: true,
    screenRows,
    kept: { 3: 34, 4: 12, 5: 12 },
    table: {
      columns: [
        columns.unit,
        columns.item,
        columns.registered,
        columns.seen,
        columns.seenBy,
        columns.seenOn,
      ].map(word),
      rows: units.flatMap((unit) =>
        itemsOf(unit).map(([item, value]) => [
          unit.name,
          item,
          value === '' ? notOnRecord : value,
          '',
          '',
          '',
        ]),
      ),
    },
  };
}

function officeSection({ units }: YearReport, text: Texts): YearSection {
  const { columns, sections, withdrawnOn, within, notOnRecord } = text.views.reportYear;
  const { none } = text.labels;
  const count = (value: number | null): string => (value === null ? none : String(value));
  return {
    title: sections.offices,
    isApart: true,
    kept: { 3: 24, 4: 14 },
    screenRows: screenBlocks,
    table: {
      columns: [
        ...[columns.unit, columns.tier, columns.offices, columns.withdrawn, columns.setUp].map(word),
        ...[columns.countBefore, columns.countAfter, columns.limit].map(number),
        word(columns.isWithin),
      ],
      rows: units.map((unit) => {
        const { inForce, withdrawn, setUp, before, after, limit, isWithin } = unit.offices;
        return [
          ...[unit.name, tierName(unit, text)],
          after === null ? notOnRecord : inForce.join('、'),
          withdrawn.map(({ name, on }) => withdrawnOn(name, on)).join('、'),
          setUp ?? '',
          ...[count(before), count(after), count(limit)],
          isWithin === null ? none : within[isWithin ? 'yes' : 'no'],
        ];
      }),
    },
  };
}
