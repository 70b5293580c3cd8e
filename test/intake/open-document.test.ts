import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { parseSpreadsheet } from '../../src/intake/spreadsheet.ts';

const cell = (text: string, inner = ''): string =>
  `<table:table-cell office:value-type="string">${inner}<text:p>${text}</text:p></table:table-cell>`;

/** A spreadsheet of one tab with these rows, as LibreOffice packs it. */
function packSheet(rows: string): Uint8Array {
  const content = `<?xml version="1.0" encoding="UTF-8"?><office:document-content><office:body>
    <office:spreadsheet><table:table table:name="表1">${rows}</table:table></office:spreadsheet>
    </office:body></office:document-content>`;
  const type = 'application/vnd.oasis.opendocument.spreadsheet';
  return zipSync({ mimetype: strToU8(type), 'content.xml': strToU8(content) });
}

describe('a spreadsheet of LibreOffice', () => {
  it('keeps the lines of its rows over thousands of empty ones, and takes their time no more', async () => {
    const empty =
      '<table:table-row table:number-rows-repeated="999999"><table:table-cell/></table:table-row>';
    const [sheet] = await parseSpreadsheet(
      packSheet(
        `<table:table-row>${cell('单位')}</table:table-row>${empty}<table:table-row>${cell('甲局')}</table:table-row>`,
      ),
      'f.ods',
      false,
    );
    expect([...(sheet?.rows ?? [])].filter(({ cells }) => cells.some((one) => one !== ''))).toEqual([
      { line: 1, cells: ['单位'] },
      { line: 1_000_001, cells: ['甲局'] },
    ]);
    expect([...(sheet?.rows ?? [])].length).toBeLessThan(3000);
  });

  it('leaves notes and drawings beside a cell out of its text', async () => {
    const note = '<office:annotation><text:p>请核实</text:p></office:annotation>';
    const drawing = '<draw:frame><draw:text-box><text:p>盖章处</text:p></draw:text-box></draw:frame>';
    const rows = `<table:table-row>${cell('甲局', note)}${cell('乙局', drawing)}</table:table-row>`;
    const [sheet] = await parseSpreadsheet(packSheet(rows), 'f.ods', false);
    expect([...(sheet?.rows ?? [])]).toEqual([{ line: 1, cells: ['甲局', '乙局'] }]);
  });

  it('reads a row that is repeated as often as it is, and a merged value only when told', async () => {
    const rows = `<table:table-row table:number-rows-repeated="2">${cell('甲局')}</table:table-row>
      <table:table-row><table:table-cell table:number-rows-spanned="2"><text:p>乙局</text:p></table:table-cell>${cell('5')}</table:table-row>
      <table:table-row><table:covered-table-cell/>${cell('6')}</table:table-row>`;
    const cells = async (fill: boolean) =>
      [...((await parseSpreadsheet(packSheet(rows), 'f.ods', fill))[0]?.rows ?? [])].map((row) => row.cells);
    expect(await cells(true)).toEqual([['甲局'], ['甲局'], ['乙局', '5'], ['乙局', '6']]);
    const [sheet] = await parseSpreadsheet(packSheet(rows), 'f.ods', false);
    expect(sheet?.problems).toMatchObject([{ code: 'cells-merged', details: { range: 'A3:A4' } }]);
  });
});
