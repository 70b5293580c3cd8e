import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { setUpDesk } from '../support/desk.ts';
import type { TestDesk } from '../support/desk.ts';
import { fixtures } from '../support/seeds.ts';
import { wildFiles } from '../support/wild-table.ts';
import type { WildImport } from '../support/wild-table.ts';

const folder = join(fixtures, 'wild');

/** The register that the files are tried on. */
async function setUpRegister(): Promise<TestDesk> {
  const desk = setUpDesk();
  await desk.json('init', '--name', '内江市', '--code', 'NJ', '--area-code', '0832');
  desk.write('units.csv', '单位名称\n市教育局\n市公安局\n市民政局\n市城市管理局\n市住房和城乡建设局\n');
  await desk.json('unit', 'import', 'units.csv');
  return desk;
}

const options: Readonly<Record<WildImport, readonly string[]>> = {
  volume: ['--year', '2021'],
  unit: [],
  // No run is in force from which a desk would have its tier.
  desk: ['--set', 'tier=designated'],
  appeal: [],
  calendar: [],
};

/** What stands on record after an import, in short. */
async function listRecorded(desk: TestDesk, of: WildImport): Promise<string[]> {
  switch (of) {
    case 'volume': {
      const lines = (await desk.json('volume', 'list', '--year', '2021')) as {
        name: string;
        counts: Record<string, number>;
      }[];
      return lines.flatMap(({ name, counts }) =>
        Object.keys(counts).length === 0 ? [] : [[name, ...Object.values(counts).map(String)].join(' ')],
      );
    }
    case 'unit': {
      const units = (await desk.json('unit', 'list')) as {
        code: string;
        name: string;
        shortName: string | null;
      }[];
      return units.map(({ code, name, shortName }) =>
        [code, name, ...(shortName === null ? [] : [shortName])].join(' '),
      );
    }
    case 'desk': {
      const desks = (await desk.json('desk', 'list', '--reveal', '--reason', '核对')) as {
        unit: string;
        duties: string | null;
        hours: string | null;
        phones: string | null;
        persons: { name: string; mobile: string | null }[];
      }[];
      return desks.map(({ unit, duties, hours, phones, persons }) => {
        const people = persons.map(({ name, mobile }) => [name, mobile ?? ''].join(' ').trim());
        return [unit, phones, hours, duties?.slice(0, 40), ...people]
          .filter((one) => one != null)
          .join(' | ');
      });
    }
    case 'appeal': {
      const appeals = (await desk.json('appeal', 'list', '--all')) as {
        externalNumber: string;
        receivedAt: string;
      }[];
      return appeals.map(({ externalNumber, receivedAt }) => `${externalNumber} ${receivedAt}`);
    }
    case 'calendar': {
      const days = (await desk.json('calendar', 'list', '2027')) as { day: string }[];
      return [JSON.stringify(days)];
    }
  }
}

async function tryFile(file: string, of: WildImport, more: readonly string[]) {
  const desk = await setUpRegister();
  desk.write(file, readFileSync(join(folder, file)));
  const { code, out, err } = await desk.liaison(of, 'import', file, ...options[of], ...more, '--json');
  if (code !== 0) {
    const { error } = JSON.parse(err.slice(err.indexOf('{"error"'))) as {
      error: {
        code: string;
        message: string;
        problems: { code: string; cell?: string; row?: number; column?: number }[];
      };
    };
    const problems = error.problems.map(({ code: problem, cell, row, column }) =>
      [problem, cell ?? [row, column].filter((one) => one !== undefined).join(':')].join(' ').trim(),
    );
    return { code, refused: problems.length > 0 ? problems : [error.code], said: '' };
  }
  const plan = JSON.parse(out) as Record<string, unknown>;
  return { code, recorded: await listRecorded(desk, of), plan };
}

describe('wild files', () => {
  it('are all in the table', () => {
    expect(Object.keys(wildFiles).sort()).toEqual(readdirSync(folder).sort());
  });

  it.each(Object.entries(wildFiles))(
    '%s',
    async (file, { of, with: more = [], gives, refused, tells = {} }) => {
      const outcome = await tryFile(file, of, more);
      if (refused !== undefined) {
        expect([outcome.code, outcome.refused]).toEqual([outcome.code === 2 ? 2 : 3, refused]);
        return;
      }
      if (gives !== undefined) expect(outcome.recorded ?? outcome.refused).toEqual(gives);
      expect(outcome.code).toBe(0);
      expect(outcome.plan).toMatchObject(tells);
    },
  );
});
