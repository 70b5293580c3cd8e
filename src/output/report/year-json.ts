import type { Role } from '../../domain/desk.ts';
import type { Part } from '../../domain/figure.ts';
import { percentOf, pointsOf } from '../../domain/figure.ts';
import type { OfficeBalance } from '../../domain/office-balance.ts';
import type { Period } from '../../domain/period.ts';
import { lastOfPeriod } from '../../domain/period.ts';
import type { RatePair, Rates, YearReport, YearUnit } from '../../domain/year-report.ts';
import {
  countPersons,
  differenceOfPoints,
  minutesChanged,
  rateNames,
  volumePerPerson,
} from '../../domain/year-report.ts';
import type { DayWindow } from '../../domain/year-window.ts';
import type { Texts } from '../../text/shape.ts';
import { mendingCommand } from '../desk-view.ts';
import type { DefinitionJson, PeriodJson } from './figures-json.ts';
import { definitionsJson, periodJson } from './figures-json.ts';
import type { Setting } from './report.ts';
import { describeOpen, kindOfFinding } from './year-findings.ts';

/** A figure of the evaluation: what it counts, of how many, of what, as it is printed, and the command that explains it. */
export interface YearFigureJson {
  readonly name: string;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly base: string | null;
  readonly value: string | null;
  readonly explain: string | null;
}

/** What was done in the months of one side; the median is of minutes of working time. */
export interface YearRatesJson {
  readonly onTime: YearFigureJson;
  readonly satisfied: YearFigureJson;
  readonly medianMinutes: YearFigureJson;
}

/** Two sides, and by how much the second differs: rates in percentage points, the median in minutes. */
export interface YearPairJson {
  readonly before: YearRatesJson;
  readonly after: YearRatesJson;
  readonly change: YearChangeJson;
}

export interface YearChangeJson {
  readonly onTime: string | null;
  readonly satisfied: string | null;
  readonly medianMinutes: number | null;
}

/** The months that are compared, or why none are. */
export interface YearWindowJson {
  readonly day: string | null;
  readonly before: PeriodJson | null;
  readonly after: PeriodJson | null;
  readonly months: number | null;
  readonly isShort: boolean;
  readonly refused: string | null;
}

/** A unit of the evaluation. */
export interface YearUnitJson {
  readonly code: string;
  readonly unit: string;
  readonly category: string;
  readonly group: string | null;
  readonly tier: string | null;
  readonly basis: {
    readonly run: number;
    readonly year: number;
    readonly documentNo: string;
    readonly override: { readonly documentNo: string; readonly reason: string } | null;
    readonly explain: string;
  } | null;
  readonly desk: {
    readonly form: string;
    readonly name: string | null;
    readonly sign: string | null;
    readonly hostOffice: string | null;
    readonly replacedOffice: string | null;
    readonly establishedOn: string | null;
    readonly documentNo: string | null;
    readonly phones: string | null;
    readonly hours: string | null;
    readonly address: string | null;
  } | null;
  readonly firstResponsible: { readonly name: string; readonly title: string | null } | null;
  /** Mobiles where they are revealed. */
  readonly persons: readonly {
    readonly role: Role;
    readonly name: string;
    readonly post: string | null;
    readonly phone: string | null;
    readonly mobile?: string | null;
  }[];
  readonly volumes: readonly { readonly year: number; readonly volume: YearFigureJson }[];
  readonly perPerson: YearFigureJson;
  readonly window: YearWindowJson;
  readonly rates: YearPairJson | null;
  readonly offices: OfficeBalance;
}

/** What `report year` says. */
export interface YearJson {
  readonly report: 'year';
  readonly year: number;
  readonly on: string | null;
  readonly run: YearReport['run'];
  readonly checkedRun: number;
  /** From when to when the database has appeals. */
  readonly reach: PeriodJson | null;
  readonly countedAt: string;
  readonly head: string;
  readonly isRevealed: boolean;
  readonly units: readonly YearUnitJson[];
  readonly effects: readonly {
    readonly before: PeriodJson;
    readonly after: PeriodJson;
    readonly months: number;
    readonly units: readonly {
      readonly code: string;
      readonly unit: string;
      /** The change beyond that of the control units. */
      readonly difference: YearChangeJson;
    }[];
    readonly all: YearPairJson;
    readonly difference: YearChangeJson;
    readonly controls: readonly {
      readonly code: string;
      readonly unit: string;
      readonly hasChanged: boolean;
    }[];
    readonly control: YearPairJson | null;
  }[];
  readonly findings: readonly {
    readonly code: string;
    readonly unit: string;
    readonly kind: string;
    readonly finding: string | null;
    readonly text: string;
    readonly command: string;
  }[];
  readonly definitions?: readonly DefinitionJson[];
}

