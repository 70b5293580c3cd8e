const n = (value: number): string => String(value);

/** What commands say of personal data, searches, and the soundness of the database. */
export const careViews = {
  privacy: {
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
      slip: 'slip with contact',
      'internal-roster': 'internal roster',
      'phone-search': 'search for a phone',
      similar: 'same phone as a new appeal',
    },
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
    backups: 'Backups and exported files made before still hold them: remove those too.',
    backupsThere: (files: string) => `Beside the database: ${files}`,
  },
  search: {
    title: (words: string) => `Appeals with “${words}”`,
    ofPhone: 'Appeals of this phone',
    found: (shown: number, total: number | null) =>
      total === null
        ? `shown ${n(shown)}, there are more (--all shows them)`
        : shown < total
          ? `found ${n(total)}, shown ${n(shown)} (--all shows them)`
          : `found ${n(total)}`,
    where: 'where',
    fields: { title: 'title', text: 'text', reply: 'reply', note: 'note', basis: 'basis', remark: 'remark' },
    notSearched:
      'Not searched: masked names and numbers, and the texts of confidential appeals. The phone of a caller is found by --phone, in full.',
    number: 'number',
    phone: 'phone',
    logged: 'That this phone was looked for is in the privacy log now.',
    similar: 'Open appeals that look like this one:',
    why: { phone: 'same phone', place: 'same place and matter', text: 'text alike' },
    line: (number: string, why: string, title: string, holder: string) =>
      `${number} (${why}): ${title}, ${holder}`,
    askLink: (number: string) => `Is it the same as ${number}? It is linked as a duplicate then.`,
  },
  check: {
    title: 'Check of the database',
    checked: (counts: Readonly<Record<string, number>>) =>
      `checked: operations ${n(counts['operations'] ?? 0)}, sealed rows ${n(counts['rows'] ?? 0)}, runs ${n(counts['runs'] ?? 0)}, editions ${n(counts['editions'] ?? 0)}, appeals ${n(counts['appeals'] ?? 0)}, events ${n(counts['events'] ?? 0)}, texts ${n(counts['texts'] ?? 0)}`,
    sound: 'Everything is as it was written.',
    found: (count: number) => `Findings: ${n(count)}`,
    unsealed: (count: number) =>
      `Rows of an older version that are not sealed yet: ${n(count)}. The next change seals them.`,
    head: (hash: string) => `head of the log: ${hash}`,
    code: 'finding',
    subject: 'of',
    detail: 'detail',
    meaning: 'means',
    part: (part: string) => `checking: ${part}`,
    parts: {
      file: 'file',
      references: 'references',
      operations: 'operations and what they sealed',
      register: 'units, desks and people',
      runs: 'runs',
      editions: 'editions',
      appeals: 'appeals',
    },
    codes: {
      'file-damaged': 'the file itself is damaged',
      'part-unreadable': 'this part cannot be read',
      'reference-lost': 'a row refers to one that is not there',
      'refusal-missing': 'the table no longer refuses changes',
      'operation-missing': 'an operation is missing from the log',
      'operation-altered': 'the operation is not as it was logged',
      'operation-unlinked': 'the operation does not follow the one before',
      'seals-altered': 'what the operation sealed is not as it was noted',
      'rows-altered': 'rows are not as they were sealed',
      'rows-missing': 'sealed rows are missing',
      'rows-unsealed': 'rows came in past the log',
      'run-altered': 'the run is not as it was made',
      'edition-altered': 'the edition is not as it was published',
      'event-altered': 'the event is not as it was recorded',
      'text-altered': 'the text is not as it was written',
      'text-missing': 'a text is missing that no purge removed',
      'text-unvouched': 'no event knows this text',
      'text-after-purge': 'personal data are left of a purge',
      'hops-broken': 'the history does not hang together at this event',
      'standing-differs': 'the appeal does not stand where its history says',
      'field-differs': 'a field of the appeal is not what its history says',
      'holder-differs': 'another unit leads than its history says',
      'count-differs': 'there are more or fewer lines than were sealed',
      'due-differs': 'the due day is not the one that is counted',
      'schema-differs': 'tables, triggers or indexes are not as the tool makes them',
      'succession-differs': 'who came of whom is not what the log tells',
      'value-impossible': 'a field holds what no command writes',
      'span-broken': 'what holds from day to day ends before it begins, or holds twice',
      'edition-loop': 'editions are told against each other in a loop',
      'standing-impossible': 'a unit leads it and it is at the transfer desk, or neither',
      'holder-ended': 'it is with a unit that has ended; hand it over: liaison appeal transfer',
      'parties-differ': 'who led and assisted when is not what its history says',
      'search-differs': 'the search knows other words of it than its texts have',
      'file-left':
        'a run that was killed left this file beside the database; it may hold personal data: remove it',
      'search-missing': 'the appeal is missing from the search',
      'search-leftover': 'the search still knows what is gone',
    },
    backedUp: (file: string) => `Backup written and checked: ${file}`,
    backedUpUnsound: (file: string, count: number) =>
      `Backup written: ${file}. The database is not as it was written; findings: ${n(count)}.`,
    restored: (file: string) => `Restored and checked: ${file}`,
  },
};
