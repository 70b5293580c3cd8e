import type { CheckupState } from '../../domain/checkup.ts';
type Values = Readonly<Record<string, string>>;

/** What was found of the machine, and what is to be done about it. */
const states: Readonly<
  Record<CheckupState, (of: Values) => { readonly found: string; readonly remedy?: string }>
> = {
  node: ({ system }) => ({ found: system ?? '' }),
  engine: ({ engine, driver }) => ({ found: `${engine ?? ''} (${driver ?? ''})` }),
  glibc: ({ glibc }) => ({ found: glibc ?? '' }),
  'glibc-none': () => ({ found: 'none on this system, none needed' }),
  'glibc-old': ({ glibc }) => ({ found: `${glibc ?? ''}: databases are opened by the SQLite of Node (the addon needs 2.34).` }),
  'glibc-too-old': ({ glibc }) => ({ found: `${glibc ?? ''} is older than Node needs (2.28).`, remedy: 'Use a newer release of the system.' }),
  console: ({ locale, width }) => ({ found: `${locale ?? ''}, columns: ${width ?? ''}` }),
  'console-no-locale': () => ({ found: 'The environment names no locale; UTF-8 is written.', remedy: 'If Chinese looks wrong: export LANG=C.UTF-8' }),
  'console-not-utf8': ({ locale }) => ({ found: `The locale ${locale ?? ''} is not UTF-8, so Chinese may look wrong.`, remedy: 'export LANG=zh_CN.UTF-8 (or C.UTF-8)' }),
  clock: ({ now }) => ({ found: now ?? '' }),
  'clock-early': ({ now, madeOn }) => ({ found: `The clock says ${now ?? ''}, but this version was made in ${madeOn?.slice(0, 7) ?? ''}.`, remedy: 'Set the clock of the machine: deadlines and the log depend on it.' }),
  'clock-behind': ({ now, last }) => ({ found: `The clock says ${now ?? ''}, but something was recorded at ${last ?? ''}.`, remedy: 'Set the clock of the machine; nothing is written before it is right.' }),
  zone: ({ zone }) => ({ found: zone ?? '' }),
  'zone-other': ({ zone, usual }) => ({ found: `${zone ?? ''}: days are counted in the zone of the jurisdiction (${usual ?? ''} unless set) all the same.` }),
  database: ({ path, schema }) => ({ found: `${path ?? ''}, ${schema ?? ''}` }),
  'database-none': ({ path }) => ({ found: `There is none at ${path ?? ''}.`, remedy: 'liaison init, or name one with --db' }),
  'database-older': ({ path }) => ({ found: `${path ?? ''} is of an older version; the next command that uses it brings it up to date and keeps what it was.`, remedy: 'Make a backup first, and see that no older program works on it.' }),
  'database-bad': ({ reason }) => ({ found: reason ?? '', remedy: 'liaison database check' }),
  rights: () => ({ found: 'file and folder can be written' }),
  'rights-read-only': ({ path }) => ({ found: `${path ?? ''} or its folder cannot be written.`, remedy: 'Ask for the right to write both, or keep the database in your own folder.' }),
  'rights-wide': ({ mode, path }) => ({ found: `Other users of this machine can read the file (${mode ?? ''}).`, remedy: `chmod 600 ${path ?? ''}` }),
  'place-local': () => ({ found: 'a disk of this machine' }),
  'place-removable': () => ({ found: 'A disk that can be pulled out.', remedy: 'Keep the database on the disk of the machine, and backups on the stick.' }),
  'place-synchronised': ({ name }) => ({ found: `“${name ?? ''}” is copied elsewhere by another program, which can tear a database apart and takes citizens’ data along.`, remedy: 'Move the database to a folder that nothing copies.' }),
  'place-network': ({ name }) => ({ found: `A network file system (${name ?? ''}), where writing from two machines can destroy a database.`, remedy: 'Move it to a disk of this machine; where several machines write, PostgreSQL is the place.' }),
  space: ({ needed }) => ({ found: `${needed ?? ''} MB or more, as much as is needed` }),
  'space-low': ({ free, needed }) => ({ found: `${free ?? ''} MB are free; a backup, an import or a new version may need ${needed ?? ''} MB.`, remedy: 'Free some space.' }),
  fonts: () => ({ found: 'those of official papers are there' }),
  'fonts-unknown': () => ({ found: 'Nothing here tells which fonts there are.', remedy: 'Look at a printed roster before it is sent.' }),
  'fonts-some': ({ missing }) => ({ found: `Not there: ${missing ?? ''}. Others stand in for them on this machine; documents name the right ones.`, remedy: 'Print from a machine that has them, or install them.' }),
  'fonts-none': ({ missing }) => ({ found: `No Chinese font is there; official papers need ${missing ?? ''}.`, remedy: 'Install them, on Debian and UOS at least: apt install fonts-noto-cjk' }),
  calendar: ({ years }) => ({ found: `holidays known: ${years ?? ''}` }),
  'calendar-missing': ({ years }) => ({ found: `The holidays of ${years ?? ''} are not known; deadlines that reach into it are not counted.`, remedy: 'liaison calendar import FILE (the notice of the State Council)' }),
  backup: ({ day, days }) => ({ found: `${day ?? ''}, days ago: ${days ?? ''}` }),
  'backup-old': ({ day, days }) => ({ found: `The last backup is of ${day ?? ''}, days ago: ${days ?? ''}.`, remedy: 'liaison database backup --to FOLDER --keep 30' }),
  'backup-none': () => ({ found: 'No backup was ever made.', remedy: 'liaison database backup --to FOLDER --keep 30' }),
}; // prettier-ignore

/** What the command says that looks at the machine. */
export const checkupViews = {
  title: 'Checkup',
  grade: 'is',
  subject: 'what',
  found: 'found',
  grades: { ok: 'ok', note: 'note', bad: 'bad' },
  subjects: {
    node: 'system',
    engine: 'engine',
    glibc: 'C library',
    console: 'console',
    clock: 'clock',
    zone: 'time zone',
    database: 'database',
    rights: 'rights',
    place: 'folder',
    space: 'free space',
    fonts: 'fonts',
    calendar: 'calendar',
    backup: 'last backup',
  },
  states,
  sound: 'Nothing needs to be done.',
  unsound: (count: number) => `To be seen to: ${String(count)}`,
};

/** What `config list` says. */
export const configViews = {
  title: 'Settings',
  key: 'setting',
  value: 'value',
  source: 'from',
  sources: { option: 'typed', environment: 'environment', file: 'file', default: 'usual' },
  read: (path: string) => `read: ${path}`,
  own: (path: string) => `your own settings would stand in ${path}`,
  ignored: (path: string, keys: readonly string[]) =>
    `${path}: nothing is set by ${keys.join(', ')} (known: db, in, lang; as in your own file alone)`,
};
