import { describe, expect, it } from 'vitest';
import { setUpDesk } from '../support/desk.ts';

/** Signs that move a cursor, colour, ring, or turn the reading direction. */
const nasty = '\u001b[31m红\u0007\u009b2J\u202e倒\u2028行\u007f\ufffe';
const acting = /(?![\t\n])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u;
const escape = '\u001b';
/** What a table dresses its own words in. */
const own = new RegExp(String.raw`${escape}\[\d+m`, 'gu');

describe('on a terminal', () => {
  it.each([
    ['table', ['desk', 'list']],
    ['one desk', ['desk', 'show', '市教育局']],
    ['csv', ['desk', 'list', '--format', 'csv']],
    ['md', ['desk', 'list', '--format', 'md']],
    ['json', ['desk', 'list', '--json']],
    ['an error as JSON', ['unit', 'show', `没有${nasty}`, '--json']],
    ['an error', ['unit', 'show', `没有${nasty}`]],
  ])('%s holds no sign that it would act on', async (_name, line) => {
    const desk = setUpDesk({ isTerminal: true });
    await desk.json('init', '--name', '内江市', '--code', 'NJ');
    await desk.json('unit', 'add', '市教育局');
    desk.write('d.csv', `单位名称,设置形式,职责,联系电话\n市教育局,designated,"${nasty}",0534-5550001\n`);
    await desk.liaison('desk', 'import', 'd.csv');
    const { out, err } = await desk.liaison(...line);
    expect((out + err).length).toBeGreaterThan(20);
    expect(acting.exec((out + err).replaceAll(own, '').replaceAll('\r\n', '\n'))?.[0]).toBeUndefined();
    // A program reads the same from it.
    if (line.at(-1) === '--json' && out !== '') expect(JSON.parse(out)).toMatchObject([{ duties: nasty }]);
  });
});
