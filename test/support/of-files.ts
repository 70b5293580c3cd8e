/** Files of tests that are about what is in files, or of no database at all: not held on a server. Each with why. */
export const ofFiles: Readonly<Record<string, string>> = {
  'test/store/shared-file.test.ts': 'rights and media of files',
  'test/store/database.test.ts': 'how a file is made, and by whom it is held',
  'test/store/older-versions.test.ts': 'files of older versions; no server has any',
  'test/store/complete-appeals.test.ts': 'files of older versions; no server has any',
  'test/store/engines.test.ts': 'two engines for one file',
  'test/store/sealed.test.ts': 'refusals and bytes of a file; those of a server are in sealed-on-server',
  'test/operations/check-database.test.ts': 'bytes of a file; those of a server are in sealed-on-server',
  'test/commands/database-backups.test.ts': 'backups are named after the file',
  'test/commands/database-copies.test.ts': 'copies, full disks and logs of files',
  'test/commands/output-safety.test.ts': 'outputs over files of a database',
  'test/commands/doctor.test.ts': 'the folder and the rights of a file',
  'test/commands/settings.test.ts': 'settings that lie beside a file',
  'test/commands/roster-layouts.test.ts': 'a file of a version without layouts',
  'test/store/server-address.test.ts': 'addresses alone, and of servers that nobody runs',
  'test/commands/parse-table.test.ts': 'what lines are parsed to, before any database',
};
