import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TestDesk } from './desk.ts';
import { dezhou, setUpDezhou } from './seeds.ts';
import Sqlite from './raw-database.ts';

/** Sets up a desk whose database has rows in every sealed table: the city's year, and something of all that can be done. */
export async function setUpFullDatabase(): Promise<TestDesk> {
  const desk = await setUpDezhou('published');
  const log = ['appeal', 'log', '--kind', 'request', '--channel', 'hotline', '--title'];
  await desk.json(...log, '路灯', '--phone', '19900000001', '--place', '一号楼', '--external-number', 'W1');
  await desk.json('appeal', 'rule', '2022-000001', '--lead', '市城管局', '--basis', '职责');
  desk.write('d.csv', '单位,电话\n市公安局,0534-2100999\n');
  await desk.json('desk', 'import', 'd.csv');
  await desk.json('import', 'undo', '5', '--yes');
  await desk.json('roster', 'print', '1', '--copy', 'internal');
  await desk.liaison('roster', 'template', 'show', 'duties', '-o', 'duties.txt');
  await desk.json('roster', 'template', 'import', 'duties', 'duties.txt');
  await desk.json('desk', 'form', '市公安局', '-o', 'forms');
  await desk.json('matter', 'import', dezhou('matters.csv'));
  desk.write('c.csv', '日期,类型,名称\n2027-01-01,放假,元旦\n');
  await desk.json('calendar', 'import', 'c.csv', '--yes');
  await desk.liaison('deadline', 'show', 'guangdong-2022', '--json', '-o', 'rules.json');
  const rules = readFileSync(join(desk.folder, 'rules.json'), 'utf8');
  desk.write('rules.json', rules.replace('guangdong-2022', 'dz-1'));
  await desk.json('deadline', 'import', 'rules.json');
  await desk.json('deadline', 'use', 'dz-1');
  await desk.json('appeal', 'show', '2022-000001', '--reveal', '--reason', '回访');
  await desk.json(...log, '旧件', '--time', '2022-01-05');
  await desk.json('appeal', 'close', '2022-000002', '--outcome', 'withdrawn', '--time', '2022-01-06');
  await desk.json('privacy', 'purge', '--before', '2022-02-01', '--yes');
  await desk.json(...log, '井盖', '--to', '市司法局');
  await desk.json('appeal', 'transfer', '2022-000003', '--to', '市教育局', '--reason', 'other');
  await desk.json('desk', 'set', '市教育局', '--phones', '0534-2100998');
  await desk.json('roster', 'publish', '--changes', '--document-no', 'x');
  await desk.json('unit', 'merge', '市体育局', '--into', '市教育局');
  await desk.json('unit', 'alias', '市教育局', '教育处');
  const [alias] = (await desk.json('log', 'list', '--limit', '1')) as { operation: number }[];
  await desk.json('undo', String(alias?.operation), '--yes');
  const study = ['--matter', '路灯照明', '--decision', '更换线路', '--until', '2022-05-08'];
  await desk.json('study', 'add', '市城管局', ...study, '--appeals', '2022-000001');
  await desk.json('study', 'close', '1', '--result', '已更换');
  const bulletin = ['report', 'bulletin'];
  await desk.liaison(...bulletin, 'draft', '2022-03', '-o', 'bulletin.md');
  await desk.json(...bulletin, 'publish', 'bulletin.md', '--document-no', 't1');
  return desk;
}

/** What only a database of an older version has: names beside its editions. */
export function addEditionTitles(path: string): void {
  const file = new Sqlite(path);
  file.exec(`insert into edition_title select id, '德州市' from edition`);
  file.close();
}
