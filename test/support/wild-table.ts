/** Imports that the wild files are tried with. */
export type WildImport = 'volume' | 'unit' | 'desk' | 'appeal' | 'calendar';

/** What becomes of a wild file: what stands on record then and what the plan tells, or the problems with their places, or the error. */
export interface WildCase {
  readonly of: WildImport;
  readonly with?: readonly string[];
  readonly gives?: readonly string[];
  readonly refused?: readonly string[];
  readonly tells?: Readonly<Record<string, unknown>>;
}

export const wildFiles: Readonly<Record<string, WildCase>> = {
  'a-crlf.csv': {
    of: 'appeal',
    gives: ['W1 2022-02-07T01:20:00Z'],
    tells: {
      namesReadAs: [
        {
          name: '市城管局',
          unit: '市城市管理局',
          as: 'short',
        },
      ],
    },
  },
  'a00-eqquote.csv': {
    of: 'appeal',
    gives: ['2022020700001 2022-02-07T01:20:00Z'],
  },
  'a02-clean.csv': {
    of: 'appeal',
    gives: ['2022020700001 2022-02-07T01:20:00Z', '2022020700002 2022-02-07T01:20:00Z'],
  },
  'a10-time00.csv': {
    of: 'appeal',
    gives: ['T0 2022-02-07T01:20:00Z'],
  },
  'a10-time01.csv': {
    of: 'appeal',
    gives: ['T0 2022-02-07T01:20:00Z'],
  },
  'a10-time02.csv': {
    of: 'appeal',
    gives: ['T0 2022-02-07T01:20:00Z'],
  },
  'a10-time03.csv': {
    of: 'appeal',
    gives: ['T0 2022-02-07T01:20:00Z'],
  },
  'a10-time04.csv': {
    of: 'appeal',
    gives: ['T0 2022-02-07T07:20:11Z'],
  },
  'a10-time05.csv': {
    of: 'appeal',
    gives: ['T0 2022-02-07T01:20:15Z'],
  },
  'a10-time06.csv': {
    of: 'appeal',
    gives: ['T0 2022-02-07T01:20:00Z'],
  },
  'a10-time07.csv': {
    of: 'appeal',
    gives: ['T0 2022-02-06T16:00:00Z'],
  },
  'a10-time08.csv': {
    of: 'appeal',
    refused: ['time-serial 2:2'],
  },
  'a10-time09.csv': {
    of: 'appeal',
    refused: ['time-not-valid 2:2'],
  },
  'a10-time10.csv': {
    of: 'appeal',
    refused: ['time-not-valid 2:2'],
  },
  'a10-time11.csv': {
    of: 'appeal',
    gives: ['T0 2022-02-07T01:00:00Z'],
  },
  'a10-time12.csv': {
    of: 'appeal',
    refused: ['time-not-valid 2:2'],
  },
  'a10-time13.csv': {
    of: 'appeal',
    gives: ['T0 2022-02-07T01:20:00Z'],
  },
  'a10-time14.csv': {
    of: 'appeal',
    refused: ['time-order 2:2'],
  },
  'a10-time15.csv': {
    of: 'appeal',
    gives: ['T0 2022-02-07T01:20:00Z'],
  },
  'a10-time16.csv': {
    of: 'appeal',
    gives: ['T0 2022-02-07T01:20:00Z'],
  },
  'a10-time17.csv': {
    of: 'appeal',
    gives: ['T0 2022-02-07T01:20:00Z'],
  },
  'a10-time18.csv': {
    of: 'appeal',
    refused: ['times-not-in-order 2:2'],
  },
  'a10-time21.csv': {
    of: 'appeal',
    refused: ['time-not-valid 2:2'],
  },
  'a10-time22.csv': {
    of: 'appeal',
    gives: ['T0 2022-02-07T01:20:00Z'],
  },
  'a10-time24.csv': {
    of: 'appeal',
    refused: ['times-not-in-order 2:2'],
  },
  'a10-time25.csv': {
    of: 'appeal',
    gives: ['T0 1990-04-30T17:30:00Z'],
  },
  'b-case.csv': {
    of: 'appeal',
    refused: ['code-twice 4:1'],
  },
  'b-dups.csv': {
    of: 'appeal',
    refused: ['code-twice 3:1', 'code-twice 5:1'],
  },
  'c00-sep.csv': {
    of: 'volume',
    gives: ['市教育局 120 35', '市公安局 100 23'],
  },
  'c01-sep-semi.csv': {
    of: 'volume',
    gives: ['市教育局 120 35', '市公安局 100 23'],
  },
  'c02-trailing.csv': {
    of: 'volume',
    gives: ['市教育局 120 35', '市公安局 100 23'],
  },
  'c03-trailing2.csv': {
    of: 'volume',
    gives: ['市教育局 120 35', '市公安局 100 23'],
  },
  'c04-cr.csv': {
    of: 'volume',
    gives: ['市教育局 120 35', '市公安局 100 23'],
  },
  'c05-nul.csv': {
    of: 'volume',
    refused: ['file-holds-nul'],
  },
  'c06-nul-mid.csv': {
    of: 'volume',
    refused: ['file-holds-nul'],
  },
  'c07-ctrlz.csv': {
    of: 'volume',
    gives: ['市教育局 120 35', '市公安局 100 23'],
  },
  'c08-gbk-half.csv': {
    of: 'volume',
    refused: ['encoding-unknown'],
  },
  'c09-mixed.csv': {
    of: 'volume',
    refused: ['encoding-unknown'],
  },
  'c12-big5.csv': {
    of: 'volume',
    refused: ['encoding-unknown'],
  },
  'c13-big5b.csv': {
    of: 'unit',
    refused: ['encoding-unknown'],
  },
  'c14-double.csv': {
    of: 'volume',
    refused: ['encoding-twice'],
  },
  'c16-utf16-nobom.csv': {
    of: 'volume',
    gives: ['市教育局 120 35', '市公安局 100 23'],
  },
  'c17-utf7ish.csv': {
    of: 'volume',
    gives: ['市教育局 120 35', '市公安局 100 23', '市民政局 80 10'],
  },
  'c18-pipe.csv': {
    of: 'volume',
    gives: ['市教育局 120 35', '市公安局 100 23'],
  },
  'c19-caret.csv': {
    of: 'volume',
    gives: ['市教育局 120 35', '市公安局 100 23'],
  },
  'c20-fullquotes.csv': {
    of: 'volume',
    refused: ['header-not-found'],
  },
  'c21-singlequotes.csv': {
    of: 'volume',
    refused: ['header-not-found'],
  },
  'c22-quote-inside.csv': {
    of: 'volume',
    refused: ['unit-unknown 2:1', 'unit-unknown 3:1'],
  },
  'c23-backslash.csv': {
    of: 'volume',
    refused: ['unit-unknown 2:1'],
  },
  'c24-semi-commas.csv': {
    of: 'volume',
    gives: ['市教育局 120 35', '市公安局 120 35'],
    tells: {
      unknownColumns: ['备注'],
    },
  },
  'c25-gb-euro.csv': {
    of: 'volume',
    refused: ['unit-unknown 3:1'],
  },
  'd00-serial.xlsx': {
    of: 'appeal',
    gives: ['W20220207001 2022-02-07T01:20:00Z'],
    tells: {
      namesReadAs: [
        {
          name: '市城管局',
          unit: '市城市管理局',
          as: 'short',
        },
      ],
    },
  },
  'd01-iso.xlsx': {
    of: 'appeal',
    gives: ['W20220207001 2022-02-07T01:20:00Z'],
    tells: {
      namesReadAs: [
        {
          name: '市城管局',
          unit: '市城市管理局',
          as: 'short',
        },
      ],
    },
  },
  'd02-1904.xlsx': {
    of: 'appeal',
    gives: ['W20220207001 2022-02-07T01:20:00Z'],
    tells: {
      namesReadAs: [
        {
          name: '市城管局',
          unit: '市城市管理局',
          as: 'short',
        },
      ],
    },
  },
  'd03-1904-true.xlsx': {
    of: 'appeal',
    gives: ['W20220207001 2022-02-07T01:20:00Z'],
    tells: {
      namesReadAs: [
        {
          name: '市城管局',
          unit: '市城市管理局',
          as: 'short',
        },
      ],
    },
  },
  'd04-time-only.xlsx': {
    of: 'appeal',
    refused: ['time-not-valid B2'],
  },
  'd05-serial-general.xlsx': {
    of: 'appeal',
    refused: ['time-serial B2'],
  },
  'f00-fmt.xlsx': {
    of: 'volume',
    gives: ['市教育局 1023 35'],
  },
  'f01-fmt.xlsx': {
    of: 'volume',
    gives: ['市教育局 1023 35'],
  },
  'f02-fmt.xlsx': {
    of: 'volume',
    gives: ['市教育局 1023 35'],
  },
  'f03-fmt.xlsx': {
    of: 'volume',
    gives: ['市教育局 1023 35'],
  },
  'f04-fmt.xlsx': {
    of: 'volume',
    gives: ['市教育局 1023 35'],
  },
  'f05-fmt.xlsx': {
    of: 'volume',
    gives: ['市教育局 1023 35'],
  },
  'f06-fmt.xlsx': {
    of: 'volume',
    gives: ['市教育局 1023 35'],
  },
  'f07-fmt.xlsx': {
    of: 'volume',
    gives: ['市教育局 1023 35'],
  },
  'f08-fmt.xlsx': {
    of: 'volume',
    refused: ['count-day B2'],
  },
  'f09-fmt.xlsx': {
    of: 'volume',
    refused: ['count-day B2'],
  },
  'f10-fmt.xlsx': {
    of: 'volume',
    gives: ['市教育局 1023 35'],
  },
  'f11-fmt.xlsx': {
    of: 'volume',
    gives: ['市教育局 1023 35'],
  },
  'f12-fmt.xlsx': {
    of: 'volume',
    refused: ['count-day B2'],
  },
  'f13-fmt.xlsx': {
    of: 'volume',
    gives: ['市教育局 1023 35'],
  },
  'f14-fmt.xlsx': {
    of: 'volume',
    refused: ['count-day B2'],
  },
  'f15-fmt.xlsx': {
    of: 'volume',
    gives: ['市教育局 1023 35'],
  },
  'f16-fmt.xlsx': {
    of: 'volume',
    gives: ['市教育局 1023 35'],
  },
  'f17-fmt.xlsx': {
    of: 'volume',
    gives: ['市教育局 1023 35'],
  },
  'f18-fmt.xlsx': {
    of: 'volume',
    gives: ['市教育局 1023 35'],
  },
  'f19-fmt.xlsx': {
    of: 'volume',
    gives: ['市教育局 1023 35'],
  },
  'f20-wps.xlsx': {
    of: 'volume',
    gives: ['市教育局 96700 35'],
  },
  'f21-wps.xlsx': {
    of: 'volume',
    gives: ['市教育局 96700 35'],
  },
  'f22-wps.xlsx': {
    of: 'volume',
    gives: ['市教育局 96700 35'],
  },
  'f23-wps.xlsx': {
    of: 'volume',
    gives: ['市教育局 96700 35'],
  },
  'f24-wps.xlsx': {
    of: 'volume',
    gives: ['市教育局 96700 35'],
  },
  'g-head.csv': {
    of: 'volume',
    gives: ['市教育局 120 35'],
  },
  'g-total.csv': {
    of: 'volume',
    gives: ['市教育局 120 35', '市公安局 100 23'],
    tells: {
      rowsLeftOut: [
        {
          label: '合  计  数',
          row: 4,
        },
      ],
    },
  },
  'h00-hidden-sheet-first.xlsx': {
    of: 'volume',
    gives: [
      '市教育局 120 35',
      '市公安局 100 23',
      '市民政局 80 10',
      '市城市管理局 60 5',
      '市住房和城乡建设局 1040 20',
    ],
    tells: {
      tab: '2021',
    },
  },
  'h02-two-tabs.xlsx': {
    of: 'volume',
    gives: [
      '市教育局 120 35',
      '市公安局 100 23',
      '市民政局 80 10',
      '市城市管理局 60 5',
      '市住房和城乡建设局 1040 20',
    ],
    tells: {
      tab: '2021年',
    },
  },
  'h03-hidden-row.xlsx': {
    of: 'volume',
    gives: [
      '市教育局 120 35',
      '市公安局 100 23',
      '市民政局 80 10',
      '市城市管理局 60 5',
      '市住房和城乡建设局 1040 20',
    ],
    tells: {
      tab: 'Sheet1',
      hiddenRows: [3],
    },
  },
  'h04-hidden-col.xlsx': {
    of: 'volume',
    gives: [
      '市教育局 120 35',
      '市公安局 100 23',
      '市民政局 80 10',
      '市城市管理局 60 5',
      '市住房和城乡建设局 1040 20',
    ],
    tells: {
      tab: 'Sheet1',
      unknownColumns: ['热线(旧)'],
    },
  },
  'h05-inline-rich.xlsx': {
    of: 'volume',
    gives: ['市教育局 120 35'],
    tells: {
      tab: 'Sheet1',
    },
  },
  'h06-rich-phonetic.xlsx': {
    of: 'volume',
    gives: ['市教育局 120 35', '市公安局 100 23'],
    tells: {
      tab: 'Sheet1',
    },
  },
  'h07-inline-phonetic.xlsx': {
    of: 'volume',
    gives: ['市教育局 120 35'],
    tells: {
      tab: 'Sheet1',
    },
  },
  'h08-cdata.xlsx': {
    of: 'volume',
    gives: ['市教育局 120 35'],
    tells: {
      tab: 'Sheet1',
    },
  },
  'h09-sst-cdata.xlsx': {
    of: 'volume',
    gives: ['市教育局 120 35'],
    tells: {
      tab: 'Sheet1',
    },
  },
  'h10-dimension.xlsx': {
    of: 'volume',
    gives: [
      '市教育局 120 35',
      '市公安局 100 23',
      '市民政局 80 10',
      '市城市管理局 60 5',
      '市住房和城乡建设局 1040 20',
    ],
    tells: {
      tab: 'Sheet1',
    },
  },
  'h11-stray-last-row.xlsx': {
    of: 'volume',
    gives: [
      '市教育局 120 35',
      '市公安局 100 23',
      '市民政局 80 10',
      '市城市管理局 60 5',
      '市住房和城乡建设局 1040 20',
    ],
    tells: {
      tab: 'Sheet1',
    },
  },
  'h12-stray-last-col.xlsx': {
    of: 'volume',
    gives: [
      '市教育局 120 35',
      '市公安局 100 23',
      '市民政局 80 10',
      '市城市管理局 60 5',
      '市住房和城乡建设局 1040 20',
    ],
    tells: {
      tab: 'Sheet1',
    },
  },
  'h14-strict.xlsx': {
    of: 'volume',
    gives: [
      '市教育局 120 35',
      '市公安局 100 23',
      '市民政局 80 10',
      '市城市管理局 60 5',
      '市住房和城乡建设局 1040 20',
    ],
    tells: {
      tab: 'Sheet1',
    },
  },
  'h15-stray-Z-last.xlsx': {
    of: 'volume',
    gives: [
      '市教育局 120 35',
      '市公安局 100 23',
      '市民政局 80 10',
      '市城市管理局 60 5',
      '市住房和城乡建设局 1040 20',
    ],
    tells: {
      tab: 'Sheet1',
    },
  },
  'i00-inline-6000.xlsx': {
    of: 'unit',
    tells: {
      counts: {
        added: 6000,
        changed: 0,
      },
    },
  },
  'j00-exceljs.xlsx': {
    of: 'volume',
    gives: ['市教育局 120 35', '市公安局 100 23'],
  },
  'j03-exceljs-date.xlsx': {
    of: 'appeal',
    gives: ['W1 2022-02-07T01:20:00Z'],
  },
  'j04-exceljs-stream.xlsx': {
    of: 'volume',
    gives: ['市教育局 120 35', '市公安局 100 23'],
  },
  'j05-populate.xlsx': {
    of: 'volume',
    gives: ['市教育局 120 35', '市公安局 100 23'],
  },
  'j06-populate-pass.xlsx': {
    of: 'volume',
    refused: ['file-encrypted'],
  },
  'j07-sheetjs.xlsx': {
    of: 'volume',
    gives: ['市教育局 120 35', '市公安局 100 23'],
  },
  'j08-sheetjs-nocompress-sst.xlsx': {
    of: 'volume',
    gives: ['市教育局 120 35', '市公安局 100 23'],
  },
  'j09-sheetjs.xlsb': {
    of: 'volume',
    gives: ['市教育局 120 35', '市公安局 100 23'],
  },
  'j10-sheetjs.xls': {
    of: 'volume',
    gives: ['市教育局 120 35', '市公安局 100 23'],
  },
  'j12-sheetjs-biff2.xls': {
    of: 'volume',
    refused: ['file-old-xls'],
  },
  'j13-sheetjs.ods': {
    of: 'volume',
    gives: ['市教育局 120 35', '市公安局 100 23'],
  },
  'j14-sheetjs.fods': {
    of: 'volume',
    gives: ['市教育局 120 35', '市公安局 100 23'],
  },
  'j16-html.xls': {
    of: 'volume',
    gives: ['市教育局 120 35', '市公安局 100 23'],
  },
  'j17.slk': {
    of: 'volume',
    refused: ['file-other-kind'],
  },
  'j18.dif': {
    of: 'volume',
    refused: ['file-other-kind'],
  },
  'j19.txt': {
    of: 'volume',
    gives: ['市教育局 120 35', '市公安局 100 23'],
  },
  'j20.dbf': {
    of: 'volume',
    refused: ['file-other-kind'],
  },
  'j21.eth': {
    of: 'volume',
    refused: ['file-other-kind'],
  },
  'j22.wk3': {
    of: 'volume',
    refused: ['file-other-kind'],
  },
  'j23-sheetjs-cellDates.xlsx': {
    of: 'appeal',
    gives: ['W1 2022-02-07T01:20:00Z'],
  },
  'j24-sheetjs-dates.xlsx': {
    of: 'appeal',
    gives: ['W1 2022-02-07T01:20:00Z'],
  },
  'k00-iso.xlsx': {
    of: 'calendar',
    with: ['--yes'],
    gives: [
      '{"year":2027,"source":"k00-iso.xlsx","batch":2,"days":[{"day":"2027-01-01","kind":"off","name":"元旦"},{"day":"2027-01-02","kind":"off","name":"元旦"},{"day":"2027-01-03","kind":"off","name":"元旦"}]}',
    ],
  },
  'l-crlf.csv': {
    of: 'volume',
    refused: ['unit-unknown 8:1'],
  },
  'l-lf.csv': {
    of: 'volume',
    refused: ['unit-unknown 8:1'],
  },
  'n00-circled.csv': {
    of: 'volume',
    refused: ['count-marked 2:2', 'count-marked 3:2', 'count-marked 4:2'],
  },
  'n01-circled.csv': {
    of: 'volume',
    refused: ['count-marked 2:2', 'count-marked 3:2', 'count-not-a-number 4:2', 'count-marked 4:3'],
  },
  'n02-two-lines.csv': {
    of: 'volume',
    refused: ['count-several 2:2', 'count-not-a-number 4:2'],
  },
  'n04-error-text.csv': {
    of: 'volume',
    refused: ['cell-error 2:2', 'cell-error 3:2'],
  },
  'n05-misc.csv': {
    of: 'volume',
    refused: [
      'count-not-a-number 2:2',
      'count-not-a-number 3:2',
      'count-not-a-number 4:2',
      'count-not-a-number 5:2',
      'count-not-a-number 6:2',
    ],
  },
  'n06-quoteeq.csv': {
    of: 'volume',
    gives: ['市教育局 120 35', '市公安局 100 23'],
  },
  'n07-apostrophe.csv': {
    of: 'volume',
    gives: ['市教育局 120 35'],
  },
  'n08-x1f.csv': {
    of: 'volume',
    refused: ['count-not-a-number 2:2'],
  },
  'n09-locale.csv': {
    of: 'volume',
    refused: ['count-fraction 2:2', 'count-not-a-number 2:3'],
  },
  'n10-percent.csv': {
    of: 'volume',
    refused: ['count-not-a-number 2:2', 'count-not-a-number 3:2', 'count-not-a-number 3:3'],
  },
  'n11-hanzi.csv': {
    of: 'volume',
    refused: [
      'count-not-a-number 2:2',
      'count-not-a-number 3:2',
      'count-not-a-number 3:3',
      'count-not-a-number 4:2',
      'count-not-a-number 4:3',
      'count-not-a-number 5:2',
      'count-not-a-number 5:3',
    ],
  },
  'n12-slash.csv': {
    of: 'volume',
    refused: [
      'count-several 2:2',
      'count-not-a-number 3:2',
      'count-not-a-number 4:2',
      'count-not-a-number 5:2',
    ],
  },
  'n13-dots.csv': {
    of: 'volume',
    refused: [
      'count-scientific 2:2',
      'count-scientific 3:2',
      'count-not-a-number 4:2',
      'count-not-a-number 5:2',
      'count-not-a-number 6:2',
    ],
  },
  'n14-arabic.csv': {
    of: 'volume',
    refused: [
      'count-not-a-number 2:2',
      'count-not-a-number 3:2',
      'count-not-a-number 4:2',
      'count-not-a-number 5:2',
      'count-not-a-number 6:2',
    ],
  },
  'o00-plain.ods': {
    of: 'volume',
    gives: ['市教育局 120 35'],
    tells: {
      tab: 'Sheet1',
    },
  },
  'o01-error.ods': {
    of: 'volume',
    refused: ['cell-error B2'],
  },
  'o02-hidden-row.ods': {
    of: 'volume',
    gives: ['市教育局 120 35', '市公安局 999 1'],
    tells: {
      tab: 'Sheet1',
      hiddenRows: [3],
    },
  },
  'o04-ruby.ods': {
    of: 'volume',
    gives: ['市教育局 120 35'],
    tells: {
      tab: 'Sheet1',
    },
  },
  'o05-exp.ods': {
    of: 'volume',
    refused: ['count-fraction C2'],
  },
  'o07-percent.ods': {
    of: 'volume',
    refused: ['count-fraction B2'],
  },
  'o08-time.ods': {
    of: 'volume',
    refused: ['count-day B2'],
  },
  'o09-headerrows.ods': {
    of: 'volume',
    gives: ['市教育局 120 35'],
    tells: {
      tab: 'S',
    },
  },
  'o10-subtable.ods': {
    of: 'volume',
    gives: ['市教育局 120 35'],
    tells: {
      tab: 'Sheet1',
    },
  },
  'o11-encrypted.ods': {
    of: 'volume',
    refused: ['file-encrypted'],
  },
  'o12.odt': {
    of: 'volume',
    refused: ['file-other-kind'],
  },
  'o14-lo-encrypted.xlsx': {
    of: 'volume',
    gives: [
      '市教育局 120 35',
      '市公安局 100 23',
      '市民政局 80 10',
      '市城市管理局 60 5',
      '市住房和城乡建设局 1040 20',
    ],
    tells: {
      tab: 'Sheet1',
    },
  },
  'o15-lo.fods': {
    of: 'volume',
    gives: [
      '市教育局 120 35',
      '市公安局 100 23',
      '市民政局 80 10',
      '市城市管理局 60 5',
      '市住房和城乡建设局 1040 20',
    ],
    tells: {
      tab: 'Sheet1',
    },
  },
  'o16-lo-strict.xlsx': {
    of: 'volume',
    gives: [
      '市教育局 120 35',
      '市公安局 100 23',
      '市民政局 80 10',
      '市城市管理局 60 5',
      '市住房和城乡建设局 1040 20',
    ],
    tells: {
      tab: 'Sheet1',
    },
  },
  'p01-invisible.csv': {
    of: 'desk',
    gives: ['市教育局 | 0534-5550101 | 王某甲 19900010001'],
  },
  'p03-short2.csv': {
    of: 'desk',
    refused: [
      'phone-not-valid 2:2',
      'phones-run-together 4:2',
      'phones-run-together 5:2',
      'phones-run-together 6:2',
    ],
  },
  'p04-lost0.csv': {
    of: 'desk',
    refused: ['phone-zero-lost 2:2', 'phone-zero-lost 3:2', 'count-scientific 5:2'],
  },
  'p05-ext.csv': {
    of: 'desk',
    refused: ['phone-not-valid 4:2', 'phone-not-valid 5:2', 'phone-not-valid 6:2'],
  },
  'p06-brackets.csv': {
    of: 'desk',
    refused: ['phones-run-together 4:2', 'phone-not-valid 6:2'],
  },
  'p07-err.csv': {
    of: 'desk',
    refused: [
      'cell-error 2:3',
      'cell-error 2:4',
      'cell-error 2:5',
      'name-not-valid 3:3',
      'name-not-valid 3:4',
      'cell-error 3:5',
    ],
  },
  'p08-kun.csv': {
    of: 'desk',
    refused: [
      'text-destroyed 2:3',
      'text-destroyed 2:4',
      'text-destroyed 3:4',
      'text-destroyed 3:5',
      'text-destroyed 4:3',
      'text-destroyed 4:4',
      'text-destroyed 4:5',
      'text-destroyed 5:3',
    ],
  },
  'q-bel.csv': {
    of: 'desk',
    gives: ['市教育局 | 0534-5550101 | 工作日8:30-12:00 | 负责\u0007签收 | 金某丙'],
  },
  'q-brace.csv': {
    of: 'desk',
    gives: ['市教育局 | 0534-5550101 | 工作日8:30-12:00 | {unit}{{x}} | 金某丙'],
  },
  'q-cr.csv': {
    of: 'desk',
    gives: ['市教育局 | 0534-5550101 | 工作日8:30-12:00 | 负责\n签收 | 金某丙'],
  },
  'q-crlf-unit.csv': {
    of: 'unit',
    gives: [
      'NJ-001 市教育局',
      'NJ-002 市公安局',
      'NJ-003 市民政局',
      'NJ-004 市城市管理局',
      'NJ-005 市住房和城乡建设局',
      'NJ-006 市水利局 水利局',
    ],
  },
  'q-crlf.csv': {
    of: 'desk',
    gives: ['市教育局 | 0534-5550101\n0534-5550111 | 工作日\n8:30 | 一、签收\n二、办理'],
  },
  'q-del.csv': {
    of: 'desk',
    gives: ['市教育局 | 0534-5550101 | 工作日8:30-12:00 | 负责签收 | 金某丙'],
  },
  'q-emoji.csv': {
    of: 'desk',
    gives: ['市教育局 | 0534-5550101 | 工作日8:30-12:00 | 负责👨‍👩‍👧签收 | 金某丙'],
  },
  'q-esc.csv': {
    of: 'desk',
    gives: ['市教育局 | 0534-5550101 | 工作日8:30-12:00 | 负责\u001b[31m签收 | 金某丙'],
  },
  'q-extb.csv': {
    of: 'desk',
    gives: ['市教育局 | 0534-5550101 | 工作日8:30-12:00 | 负责𠮷𬱟签收 | 金某丙'],
  },
  'q-fffe.csv': {
    of: 'desk',
    gives: ['市教育局 | 0534-5550101 | 工作日8:30-12:00 | 负责￾签收 | 金某丙'],
  },
  'q-ffff.csv': {
    of: 'desk',
    gives: ['市教育局 | 0534-5550101 | 工作日8:30-12:00 | 负责￿签收 | 金某丙'],
  },
  'q-formula.csv': {
    of: 'desk',
    gives: ['市教育局 | 0534-5550101 | 工作日8:30-12:00 | =1+1 | 金某丙'],
  },
  'q-long.csv': {
    of: 'desk',
    gives: [
      '市教育局 | 0534-5550101 | 工作日8:30-12:00 | 负责负责负责负责负责负责负责负责负责负责负责负责负责负责负责负责负责负责负责负责 | 金某丙',
    ],
  },
  'q-ls.csv': {
    of: 'desk',
    gives: ['市教育局 | 0534-5550101 | 工作日8:30-12:00 | 负责 签收 | 金某丙'],
  },
  'q-nel.csv': {
    of: 'desk',
    gives: ['市教育局 | 0534-5550101 | 工作日8:30-12:00 | 负责签收 | 金某丙'],
  },
  'q-nlmany.csv': {
    of: 'desk',
    gives: [
      '市教育局 | 0534-5550101 | 工作日8:30-12:00 | 一、签收\n一、签收\n一、签收\n一、签收\n一、签收\n一、签收\n一、签收\n一、签收\n | 金某丙',
    ],
  },
  'q-pua.csv': {
    of: 'desk',
    gives: ['市教育局 | 0534-5550101 | 工作日8:30-12:00 | 负责签收 | 金某丙'],
  },
  'q-rtl.csv': {
    of: 'desk',
    gives: ['市教育局 | 0534-5550101 | 工作日8:30-12:00 | 负责‮签收‬ | 金某丙'],
  },
  'q-tab.csv': {
    of: 'desk',
    gives: ['市教育局 | 0534-5550101 | 工作日8:30-12:00 | 负责\t签收 | 金某丙'],
  },
  'q-us.csv': {
    of: 'desk',
    gives: ['市教育局 | 0534-5550101 | 工作日8:30-12:00 | 负责\u001f签收 | 金某丙'],
  },
  'q-vt.csv': {
    of: 'desk',
    gives: ['市教育局 | 0534-5550101 | 工作日8:30-12:00 | 负责\u000b签收 | 金某丙'],
  },
  'q-x000.csv': {
    of: 'desk',
    gives: ['市教育局 | 0534-5550101 | 工作日8:30-12:00 | _x000D_签收_x0041_ | 金某丙'],
  },
  'q-xml.csv': {
    of: 'desk',
    gives: ['市教育局 | 0534-5550101 | 工作日8:30-12:00 | <w:t>&amp;</w:t>]]> | 金某丙'],
  },
  'r00-typed.xlsx': {
    of: 'desk',
    refused: ['cell-day C2'],
  },
  'r02-codes.xlsx': {
    of: 'volume',
    refused: ['unit-unknown A2'],
  },
  'r03-phones.xlsx': {
    of: 'desk',
    gives: ['市教育局 | 05345550101', '市公安局 | 0534-5550102', '市民政局 | 5550103'],
  },
  's00-chartsheet.xlsx': {
    of: 'volume',
    gives: [
      '市教育局 120 35',
      '市公安局 100 23',
      '市民政局 80 10',
      '市城市管理局 60 5',
      '市住房和城乡建设局 1040 20',
    ],
    tells: {
      tab: 'Sheet',
    },
  },
  's02-missing-sheet2.xlsx': {
    of: 'volume',
    gives: [
      '市教育局 120 35',
      '市公安局 100 23',
      '市民政局 80 10',
      '市城市管理局 60 5',
      '市住房和城乡建设局 1040 20',
    ],
    tells: {
      tab: 'Sheet1',
    },
  },
  's03-no-styles.xlsx': {
    of: 'volume',
    gives: [
      '市教育局 120 35',
      '市公安局 100 23',
      '市民政局 80 10',
      '市城市管理局 60 5',
      '市住房和城乡建设局 1040 20',
    ],
    tells: {
      tab: 'Sheet1',
    },
  },
  's04-empty-sheet.xlsx': {
    of: 'volume',
    refused: ['file-empty'],
  },
  's05-first-empty.xlsx': {
    of: 'volume',
    gives: [
      '市教育局 120 35',
      '市公安局 100 23',
      '市民政局 80 10',
      '市城市管理局 60 5',
      '市住房和城乡建设局 1040 20',
    ],
    tells: {
      tab: 'Sheet2',
    },
  },
  's06-bad-style.xlsx': {
    of: 'volume',
    gives: ['市教育局 120 35'],
    tells: {
      tab: 'Sheet1',
    },
  },
  's07-bool.xlsx': {
    of: 'volume',
    refused: ['cell-truth B2'],
  },
  's08-str.xlsx': {
    of: 'volume',
    gives: ['市教育局 1020 35'],
    tells: {
      tab: 'Sheet1',
    },
  },
  's09-x000D.xlsx': {
    of: 'volume',
    gives: ['市教育局 120 35'],
    tells: {
      tab: 'Sheet1',
    },
  },
  's10-numfmt30.xlsx': {
    of: 'volume',
    gives: ['市教育局 1020 35'],
    tells: {
      tab: 'Sheet1',
    },
  },
  's11-merged-groups.xlsx': {
    of: 'volume',
    gives: ['市教育局 120 35', '市公安局 100 23'],
    tells: {
      tab: 'Sheet1',
      rowsLeftOut: [
        {
          label: '一、政府部门',
          row: 3,
        },
        {
          label: '二、其他',
          row: 5,
        },
      ],
    },
  },
  's12-merged-count.xlsx': {
    of: 'volume',
    refused: ['cells-merged B2'],
  },
  't00-rowspan-remark.xls': {
    of: 'volume',
    gives: ['市教育局 120 35', '市公安局 100 23', '市民政局 80 10'],
    tells: {
      unknownColumns: ['备注'],
    },
  },
  't01-rowspan-group.xls': {
    of: 'volume',
    gives: ['市教育局 120 35', '市公安局 100 23'],
    tells: {
      unknownColumns: ['分组'],
    },
  },
  't03-rowspan-header.xls': {
    of: 'volume',
    gives: ['市教育局 120 35'],
  },
  't04-xnum.xls': {
    of: 'volume',
    gives: ['市教育局 1023 35'],
  },
  't05-hidden.xls': {
    of: 'volume',
    gives: ['市公安局 100 23'],
  },
  't06-two-tables.xls': {
    of: 'volume',
    gives: ['市教育局 120 35', '市公安局 100 23'],
    tells: {
      rowsLeftOut: [
        {
          label: '单位名称 热线 网办',
          row: 4,
        },
      ],
    },
  },
  't07-nested.xls': {
    of: 'volume',
    gives: ['市教育局 120 35'],
  },
  't09-gbk-meta.xls': {
    of: 'volume',
    gives: ['市教育局 120 35'],
  },
  't10-xmlns.xls': {
    of: 'volume',
    gives: ['市教育局 120 35'],
  },
  't11-style-first.xls': {
    of: 'volume',
    gives: ['市教育局 120 35'],
  },
  't12-div-first.xls': {
    of: 'volume',
    gives: ['市教育局 120 35'],
  },
  't13-spreadsheetml.xls': {
    of: 'volume',
    gives: ['市教育局 120'],
  },
  't14-mht.xls': {
    of: 'volume',
    refused: ['file-other-kind'],
  },
  't15-fods.fods': {
    of: 'volume',
    refused: ['file-empty'],
  },
  't16.pdf': {
    of: 'volume',
    refused: ['file-other-kind'],
  },
  't17.docx': {
    of: 'volume',
    refused: ['file-other-kind'],
  },
  't18.xlsb': {
    of: 'volume',
    refused: ['file-broken'],
  },
  't19.numbers': {
    of: 'volume',
    refused: ['file-other-kind'],
  },
  't20.rar': {
    of: 'volume',
    refused: ['file-other-kind'],
  },
  't21-zipped-csv.zip': {
    of: 'volume',
    refused: ['file-other-kind'],
  },
  't22-json.csv': {
    of: 'volume',
    refused: ['file-other-kind'],
  },
  't23-png.xlsx': {
    of: 'volume',
    refused: ['file-other-kind'],
  },
  't24-lock.xlsx': {
    of: 'volume',
    refused: ['file-other-kind'],
  },
  't31-script.xls': {
    of: 'unit',
    gives: [
      'NJ-001 市教育局',
      'NJ-002 市公安局',
      'NJ-003 市民政局',
      'NJ-004 市城市管理局',
      'NJ-005 市住房和城乡建设局',
      'NJ-006 市水利局 水利',
    ],
  },
  'u00-inner-space.csv': {
    of: 'unit',
    refused: ['name-taken 6'],
  },
  'u01-repeat-header.csv': {
    of: 'unit',
    gives: [
      'NJ-001 市教育局 教育局',
      'NJ-002 市公安局 公安局',
      'NJ-003 市民政局',
      'NJ-004 市城市管理局',
      'NJ-005 市住房和城乡建设局',
    ],
    tells: {
      rowsLeftOut: [
        {
          label: '单位名称 简称',
          row: 3,
        },
      ],
    },
  },
  'u02-bom-middle.csv': {
    of: 'unit',
    gives: [
      'NJ-001 市教育局 教育局',
      'NJ-002 市公安局 公安局',
      'NJ-003 市民政局',
      'NJ-004 市城市管理局',
      'NJ-005 市住房和城乡建设局',
    ],
    tells: {
      rowsLeftOut: [
        {
          label: '单位名称 简称',
          row: 3,
        },
      ],
    },
  },
  'u05-dup.csv': {
    of: 'unit',
    refused: ['name-twice 3'],
  },
  'u06-dup-space.csv': {
    of: 'unit',
    refused: ['name-twice 3'],
  },
  'u07-code-num.csv': {
    of: 'unit',
    refused: ['name-taken 2', 'name-taken 3', 'code-not-exact 4:1', 'count-scientific 5:1'],
  },
  'u08-null.csv': {
    of: 'unit',
    refused: ['name-taken 2', 'cell-error 2:4', 'name-taken 3', 'value-missing 4:2'],
  },
  'v-plain.csv': {
    of: 'volume',
    gives: ['市教育局 120 35', '市公安局 100 23'],
  },
  'w00-wrong-header.csv': {
    of: 'volume',
    refused: ['header-not-found'],
  },
  'x00-inline.xlsx': {
    of: 'volume',
    gives: [
      '市教育局 120 35',
      '市公安局 100 23',
      '市民政局 80 10',
      '市城市管理局 60 5',
      '市住房和城乡建设局 1040 20',
    ],
  },
  'x01-no-r.xlsx': {
    of: 'volume',
    gives: [
      '市教育局 120 35',
      '市公安局 100 23',
      '市民政局 80 10',
      '市城市管理局 60 5',
      '市住房和城乡建设局 1040 20',
    ],
  },
  'x02-backslash.xlsx': {
    of: 'volume',
    gives: [
      '市教育局 120 35',
      '市公安局 100 23',
      '市民政局 80 10',
      '市城市管理局 60 5',
      '市住房和城乡建设局 1040 20',
    ],
  },
  'x04-x-prefix.xlsx': {
    of: 'volume',
    gives: [
      '市教育局 120 35',
      '市公安局 100 23',
      '市民政局 80 10',
      '市城市管理局 60 5',
      '市住房和城乡建设局 1040 20',
    ],
  },
  'x06-abs-target.xlsx': {
    of: 'volume',
    gives: [
      '市教育局 120 35',
      '市公安局 100 23',
      '市民政局 80 10',
      '市城市管理局 60 5',
      '市住房和城乡建设局 1040 20',
    ],
  },
  'x07-zip64-cd.xlsx': {
    of: 'volume',
    gives: [
      '市教育局 120 35',
      '市公安局 100 23',
      '市民政局 80 10',
      '市城市管理局 60 5',
      '市住房和城乡建设局 1040 20',
    ],
  },
  'x08-formula-no-cache.xlsx': {
    of: 'volume',
    refused: [
      'cell-not-computed B2',
      'cell-not-computed B3',
      'cell-not-computed B4',
      'cell-not-computed B5',
      'cell-not-computed B6',
    ],
  },
  'x09-formula-total-no-cache.xlsx': {
    of: 'volume',
    gives: [
      '市教育局 120 35',
      '市公安局 100 23',
      '市民政局 80 10',
      '市城市管理局 60 5',
      '市住房和城乡建设局 1040 20',
    ],
    tells: {
      rowsLeftOut: [
        {
          label: '合计',
          row: 7,
        },
      ],
      uncheckedTotals: 8,
    },
  },
  'x11-error-cells.xlsx': {
    of: 'volume',
    refused: ['cell-error C2', 'cell-error B3'],
  },
  'z-extreme.csv': {
    of: 'desk',
    gives: [
      '市教育局 | 值班0:0534-5550100转8000、值班1:0534-5550101转8001、值班2:0534-5550102转8002、值班3:0534-5550103转8003、值班4:0534-5550104转8004、值班5:0534-5550105转8005、值班6:0534-5550106转8006、值班7:0534-5550107转8007、值班8:0534-5550108转8008、值班9:0534-5550109转8009 | 工作日8:30-12:00、13:30-17:30；周末及节假日9:00-16:00（电话值守） | 负责签收办理答复。负责签收办理答复。负责签收办理答复。负责签收办理答复。负责签收',
    ],
  },
};