/** The evaluation of a reform as programs get it; every figure says how it came about. */
export function yearJson(
  facts: YearReport,
  { countedAt, head }: Setting,
  { text, hasDefinitions }: { readonly text: Texts; readonly hasDefinitions: boolean },
): YearJson {
  const { year, on, run, checkedRun, reach, isRevealed } = facts;
  return {
    ...{ report: 'year', year, on, run, checkedRun, countedAt, head, isRevealed },
    ...{ reach: reach === null ? null : { from: reach.from, to: reach.last } },
    units: facts.units.map((unit) => unitJson(unit, facts)),
    effects: facts.effects.map(({ window, units, all, controls, control }) => ({
      ...{ before: periodJson(window.before), after: periodJson(window.after), months: window.months },
      units: units.map(({ unit, rates }) => ({
        ...{ code: unit.code, unit: unit.name },
        difference: differenceJson(rates, control),
      })),
      ...{ all: pairJson(all, window, null), difference: differenceJson(all, control) },
      controls: controls.map(({ code, name, hasChanged }) => ({ code, unit: name, hasChanged })),
      control: control === null ? null : pairJson(control, window, null),
    })),
    findings: facts.findings.map((open) => ({
      ...{ code: open.code, unit: open.name, kind: kindOfFinding(open) },
      finding: open.kind === 'desk' ? open.finding.code : null,
      text: describeOpen(open, text),
      command:
        open.kind === 'desk'
          ? mendingCommand(open.finding, open.code, text)
          : open.kind === 'on-bound'
            ? explainTier(open.code, run.number)
            : `liaison tier classify --year ${String(run.year)}`,
    })),
    ...definitionsJson(hasDefinitions ? text.views.reportYear.definitions : undefined),
  };
}

function explainTier(code: string, run: number): string {
  return `liaison tier explain ${code} --run ${String(run)}`;
}

function windowJson(window: DayWindow): YearWindowJson {
  if (window.kind === 'none')
    return {
      ...{ day: window.day, before: null, after: null, months: null },
      isShort: false,
      refused: window.why,
    };
  const { day, before, after, months, isShort } = window;
  return { day, before: periodJson(before), after: periodJson(after), months, isShort, refused: null };
}

function unitJson(unit: YearUnit, { run, isRevealed }: YearReport): YearUnitJson {
  const { code, name, category, group, tier, override, leader, desk, volumes, window, rates, offices } = unit;
  const persons = desk?.persons ?? [];
  const count = countPersons(persons);
  const last = volumes.at(-1)?.volume ?? null;
  const explain = `liaison unit show ${code}`;
  return {
    ...{ code, unit: name, category, group, tier },
    basis:
      tier === null
        ? null
        : {
            ...{ run: run.number, year: run.year, documentNo: run.documentNo },
            override: override === null ? null : { documentNo: override.documentNo, reason: override.reason },
            explain: explainTier(code, run.number),
          },
    desk:
      desk === null
        ? null
        : {
            ...{ form: desk.tier, name: desk.name, sign: desk.sign, hostOffice: desk.hostOffice },
            ...{ replacedOffice: desk.replacedOffice, establishedOn: desk.establishedOn },
            ...{ documentNo: desk.documentNo, phones: desk.phones, hours: desk.hours, address: desk.address },
          },
    firstResponsible: leader === null ? null : { name: leader.name, title: leader.title },
    persons: persons.map(({ mobile, ...person }) => (isRevealed ? { ...person, mobile } : person)),
    volumes: volumes.map(({ year, volume }) => ({
      year,
      volume: {
        ...{ name: 'volume', numerator: volume, denominator: null, base: null },
        ...{ value: volume === null ? null : String(volume), explain },
      },
    })),
    perPerson: {
      ...{ name: 'per-person', numerator: last, denominator: count, base: 'persons' },
      ...{ value: volumePerPerson(last, count), explain: `liaison desk show ${code}` },
    },
    window: windowJson(window),
    rates: rates === null || window.kind === 'none' ? null : pairJson(rates, window, code),
    offices,
  };
}

function pairJson(
  pair: RatePair,
  { before, after }: { readonly before: Period; readonly after: Period },
  code: string | null,
): YearPairJson {
  return {
    before: ratesJson(pair.before, before, code),
    after: ratesJson(pair.after, after, code),
    change: {
      onTime: pointsOf(pair.after.onTime, pair.before.onTime),
      satisfied: pointsOf(pair.after.satisfied, pair.before.satisfied),
      medianMinutes: minutesChanged(pair),
    },
  };
}

/** What of a unit can be listed says by which command; a sum of several units is that of theirs. */
function ratesJson(
  { onTime, satisfied, minutes, timed }: Rates,
  period: Period,
  code: string | null,
): YearRatesJson {
  const of = `--from ${period.from} --to ${lastOfPeriod(period)}`;
  const list = (name: string): string | null =>
    code === null ? null : `liaison report units ${of} --appeals ${name} --row ${code}`;
  const rate = (name: string, part: Part, base: string): YearFigureJson => ({
    ...{ name, numerator: part.numerator, denominator: part.denominator, base },
    ...{ value: percentOf(part), explain: list(name) },
  });
  return {
    onTime: rate('on-time', onTime, 'due'),
    satisfied: rate('satisfied', satisfied, 'graded'),
    medianMinutes: {
      ...{ name: 'median', numerator: minutes, denominator: timed, base: 'answered' },
      value: minutes === null ? null : String(minutes),
      explain: code === null ? null : `liaison report clocks ${of} --unit ${code}`,
    },
  };
}

function differenceJson(own: RatePair, control: RatePair | null): YearChangeJson {
  if (control === null) return { onTime: null, satisfied: null, medianMinutes: null };
  const [onTime = null, satisfied = null] = rateNames.map((name) =>
    differenceOfPoints(
      { before: own.before[name], after: own.after[name] },
      { before: control.before[name], after: control.after[name] },
    ),
  );
  const [change, other] = [minutesChanged(own), minutesChanged(control)];
  return { onTime, satisfied, medianMinutes: change === null || other === null ? null : change - other };
}
