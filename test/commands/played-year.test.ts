// A whole year is played, and after every act `status` and `annual` must say the same of what comes next.
import { copyDatabase } from '../support/test-server.ts';
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import type { NextStep } from '../../src/domain/next-step.ts';
import { nextSteps } from '../../src/domain/next-step.ts';
import { views } from '../../src/text/en/views.ts';
import type { TestDesk } from '../support/desk.ts';
import { setUpDesk } from '../support/desk.ts';
import { dezhou } from '../support/seeds.ts';

const { annual } = views;

/** Where `annual` stands without an answer, on a copy of the database: it goes on by itself where nothing is asked. */
async function askAnnual(desk: TestDesk, year: number, now: string): Promise<NextStep> {
  const copy = setUpDesk();
  copy.setTime(now);
  copyDatabase(desk.database, copy.database);
  const { err } = await copy.liaison('annual', String(year));
  const first = err.split('\n').find((line) => line.trim() !== '') ?? '';
  const step = nextSteps.find((one) => annual.step(annual.steps[one]) === first);
  if (step !== undefined) return step;
  expect(first).toMatch(new RegExp(`the work of ${String(year)} is done`, 'iu'));
  return 'done';
}

it('status and annual name the same next step through a year and its corrections', async () => {
  const desk = setUpDesk();
  let now = '2022-04-08T04:00:00Z';
  const told: string[] = [];

  /** Runs commands and tells what both say comes next, of the year at hand and of other years if asked. */
  const play = async (act: string, commands: readonly (readonly string[])[], ...years: number[]) => {
    for (const command of commands) {
      const { code, err } = await desk.liaison(...command);
      if (code !== 0) throw new Error(`${command.join(' ')}: ${err}`);
    }
    const status = (await desk.json('status')) as { step: NextStep; next: string; year: number | null };
    const year = status.year ?? 2021;
    expect([act, await askAnnual(desk, year, now)]).toEqual([act, status.step]);
    const others: string[] = [];
    for (const other of years) others.push(`, ${String(other)}: ${await askAnnual(desk, other, now)}`);
    told.push(
      `${act} → ${String(year)}: ${status.step} (${status.next.replace('liaison ', '')})${others.join('')}`,
    );
  };
  const adopt = (run: number, ...more: string[]) => [
    'tier', 'adopt', String(run), '--document-no', `德编〔2022〕${String(run)}号`, ...more,
  ]; // prettier-ignore
  const again = ['--reason', '更正'];
  const count = (unit: string, year: number, number: number) => [
    'volume', 'set', unit, String(year), '--channel', 'hotline', '--count', String(number), ...again,
  ]; // prettier-ignore
  const classify = (year: number) => ['tier', 'classify', '--year', String(year)];
  let published = 2;
  const publish = (...more: string[]) => {
    published += 1;
    return ['roster', 'publish', '--document-no', `德组字〔2022〕${String(published)}号`, ...more];
  };

  await play('init', [
    ['init', '--name', '德州市', '--code', 'DZ', '--area-code', '0534', '--issuer', '市委组织部'],
  ]);
  await play('units imported', [['unit', 'import', dezhou('units.csv')]]);
  await play('volumes imported', [['volume', 'import', dezhou('volumes-2021.csv')]]);
  await play('classified', [classify(2021)]);
  await play('a count corrected before adoption', [count('市审计局', 2021, 7)]);
  await play('classified again', [classify(2021)]);
  await play('adopted', [adopt(2)]);
  await play('one desk set', [['desk', 'set', '市公安局', '--name', '群众工作科']]);
  await play('all desks imported', [['desk', 'import', dezhou('desks.csv')]]);
  await play('a desk set up as another tier', [['desk', 'set', '市公安局', '--form', 'designated']]);
  await play('that put right', [['desk', 'set', '市公安局', '--form', 'dedicated']]);
  await play('published', [publish()], 2020, 2022);

  await play('a count corrected after publication', [count('市审计局', 2021, 8)]);
  await play('classified, tiers as before', [classify(2021)]);
  await play('adopted, tiers as before', [adopt(3, ...again)]);
  await play('a count corrected past a bound', [count('市审计局', 2021, 80)]);
  await play('classified, a tier moved', [classify(2021)]);
  await play('adopted, a tier moved', [adopt(4, ...again)]);
  await play('its desk set up anew', [['desk', 'set', '市审计局', '--form', 'attached']]);
  await play('changes published', [publish('--changes')]);

  desk.write('later.csv', '单位名称,热线办理量\n市民政局,450\n');
  await play('a count corrected by a file', [['volume', 'import', 'later.csv', '--year', '2021', '--yes']]);
  await play('classified', [classify(2021)]);
  await play('the file undone', [['import', 'undo', '4', '--yes']]);
  await play('classified, as in force', [classify(2021)]);

  await play('a desk confirmed', [['desk', 'confirm', '市教育局']]);
  await play('a phone changed', [['desk', 'set', '市教育局', '--phones', '0534-5559999']]);
  await play('that published', [publish('--changes')]);
  await play('a unit renamed', [['unit', 'rename', '市体育局', '市体育运动局']]);
  await play('that published', [publish('--changes')]);
  await play('a unit retired', [['unit', 'retire', '市统计局', '--reason', '机构改革']]);
  await play('that published', [publish('--changes')]);
  await play('a unit merged', [['unit', 'merge', '市司法局', '--into', '市公安局']]);
  await play('that published', [publish('--changes')]);

  await play('a unit added', [['unit', 'add', '市信访局']]);
  await play('its count set', [count('市信访局', 2021, 20)]);
  await play('classified', [classify(2021)]);
  await play('adopted', [adopt(7, ...again)]);
  await play('published with gaps', [publish('--changes', '--with-gaps')]);
  await play('its desk set', [
    ['desk', 'set', '市信访局', '--name', '群众工作专岗', '--duties', '办理', '--phones', '0534-5550199'],
  ]);
  await play('that published', [publish('--changes')]);

  now = '2023-02-01T04:00:00Z';
  desk.setTime(now);
  await play('the next year begins', []);
  desk.write('2022.csv', readVolumes().replaceAll(',2021,', ',2022,'));
  await play('its volumes imported', [['volume', 'import', '2022.csv']], 2021);
  await play('classified', [classify(2022)], 2021);
  await play('adopted', [adopt(8, '--allow-missing')], 2021);
  await play('a count of the year before corrected', [count('市审计局', 2021, 81)], 2021);
  await play('published', [publish('--with-gaps')], 2021);
  await play('its volumes undone', [['import', 'undo', '6', '--yes']], 2021);
  expect(told.join('\n')).toMatchInlineSnapshot(`
    "init → 2021: units (unit import FILE.csv)
    units imported → 2021: volumes (volume import FILE.csv --year YEAR)
    volumes imported → 2021: classify (tier classify --year 2021)
    classified → 2021: adopt (tier adopt 1 --document-no NO)
    a count corrected before adoption → 2021: classify (tier classify --year 2021)
    classified again → 2021: adopt (tier adopt 2 --document-no NO)
    adopted → 2021: desks (desk check)
    one desk set → 2021: desks (desk check)
    all desks imported → 2021: publish (roster preview)
    a desk set up as another tier → 2021: check (desk check)
    that put right → 2021: publish (roster preview)
    published → 2021: done (appeal list), 2020: volumes, 2022: volumes
    a count corrected after publication → 2021: classify (tier classify --year 2021)
    classified, tiers as before → 2021: adopt (tier adopt 3 --document-no NO --reason REASON)
    adopted, tiers as before → 2021: done (appeal list)
    a count corrected past a bound → 2021: classify (tier classify --year 2021)
    classified, a tier moved → 2021: adopt (tier adopt 4 --document-no NO --reason REASON)
    adopted, a tier moved → 2021: check (desk check)
    its desk set up anew → 2021: publish (roster preview)
    changes published → 2021: done (appeal list)
    a count corrected by a file → 2021: classify (tier classify --year 2021)
    classified → 2021: adopt (tier adopt 5 --document-no NO --reason REASON)
    the file undone → 2021: classify (tier classify --year 2021)
    classified, as in force → 2021: done (appeal list)
    a desk confirmed → 2021: done (appeal list)
    a phone changed → 2021: publish (roster preview)
    that published → 2021: done (appeal list)
    a unit renamed → 2021: publish (roster preview)
    that published → 2021: done (appeal list)
    a unit retired → 2021: publish (roster preview)
    that published → 2021: done (appeal list)
    a unit merged → 2021: publish (roster preview)
    that published → 2021: done (appeal list)
    a unit added → 2021: done (appeal list)
    its count set → 2021: classify (tier classify --year 2021)
    classified → 2021: adopt (tier adopt 7 --document-no NO --reason REASON)
    adopted → 2021: desks (desk check)
    published with gaps → 2021: done (appeal list)
    its desk set → 2021: publish (roster preview)
    that published → 2021: done (appeal list)
    the next year begins → 2021: done (appeal list)
    its volumes imported → 2022: classify (tier classify --year 2022), 2021: done
    classified → 2022: adopt (tier adopt 8 --document-no NO), 2021: done
    adopted → 2022: check (desk check), 2021: done
    a count of the year before corrected → 2022: check (desk check), 2021: done
    published → 2022: done (appeal list), 2021: done
    its volumes undone → 2022: volumes (volume import FILE.csv --year 2022), 2021: done"
  `);
});

/** The volumes of the city, without the lines of units that ended in the year. */
function readVolumes(): string {
  const text = new TextDecoder('gb18030').decode(readFileSync(dezhou('volumes-2021.csv')));
  return text.replaceAll(/^(?:市统计局|市司法局),.*\n/gmu, '');
}
