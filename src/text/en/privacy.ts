import { n } from '../numbers.ts';

/** What commands say of personal data. */
export const privacyViews = {
  title: 'Privacy log',
  at: 'at',
  by: 'by',
  shown: 'shown',
  subject: 'of',
  appeals: 'appeals',
  reason: 'reason',
  count: (count: number) => `entries: ${n(count)}`,
  kinds: {
    reveal: 'as it was written',
    export: 'list, as it was written',
    everything: 'export of everything',
    slip: 'slip with contact',
    'internal-roster': 'internal roster',
    'phone-search': 'search for a phone',
    'caller-search': 'search for a name',
    similar: 'same phone as a new appeal',
    'desk-mobiles': 'mobiles of desks',
    'read-appeals': 'texts of appeals read',
    'read-everything': 'all texts read',
    'read-words': 'words looked for',
    'read-text': 'signs looked for in texts',
    'read-caller': 'a name looked for',
    'read-phones': 'a phone looked for',
  },
  readings: 'Record of the server: personal texts read',
  revealed: 'Shown as it was written; that is in the privacy log now.',
  list: (count: number) => `list of ${n(count)}`,
  plan: (before: string) => `Appeals closed before ${before}`,
  targets: (appeals: number, texts: number) =>
    `personal texts to be removed: ${n(texts)}, of appeals: ${n(appeals)}`,
  nothing: 'There is nothing to remove.',
  confirm: (appeals: number) =>
    `Remove the personal data of these appeals for good: ${n(appeals)}? They cannot be brought back.`,
  purged: (appeals: number, texts: number) =>
    `Removed: personal texts ${n(texts)}, of appeals ${n(appeals)}.`,
  proof: (lookedFor: number, found: number) =>
    found === 0
      ? `The file was searched, byte for byte, for everything that was removed (${n(lookedFor)} items): none is left in it.`
      : `The file was searched, byte for byte, for everything that was removed (${n(lookedFor)} items): ${n(found)} are left in it.`,
  noProof:
    'The tables were written anew without what was removed. That no byte of it is left cannot be shown on a server: its log of changes, its archives and its backups keep texts for a while; whoever administers it says for how long.',
  notScrubbed:
    'Nobody can read it by a query any more. Its bytes lie in the tables of the server until their owner writes them anew: vacuum full personal_text, appeal_phone, appeal_search, appeal. The server’s log of changes, archives and backups keep them for a while too.',
  backups: 'Backups and exported files made before still hold them: remove those too.',
  backupsThere: (files: string) => `Beside the database: ${files}`,
};
