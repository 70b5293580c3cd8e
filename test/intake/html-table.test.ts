import { describe, expect, it } from 'vitest';
import { isHtmlTable, parseHtmlTable } from '../../src/intake/html-table.ts';

const rows = async (page: string, fillDown = false): Promise<(readonly string[])[]> =>
  [...(await parseHtmlTable(page, 'f.xls', fillDown)).rows].map(({ cells }) => cells);

describe('a page with tables', () => {
  it.each([
    ['cells over rows keep the others in their place', '<table><tr><td>a<td rowspan=2>b<td>c<tr><td>d<td>e</table>', [['a', 'b', 'c'], ['d', '', 'e']]],
    ['cells over columns too', '<table><tr><td colspan=2>a<td>b<tr><td>c<td>d<td>e</table>', [['a', '', 'b'], ['c', 'd', 'e']]],
    ['both at once', '<table><tr><td rowspan=2 colspan=2>a<td>b<tr><td>c<tr><td>d<td>e<td>f</table>', [['a', '', 'b'], ['', '', 'c'], ['d', 'e', 'f']]],
    ['rowspan=0 reaches to the end', '<table><tr><td rowspan=0>a<td>b<tr><td>c<tr><td>d</table>', [['a', 'b'], ['', 'c'], ['', 'd']]],
    ['comments and scripts are no rows', '<table><!-- <tr><td>x</td></tr> --><script>"<tr><td>y"</script><tr><td>a</table>', [['a']]],
    ['what is hidden is not there', '<table><tr hidden><td>x<tr style="display : none"><td>y<tr><td style="display:none">z<td>a</table>', [['a']]],
    ['a hidden part of a table neither', '<table><tbody style="display:none"><tr><td>x</tbody><tr><td>a</table>', [['a']]],
    ['a table that lays out others gives way to them', '<table><tr><td><table><tr><td>a<td>b<tr><td>c<td>d</table></table>', [['a', 'b'], ['c', 'd']]],
    ['a table inside a cell is its text', '<table><tr><td><table><tr><td>a</table><td>b</table>', [['a', 'b']]],
    ['entities, breaks and white space as they are seen', '<table><tr><td>a&nbsp;&amp;\n  b<br>c&#x4e2d;<td><p>x</p><p>y</p></table>', [['a\u00a0& b\nc中', 'x\ny']]],
    ['readings above characters are left out', '<table><tr><td><ruby>教<rt>jiao</rt></ruby>育</table>', [['教育']]],
    ['tags that nobody closed', '<table><tr><td>a<td>b<tr><td>c<td>d', [['a', 'b'], ['c', 'd']]],
  ])('%s', async (_name, page, expected) => {
    expect(await rows(page)).toEqual(expected);
  }); // prettier-ignore

  it('fills down what reaches over rows, where that is asked for, and else tells it by its place', async () => {
    const page = '<table><tr><td rowspan=2>组<td>甲<tr><td>乙</table>';
    expect(await rows(page, true)).toEqual([
      ['组', '甲'],
      ['组', '乙'],
    ]);
    const { problems } = await parseHtmlTable(page, 'f.xls', false);
    expect(problems).toMatchObject([{ code: 'cells-merged', place: { row: 1, column: 1 } }]);
  });

  it('counts what a browser does not show', async () => {
    const sheet = await parseHtmlTable('<table><tr hidden><td>x<tr><td>a</table>', 'f.xls', false);
    expect(sheet.unseenRows).toBe(1);
    expect([...sheet.rows].map(({ line }) => line)).toEqual([2]);
  });

  it('ends soon with cells over very many rows and columns, and deep ones', async () => {
    const wide = `<table>${'<tr><td rowspan=99999 colspan=99999>a'.repeat(20)}</table>`;
    expect((await rows(wide)).length).toBeLessThanOrEqual(20);
    const deep = `<table><tr><td>${'<div>'.repeat(3000)}a</table>`;
    expect(await rows(deep)).toEqual([['a']]);
  });

  it.each([
    ['<style>td{}</style><table><tr><td>a', true],
    ['<div><table></table></div>', true],
    ['\ufeff  <html><TABLE>', true],
    ['a,<table>', false],
    ['<p>no', false],
  ])('%s is one: %s', (text, is) => {
    expect(isHtmlTable(text)).toBe(is);
  });
});
