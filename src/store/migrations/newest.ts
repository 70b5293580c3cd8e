/** Name of the newest migration this tool knows; stands apart so that opening a database loads none of them. */
export const newestMigration = '0016-bulletins';
