import { n } from '../numbers.ts';

/** What is told of an export: which database, when, and its tables. */
export interface ExportTold {
  readonly path: string;
  readonly schema: string;
  readonly at: string;
  readonly tables: readonly {
    readonly table: string;
    readonly rows: number;
    readonly columns: readonly string[];
  }[];
}

/** What each table of a database holds. */
const tables: Readonly<Record<string, string>> = {
  appeal: 'appeals as they stand: number, when received, holder, state, due day',
  appeal_act: 'acts on appeals that reports count: who did what when',
  appeal_event: 'the course of each appeal, event by event, sealed',
  appeal_party: 'which unit led or assisted an appeal, from when until when',
  appeal_pending: 'appeals of an older version that still lack something; usually empty',
  appeal_phone: 'keyed digests of the phones of callers, by which they are found',
  appeal_round: 'rounds of an appeal that reports count: from its coming in to its reply',
  batch: 'imports: file, kind, rows, by whom',
  batch_change: 'what an import changed, so that it can be undone',
  batch_undo: 'imports that were undone',
  bulletin: 'issues of the bulletin, sealed',
  calendar_day: 'holidays and working weekends',
  deadline_rules: 'sets of deadline rules',
  deadline_use: 'which deadline rules a jurisdiction uses, from when',
  desk: 'the liaison desk of a unit: form, phone',
  desk_person: 'people of a desk: leader, liaison, deputy',
  edition: 'editions of the contact roster, sealed',
  edition_entry: 'lines of an edition',
  edition_title: 'names beside editions of an older version',
  form_sent: 'forms that were sent to units to be filled in',
  header_map: 'headers of files and the columns they were taken for',
  jurisdiction: 'the city and its counties',
  matter: 'the list of matters',
  office: 'internal offices of units',
  operation: 'the log: who did what when, each chained to the one before',
  operation_change: 'what an operation changed, so that it can be undone',
  operation_mark: 'what operations refer to',
  operation_seal: 'digests of what an operation wrote',
  personal_text: 'texts of appeals with personal data: title, text, caller, phone',
  privacy_log: 'who was shown personal data, and why',
  privacy_log_appeal: 'which appeals that was about',
  purge: 'removals of personal data after their time',
  purged_appeal: 'appeals whose personal data were removed',
  roster_template: 'texts that a roster is printed with',
  ruling: 'rulings on who answers for a matter',
  run: 'classifications of units into staffing tiers',
  run_adoption: 'which run was adopted, by which document',
  run_unit: 'the tier of each unit in a run, with its figures',
  scheme: 'schemes: the bounds of the tiers',
  scheme_use: 'which scheme a jurisdiction uses, from when',
  study: 'joint studies of a matter',
  study_appeal: 'appeals that a study is about',
  study_close: 'how a study ended',
  unit: 'units: code, name, category, from when until when',
  unit_leader: 'leaders of units who are responsible',
  unit_name: 'names and short names of units, from when until when',
  unit_succession: 'which unit came of which',
  volume: 'how many appeals a unit handled in a year, by channel',
};

/** What commands say of an export of everything. */
export const exportViews = {
  exported: (folder: string, count: number) => `Written into ${folder}: ${n(count)} tables, and README.txt.`,
  readme: ({ path, schema, at, tables: written }: ExportTold): string =>
    `Everything that the database ${path} holds, as it was at ${at} (schema ${schema}).

These files hold personal data of citizens. Keep them as the register is kept, and remove them when they are no longer needed.

One file a table: CSV, UTF-8 with a byte order mark, commas, the names of the columns in the first line. Times are UTC; days are those of
the jurisdiction’s time zone; *_id is the id of a row of another table; 1 and 0 are yes and no; lists and details are JSON; bytes are
hexadecimal digits. A cell that a spreadsheet would run as a formula has an apostrophe before it.

${written.map(({ table, rows, columns }) => `${table}.csv  (rows: ${String(rows)})\n  ${tables[table] ?? table}\n  ${columns.join(', ')}\n`).join('\n')}`,
};
