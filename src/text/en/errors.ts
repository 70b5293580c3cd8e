import { quote } from '../quote.ts';
import type { ErrorCode, ErrorDetails } from '../../errors.ts';
import type { Place } from '../../problems.ts';
import type { ErrorText, ErrorTexts, ProblemTexts } from '../error-texts.ts';
import type { FindingCode } from '../../domain/desk-check.ts';
import { deskViews } from './desk.ts';
import { codeNames } from './code-names.ts';

const tierWord = (tier: string): string => codeNames.tier[tier as keyof typeof codeNames.tier];
/** A tier in words; anything else as it is. */
const tierOr = (value: string | null): string =>
  value === null ? '' : Object.hasOwn(codeNames.tier, value) ? tierWord(value) : value;
const categoryOr = (value: string | null): string =>
  value === null ? '' : codeNames.category[value as keyof typeof codeNames.category];
/** The first of many; all of them are with the command that lists them. */
const someOf = <Item>(items: readonly Item[]): readonly Item[] => items.slice(0, 20);
/** So many of a list are shown, each so long; nobody reads twenty thousand headers. */
const longestList = 20;
const longestItem = 60;
const list = (items: readonly (string | number)[]): string => {
  const shown = items
    .slice(0, longestList)
    .map((item) =>
      typeof item === 'string' && item.length > longestItem ? `${item.slice(0, longestItem)}…` : item,
    );
  return items.length > longestList
    ? `${shown.join(', ')} … (${String(items.length - longestList)} more)`
    : shown.join(', ');
};
/** Options to paste by which headers are given to columns. */
const mapOptions = (headers: readonly { readonly header: string; readonly column: string }[]): string =>
  headers
    .slice(0, 6)
    .map(({ header, column }) => `--map "${header}=${column}"`)
    .join(' ');
const kindOfFile: Readonly<Record<string, string>> = {
  pdf: 'a PDF document',
  word: 'a text document (Word, WPS, Writer)',
  slides: 'a presentation',
  numbers: 'a document of Apple’s programs (Numbers)',
  archive: 'an archive (zip, rar, 7z, gz)',
  image: 'a picture',
  dbase: 'a dBase or FoxPro table (.dbf)',
  lotus: 'a Lotus 1-2-3 or Quattro sheet',
  sylk: 'a SYLK file (.slk)',
  dif: 'a DIF file (.dif)',
  socialcalc: 'a SocialCalc sheet',
  mht: 'a web archive (.mht)',
  json: 'a JSON file',
  lock: 'the lock that Excel or WPS leaves beside an open workbook',
};
const readingWord = (as: string): string =>
  as === 'former'
    ? 'an earlier name'
    : as === 'short'
      ? 'a usual short name'
      : 'another spelling of the name';
const channelWord = (channel: string): string => codeNames.channel[channel as keyof typeof codeNames.channel];
const where = (place: Place): string =>
  `${place.file} ${place.cell ?? place.path ?? `line ${String(place.row ?? '')}`}`;
const meant = (items: readonly string[]): string =>
  items.length === 0 ? '' : ` Did you mean: ${list(items)}?`;
const chainLine = (stop: {
  hop: number;
  from: string | undefined;
  to: string;
  on: string;
  by: string;
  days?: number;
}): string => {
  const stay = stop.days === undefined ? '' : `, ${stop.days === 0 ? '<1' : String(stop.days)} d`;
  return `${String(stop.hop)}  ${stop.on}  ${stop.from ?? 'transfer desk'} → ${stop.to}  (${stop.by}${stay})`;
};
const stateWord = (state: string): string => codeNames.state[state as keyof typeof codeNames.state];
const actionWord = (action: string): string => codeNames.action[action as keyof typeof codeNames.action];
/** What cannot be done with an appeal, by verb. */
const cannot = (verb: string): string =>
  ({
    transfer: 'cannot be handed over',
    recall: 'cannot be recalled',
    accept: 'cannot be accepted',
    return: 'cannot be returned',
    decide: 'has no return to decide',
    rule: 'cannot be ruled on',
    assist: 'cannot be given assistance',
    note: 'cannot be noted on',
    extend: 'cannot be extended',
    remind: 'cannot be reminded of',
    reply: 'cannot be replied to',
    callback: 'cannot be called back about',
    review: 'cannot be reviewed',
    close: 'cannot be closed',
    reopen: 'cannot be reopened',
    correct: 'cannot be corrected',
    link: 'cannot be linked',
  })[verb] ?? `cannot be changed (${verb})`;

/** How far an appeal has come. */
const standing = (state: string): string =>
  ({
    unassigned: 'it is at the transfer desk, not handed over yet',
    sent: 'it is sent, not accepted yet',
    accepted: 'it is accepted, not replied to yet',
    replied: 'it is replied to, not closed yet',
    closed: 'it is closed',
  })[state] ?? `it is ${state}`;

/** Why a verb is not allowed now. */
const whyRefused: Readonly<Record<Exclude<ErrorDetails['appeal-verb-refused']['why'], 'state'>, string>> = {
  'return-pending': 'its return is waiting to be decided',
  'no-return': 'no return is waiting to be decided',
  'returned-already': 'this unit asked to return it before',
  'not-recallable': 'something has been done on it since, or it came by a ruling',
  voided: 'the import it came in by was undone',
  'recalled-already': 'it was recalled from this unit before',
};

/** Why a file could not be written. */
const whyUnwritten = (why: ErrorDetails['file-not-writable']['why'], reason: string): string =>
  ({
    'no-rights': 'you have no right to write there',
    'name-too-long': 'its name is too long',
    'disk-full': 'the disk is full',
    'read-only': 'the medium can only be read',
    'not-a-folder': 'it is a file, and a folder is needed',
    other: reason,
  })[why];

const bulletinExample =
  '[{"identities":[{"parts":[36516,18190],"total":54706}],"percentages":[{"num":36516,"den":54706,"printed":"66.75"}]}]';

/** What every error says, and what to do about it. */
export const errors: ErrorTexts = {
  'command-unknown': ({ name, noun, suggestions }) => ({
    message: `There is no command “${name}”.${meant(suggestions)}`,
    hint: `liaison ${[noun, suggestions[0], '--help'].filter((word) => word !== undefined).join(' ')}`,
  }),
  'option-unknown': ({ option, suggestions }) => ({
    message: `There is no option “${option}” here.${meant(suggestions)}`,
    hint: 'Add --help to the command to see its options.',
  }),
  'option-value-missing': ({ option }) => ({ message: `The option “${option}” needs a value.` }),
  'option-value-invalid': ({ option, value, allowed, example }) => ({
    message: `“${value}” is not a valid value for ${option}.`,
    hint: allowed === undefined ? `For example: ${option} ${example ?? ''}` : `Allowed: ${list(allowed)}`,
  }),
  'option-too-long': ({ option, length, limit }) => ({
    message: `${option} is too long: ${String(length)} characters; at most ${String(limit)} are taken.`,
  }),
  'option-invisible': ({ option }) => ({
    message: `${option} contains an invisible character (a control character, or one without width).`,
    hint: 'Type it instead of pasting it.',
  }),
  'option-missing': ({ options }) => ({
    message: `Something is missing: ${list(options)}.`,
    hint: `Add ${list(options)} to the command.`,
  }),
  'value-missing': ({ fields }) => ({ message: `Something is missing: ${list(fields)}.` }),
  'value-invalid': ({ field, value, allowed, example }) => ({
    message: `“${value}” is not a valid value for ${field}.`,
    hint: allowed === undefined ? `For example: ${example ?? ''}` : `Allowed: ${list(allowed)}`,
  }),
  'value-too-long': ({ field, length, limit }) => ({
    message: `${field} is too long: ${String(length)} characters; at most ${String(limit)} are taken.`,
  }),
  'options-conflict': ({ one, other }) => ({ message: `${one} and ${other} cannot be used together.` }),
  'argument-missing': ({ argument }) => ({
    message: `The argument <${argument}> is missing.`,
    hint: 'Add --help to the command to see an example.',
  }),
  'arguments-too-many': () => ({
    message: 'The command has more arguments than it takes.',
    hint: 'Put a name with spaces in quotes.',
  }),
  'verb-missing': ({ noun }) => ({
    message: `Say what to do: liaison ${noun} …`,
    hint: `See: liaison ${noun} --help`,
  }),
  'format-not-offered': ({ format, offered }) => ({
    message: `This command does not write “${format}”.`,
    hint: `It writes: ${list(offered)}`,
  }),
  'jurisdiction-needed': ({ codes }) => ({
    message: 'The database holds several jurisdictions; say which one is meant.',
    hint: `Add --in with one of: ${list(codes)}. To have it remembered: liaison jurisdiction use ${codes[0] ?? 'CODE'}; or set LIAISON_JURISDICTION`,
  }),
  'confirmation-needed': ({ question, option = '--yes' }) => ({
    message: `A yes is needed: ${question}`,
    hint: `Add ${option} to the command.`,
  }),
  'answer-needed': ({ options }) => ({
    message: `Something is missing: ${list(options)}.`,
    hint: `Add ${list(options)} to the command, or run it on a terminal to be asked.`,
  }),
  'terminal-needed': ({ option, names }) => ({
    message: `${option} asks questions and needs a terminal; not known yet: ${list(names)}.`,
    hint: 'Without one, settle the names first: liaison unit alias, unit rename, unit merge or unit add.',
  }),
  'terminal-only': ({ command }) => ({
    message: `${command} asks questions and needs a terminal.`,
    hint: 'Without one: liaison status, liaison appeal list, and the commands they name.',
  }),
  'encoding-not-known': ({ encoding }) => ({
    message: `The encoding “${encoding}” is not known.`,
    hint: 'Allowed: utf-8, gb18030 (gbk), utf-16le, utf-16be',
  }),

  'input-rejected': ({ file, count }) => ({
    message: `${file} was not imported: problems found: ${String(count)}. Nothing was written.`,
    hint: 'Correct these places in the file and import it again.',
  }),
  'bulletin-rejected': ({ file, count }) => ({
    message: `${file} was not checked: places that cannot be read: ${String(count)}.`,
    hint: 'Correct these places in the file and check it again.',
  }),
  'file-empty': ({ file }) => ({
    message: `${file} is empty.`,
    hint: 'Export the table again and check that it was saved.',
  }),
  'encoding-unknown': ({ file, row, looksLike }) => ({
    message:
      row === undefined
        ? `The encoding of ${file} could not be recognised.`
        : `${file} is not in one encoding: line ${String(row)} is in another one than the others, or destroyed.`,
    hint:
      looksLike === undefined
        ? 'In Excel: Save as → CSV UTF-8. If you know the encoding, add --encoding gb18030, utf-8, utf-16le, utf-16be or big5.'
        : 'It looks like Big5, as used in Taiwan and Hong Kong: add --encoding big5, and look at the plan with --dry-run.',
  }),
  'encoding-twice': ({ file, row, before }) => ({
    message: `The text of ${file} was saved in a wrong encoding: line ${String(row)} was once “${before.slice(0, 20)}”.`,
    hint: 'Export the file again from where it comes as CSV UTF-8; what is in it cannot be read safely.',
  }),
  'file-holds-nul': ({ file, row }) => ({
    message: `${file} holds bytes that are no text (NUL) in line ${String(row)}: it was cut off or damaged.`,
    hint: 'Get the file again, or export it again as CSV UTF-8.',
  }),
  'channel-unread': ({ file, headers }) => ({
    message: `${file} has columns that seem to hold counts of a channel and are not read: ${list(headers.map(({ header }) => header))}.`,
    hint: `Say what they are: ${mapOptions(headers)}; or set them aside: ${mapOptions(headers.map(({ header }) => ({ header, column: '' })))}`,
  }),
  'set-column-there': ({ file, column, header }) => ({
    message: `${file} has a column for ${column}: “${header}”. --set is for columns that a file lacks.`,
    hint: `Leave it out, or set the column aside: --map "${header}="`,
  }),
  'skip-bad-not-possible': ({ file }) => ({
    message: `Rows of ${file} cannot be left out one by one: it is a form, a folder or a calendar.`,
    hint: 'Correct the file, and leave --skip-bad out.',
  }),
  'rows-all-bad': ({ file, count }) => ({
    message: `No row of ${file} can be imported: something is wrong with all ${String(count)} of them.`,
    hint: 'See what it is without --skip-bad.',
  }),
  'option-nothing': ({ option, value }) => ({
    message: `${option}: “${value}” stands for nothing and is not kept as a name.`,
    hint: 'What is on record is taken away with --clear, where the command has it.',
  }),
  'option-destroyed': ({ option }) => ({
    message: `${option} has lost its characters, or was encoded twice.`,
    hint: 'Type it again; in a terminal of another encoding, set it to UTF-8 first.',
  }),
  'encoding-wrong': ({ file, encoding }) => ({
    message: `${file} is not in ${encoding}: some of its bytes are not valid in that encoding.`,
    hint: 'Leave out --encoding to have it recognised, or export the file again as CSV UTF-8.',
  }),
  'header-not-found': ({ file, wanted, found, nearest = [] }) => ({
    message: `${file} has no header row with ${wanted.length === 0 ? 'any column that is known' : list(wanted)}.`,
    hint:
      found.length === 0
        ? 'The first row must name the columns.'
        : `Found instead: ${list(found)}.` +
          (nearest.length === 0 ? '' : ` If one of them is meant, say so: ${mapOptions(nearest)}`),
  }),
  'header-twice': ({ file, header, other, row }) => ({
    message: `${file}: the column “${header}” is there twice (line ${String(row)})${header === other ? '' : `, also as “${other}”`}.`,
    hint:
      header === other
        ? 'Rename or remove one of the two, so that it is clear which one counts.'
        : `Set one of them aside: --map "${header}=" or --map "${other}="`,
  }),
  'header-in-doubt': ({ file, header, row }) => ({
    message: `${file}: it is not clear what the column “${header}” holds (line ${String(row)}).`,
    hint: `Say it: --map "${header}=hotline", or leave one form in the file: a column per channel, or one per year.`,
  }),
  'map-column-unknown': ({ name, allowed }) => ({
    message: `--map: there is no column “${name}”.`,
    hint: `Columns: ${list(allowed)}`,
  }),
  'map-header-unknown': ({ file, header, found }) => ({
    message: `--map: ${file} has no header “${header}”.`,
    hint: `Headers of the file: ${list(found)}`,
  }),
  'commas-full-width': ({ file, row }) => ({
    message: `${file}: the columns are separated by full-width commas “，” (line ${String(row)}).`,
    hint: 'Replace “，” by “,” in the file, or export it again from Excel as CSV UTF-8.',
  }),
  'report-column-unknown': ({ name, allowed }) => ({
    message: `The report has no figure “${name}”.`,
    hint: `It has: ${list(allowed)}`,
  }),
  'bulletin-head-missing': ({ file, missing }) => ({
    message: `${file} has no line for ${list(missing)} at its beginning.`,
    hint: 'liaison report bulletin draft 2021-05 -o draft.md',
  }),
  'bulletin-period-invalid': ({ file, value }) => ({
    message: `The period of ${file} cannot be read: “${value}”.`,
    hint: '统计期：2021-05-01 至 2021-05-31',
  }),
  'bulletin-unfinished': ({ until }) => ({
    message: `The period of the bulletin is not over: up to ${until}. It can be published from the day after its last.`,
  }),
  'bulletin-faults': ({ file }) => ({
    message: `${file} says what the figures of its period do not say; nothing was published.`,
    hint: 'Cells and braces are set right in the text; numbers of your own are taken in with --allow-own-figures.',
  }),
  'bulletin-no-taken': ({ documentNo, number }) => ({
    message: `Issue ${String(number)} of the bulletin carries the number ${documentNo} already.`,
  }),
  'bulletin-period-taken': ({ number }) => ({
    message: `Issue ${String(number)} is of this period already: another one sets it right.`,
    hint: `liaison report bulletin publish … --corrects ${String(number)}`,
  }),
  'bulletin-corrected-already': ({ number, by }) => ({
    message: `Issue ${String(number)} was set right by issue ${String(by)} already.`,
    hint: `liaison report bulletin publish … --corrects ${String(by)}`,
  }),
  'bulletin-other-period': ({ number, from }) => ({
    message: `Issue ${String(number)} is of another period, from ${from} on: a correction is of the same.`,
  }),
  'bulletin-corrects-nothing': ({ number }) => ({
    message: `The text says nothing otherwise than issue ${String(number)}: there is nothing to correct.`,
  }),
  'bulletin-none': () => ({
    message: 'No bulletin has been published yet.',
    hint: 'liaison report bulletin draft 2021-05 -o draft.md',
  }),
  'bulletin-not-found': ({ number, numbers }) => ({
    message: `There is no issue ${String(number)} of the bulletin.`,
    hint:
      numbers.length === 0
        ? 'liaison report bulletin draft 2021-05 -o draft.md'
        : `There are: ${list(numbers)}`,
  }),
  'report-nothing-of': ({ of, category, tier }) => ({
    message: `There is nothing of “${[...of, categoryOr(category), tierOr(tier)].filter(Boolean).join(' ')}” to report on.`,
    hint: 'liaison unit list, liaison matter list',
  }),
  'county-not-found': ({ county, city, known }) => ({
    message: `${city} has no county “${county}”.`,
    hint: known.length === 0 ? 'liaison jurisdiction add --parent …' : `It has: ${list(known)}`,
  }),
  'report-row-unknown': ({ row, allowed }) => ({
    message: `The report has no row “${row}”.`,
    hint: `It has: ${list(allowed)}`,
  }),
  'history-says-nothing': ({ file }) => ({
    message: `${file} says neither what was done (action) nor who had an appeal (holder).`,
    hint: 'Name the column: --map "环节=action", or --map "当前单位=holder".',
  }),
  'file-no-rows': ({ file }) => ({ message: `${file} has a header but no rows below it.` }),
  'file-broken': ({ file }) => ({
    message: `${file} is a broken or cut-off workbook.`,
    hint: 'Open it in Excel, let it be repaired, and save it again as .xlsx; or fetch the file again.',
  }),
  'file-not-json': ({ file, row, column, of }) => ({
    message: `${file} is not valid JSON: line ${String(row)}, column ${String(column)}.`,
    hint:
      of === 'bulletin'
        ? `A bulletin reads: ${bulletinExample}`
        : 'An example to start from: liaison scheme show --json -o example.json, or liaison deadline show --json -o example.json',
  }),
  'file-exists': ({ file }) => ({
    message: `There is a file ${file} already; it was left as it is, and nothing was written.`,
    hint: 'Name another file or folder, or move what is there away first.',
  }),
  'folder-empty': ({ folder }) => ({
    message: `The folder ${folder} holds no spreadsheets.`,
    hint: 'Put the forms that came back into it: .xlsx, .ods or .csv.',
  }),
  'file-too-large': ({ file, megabytes }) => ({
    message: `${file} would unpack to ${String(megabytes)} MB and was not opened.`,
    hint: 'Copy the rows that are needed into a new workbook and save that.',
  }),
  'file-other-kind': ({ file, kind }) => ({
    message: `${file} is ${kindOfFile[kind] ?? kind}, not a spreadsheet or a CSV file.`,
    hint:
      kind === 'lock'
        ? 'Import the workbook itself, whose name has no ~$ before it.'
        : kind === 'archive'
          ? 'Unpack it, and import the file in it.'
          : 'Open it in the program it belongs to (or Excel, WPS), save the table as .xlsx or CSV UTF-8, and import that.',
  }),
  'file-encrypted': ({ file }) => ({
    message: `${file} is protected by a password.`,
    hint: 'In Excel: File → Info → Protect Workbook → Encrypt with Password, empty the password, and save.',
  }),
  'file-old-xls': ({ file }) => ({
    message: `${file} is a workbook of the old kind (Excel 2 to 95).`,
    hint: 'In Excel or WPS: Save as → Excel workbook (.xlsx), then import that file.',
  }),
  'tab-not-found': ({ file, tab, tabs }) => ({
    message: `${file} has no tab “${tab}”.`,
    hint: `There are: ${list(tabs)}`,
  }),
  'tabs-in-doubt': ({ file, tabs }) => ({
    message: `${file} has several tabs that fit: ${list(tabs)}.`,
    hint: 'Say which one is meant: --tab NAME',
  }),
  'unit-name-ambiguous': ({ name, matches }) => ({
    message: `“${name}” is the name of several units: ${list(matches)}.`,
    hint: 'Use the code of the one you mean.',
  }),
  'time-in-future': ({ time }) => ({
    message: `${time} is in the future.`,
    hint: 'What happened is recorded when it has happened.',
  }),
  'time-out-of-order': ({ time, last }) => ({
    message: `The time ${time} is before the last event of the appeal (${last}).`,
    hint: 'See the course of the appeal with: liaison appeal trace NUMBER',
  }),
  'file-not-readable': ({ file, reason }) => ({ message: `${file} could not be read: ${reason}.` }),
  'file-not-writable': ({ file, why, reason }) => ({
    message: `${file} could not be written: ${whyUnwritten(why, reason)}.`,
    hint: 'A file that was there is as it was. Name another place with -o.',
  }),
  'output-folder-missing': ({ file, folder }) => ({
    message: `${file} cannot be written: there is no folder ${folder}. Nothing was done.`,
    hint: 'Make the folder, or name another one with -o.',
  }),
  'output-refused': ({ file, why }) => ({
    message: `${file} is not written over: it is ${
      {
        database: 'a database',
        beside: 'a name that SQLite gives to what lies beside a database',
        input: 'a file that this command reads',
        'not-a-file': 'not a plain file',
        'not-readable': 'a file that you may not read, so nobody can tell what would be lost',
        draft: 'a name the tool gives to what it is writing',
      }[why]
    }. Nothing was done.`,
    hint: 'Name a new file with -o, or leave out -o to see the result here.',
  }),
  'output-failed': ({ file, why, reason, changes }) => ({
    message: `What you asked for was done (${list(changes.map(({ command, operation }) => (operation === null ? command : `${command}, operation ${String(operation)}`)))}), but the result could not be written${
      file === null ? '' : ` to ${file}`
    }: ${whyUnwritten(why, reason)}.`,
    hint: 'Do not repeat the command: that would do it twice. See what is there with list or show.',
  }),
  'working-folder-gone': () => ({
    message: 'The folder you are in is no longer there.',
    hint: 'Go to a folder that is there, or name files and --db with their whole path.',
  }),
  'clock-behind': ({ now, newest }) => ({
    message: `The clock of this machine says ${now}, but something was recorded at ${newest} already. Nothing was written.`,
    hint: 'Set the clock right. If it is right, and the earlier one was wrong: add --clock-is-right',
  }),
  'time-too-early': ({ time, earliest }) => ({
    message: `${time} is before ${earliest}; no appeal is that old.`,
    hint: 'Check the year.',
  }),

  'file-not-found': ({ file }) => ({
    message: `There is no file ${file}.`,
    hint: 'Check the name and the folder.',
  }),
  'database-not-found': ({ path }) => ({
    message: `There is no database at ${path}.`,
    hint: 'Create one with: liaison init --name 德州市 --code DZ   (or name an existing one with --db)',
  }),
  'jurisdiction-not-found': ({ code, codes }) => ({
    message: `There is no jurisdiction “${code}”.`,
    hint: `There are: ${list(codes)}`,
  }),
  'unit-not-found': ({ name, suggestions }) => ({
    message: `No unit is known as “${name}”.${meant(suggestions)}`,
    hint: 'See all with: liaison unit list',
  }),
  'scheme-not-found': ({ code, codes }) => ({
    message: `There is no scheme “${code}”.`,
    hint: `There are: ${list(codes)}`,
  }),
  'volumes-not-found': ({ year, years }) => ({
    message: `There are no volumes for ${String(year)}.`,
    hint:
      years.length === 0
        ? `Import them with: liaison volume import FILE.csv --year ${String(year)}`
        : `There are volumes of: ${list(years)}`,
  }),
  'run-not-found': ({ number, numbers }) => ({
    message: `There is no run ${String(number)}.`,
    hint:
      numbers.length === 0
        ? 'Make one with: liaison tier classify --year YEAR'
        : `There are: ${list(numbers)}`,
  }),
  'run-none': ({ year }) => ({
    message: year === undefined ? 'There is no run yet.' : `There is no run for ${String(year)}.`,
    hint: `Make one with: liaison tier classify --year ${String(year ?? 'YEAR')}`,
  }),
  'run-unit-not-found': ({ unit, run }) => ({
    message: `${unit} is not in run ${String(run)}: it was added later.`,
    hint: 'Classify the year again: liaison tier classify --year YEAR',
  }),
  'desk-not-found': ({ unit }) => ({
    message: `${unit} has no desk yet.`,
    hint: `Set it with: liaison desk set ${quote(unit)} --name … --phones …`,
  }),
  'edition-not-found': ({ number, numbers }) => ({
    message: `There is no edition ${String(number)}.`,
    hint: numbers.length === 0 ? 'Publish one with: liaison roster publish' : `There are: ${list(numbers)}`,
  }),
  'desk-nobody': ({ wanted, suggestions }) => ({
    message: `No unit is responsible for “${wanted}”.${meant(suggestions)}`,
    hint: 'Try a unit, a word of its duties, a person or a phone; see all with: liaison desk list',
  }),
  'edition-none': () => ({
    message: 'No edition has been published yet.',
    hint: 'See the draft with: liaison roster preview',
  }),
  'appeal-not-found': ({ number }) => ({
    message: `There is no appeal ${number}.`,
    hint: 'See the queue with: liaison appeal list',
  }),

  'database-exists': ({ path }) => ({
    message: `There is a file at ${path} already; it was left as it is.`,
    hint: 'Use it as it is, or name another file with --db.',
  }),
  'name-in-use': ({ name, unit }) => ({
    message: `“${name}” is a name of ${unit} already.`,
    hint: 'A name leads to one unit only.',
  }),
  'code-in-use': ({ unitCode, unit }) => ({ message: `The code ${unitCode} belongs to ${unit} already.` }),
  'jurisdiction-taken': ({ name }) => ({
    message: `There is a jurisdiction “${name}” already.`,
    hint: 'See them with: liaison jurisdiction list',
  }),
  'parent-not-a-city': ({ parent }) => ({
    message: `Only a county can belong to another jurisdiction, and only to a city; not to ${parent}.`,
    hint: 'Add --level county for a county.',
  }),
  'scheme-invalid': ({ code }) => ({
    message: `The scheme ${code} is not valid. Nothing was written.`,
    hint: 'Bounds are written 1000+ (1000 included) or over:1000 (1000 not included), from the highest tier to the lowest.',
  }),
  'scheme-code-taken': ({ code, free }) => ({
    message: `There is a scheme ${code} already, and a scheme never changes: it is succeeded by another.`,
    hint: `Give it a code of its own: --code ${free}`,
  }),
  'scheme-year-too-early': ({ code, from, year }) => ({
    message: `The scheme ${code} applies from volume year ${String(from)}, not to ${String(year)}.`,
    hint: 'See the schemes with: liaison scheme list',
  }),
  'operation-not-found': ({ number, newest }) => ({
    message: `There is no operation ${String(number)}.`,
    hint: newest === 0 ? 'Nothing has been done yet.' : `The newest is ${String(newest)}: liaison log list`,
  }),
  'import-not-found': ({ number, numbers }) => ({
    message: `There is no import ${String(number)}.`,
    hint:
      numbers.length === 0 ? 'Nothing has been imported yet.' : 'See what there is with: liaison import list',
  }),
  'import-undone-already': ({ number, by }) => ({
    message: `Import ${String(number)} was undone before, by batch ${String(by)}.`,
  }),
  'undo-of-undo': ({ number, file }) => ({
    message: `Batch ${String(number)} is an undo itself.`,
    hint: `To have the data back, import the file again: ${file}`,
  }),
  'undo-not-recorded': ({ number }) => ({
    message: `Import ${String(number)} was made by an older version that did not keep what it changed.`,
    hint: 'Import the right file over it, or mend what is wrong with: liaison unit set, unit rename, desk set, volume set',
  }),
  'undo-blocked': ({ number }) => ({
    message: `Import ${String(number)} was not undone: later work depends on it. Nothing was written.`,
    hint: 'Undo the later imports first, the newest first: liaison import undo NUMBER',
  }),
  'operation-undone-already': ({ number, by }) => ({
    message: `Operation ${String(number)} was undone before, by operation ${String(by)}.`,
    hint: `To have it back: liaison undo ${String(by)}`,
  }),
  'operation-not-undoable': ({ number, command, instead }) => ({
    message: `Operation ${String(number)} (${command}) is not one that undo takes back.`,
    hint:
      instead === null
        ? `See what it did: liaison log show ${String(number)}`
        : `Set it right with: ${instead}`,
  }),
  'operation-not-recorded': ({ number, command }) => ({
    message: `Operation ${String(number)} (${command}) was done by an older version that did not keep what it changed; it cannot be undone.`,
    hint: 'Set right what is wrong with: liaison unit set, unit rename, desk set',
  }),
  'operation-changed-nothing': ({ number, command }) => ({
    message: `Operation ${String(number)} (${command}) changed nothing; there is nothing to undo.`,
    hint: 'See what was done: liaison log list',
  }),
  'operation-elsewhere': ({ number, jurisdiction }) => ({
    message: `Operation ${String(number)} was done in ${jurisdiction}.`,
    hint: `Undo it there: liaison undo ${String(number)} --in ${jurisdiction}`,
  }),
  'operation-undo-blocked': ({ number, command }) => ({
    message: `Operation ${String(number)} (${command}) was not undone: later work depends on it. Nothing was written.`,
    hint: 'Undo the later work first, the newest first: liaison undo NUMBER',
  }),
  'roster-unchanged': ({ number }) => ({
    message: `Nothing that the public copy prints has changed since edition ${String(number)}.`,
    hint: `What changed inside: liaison roster diff ${String(number)} --copy internal`,
  }),
  'edition-out-of-order': ({ on, number, last }) => ({
    message: `The day ${on} lies before edition ${String(number)}, which was published on ${last}.`,
    hint: 'Editions follow each other by number and by day.',
  }),
  'desk-day-too-early': ({ unit, on, since }) => ({
    message: `What is on record of the desk of ${unit} holds since ${since}; a change cannot hold from ${on}.`,
    hint: 'Leave --from away, or give a later day.',
  }),
  'edition-superseded-already': ({ number, by }) => ({
    message: `Edition ${String(number)} was superseded by edition ${String(by)} before.`,
    hint: `Supersede that one: --supersedes ${String(by)}`,
  }),
  'template-invalid': ({ file, missing, strange, sections, unknown, allowed }) => ({
    message: `${file} cannot be used as a template.`,
    lines: [
      ...missing.map((section) => `The section 【${section}】 is missing or empty.`),
      ...strange.map((section) => `Nothing is printed from a section 【${section}】.`),
      ...unknown.map((name) => `There is no value for {${name}}.`),
    ],
    hint:
      strange.length > 0 || allowed.length === 0
        ? `Sections: ${list(sections.map((name) => `【${name}】`))}`
        : `What is filled in: ${list(allowed.map((name) => `{${name}}`))}`,
  }),
  'run-adopted-already': ({ number }) => ({
    message: `Run ${String(number)} was adopted before; it is sealed.`,
    hint: 'A change needs a new run: liaison tier classify --year YEAR',
  }),
  'run-counts-missing': ({ number, units }) => ({
    message: `Run ${String(number)} has units without a count: ${list(units)}.`,
    hint: 'Import the missing counts and classify again, or adopt it as it is with --allow-missing.',
  }),
  'run-reason-missing': ({ number, inForce }) => ({
    message: `Run ${String(inForce)} is in force for that year; run ${String(number)} would supersede it.`,
    hint: 'Say why with --reason.',
  }),
  'override-outside': ({ unit, scheme }) => ({
    message: `${unit} stands outside the scheme ${scheme}, so no tier can be decided for it.`,
    hint: `Put it into the scheme first: liaison unit set ${quote(unit)} --in-scheme`,
  }),
  'override-none': ({ unit, run }) => ({
    message: `Run ${String(run)} holds no decision on ${unit}.`,
    hint: `See the run with: liaison tier list --run ${String(run)}`,
  }),
  'run-not-in-force': ({ year }) => ({
    message:
      year === undefined
        ? 'No run is in force, so it is not settled which tier each unit has.'
        : `No run is in force for ${String(year)}.`,
    hint: `liaison tier classify --year ${String(year ?? 'YEAR')}, then: liaison tier adopt RUN --document-no NO`,
  }),
  'roster-blocked': ({ findings, units }) => ({
    message: `The roster cannot be published: findings that block: ${String(findings.length)}, units: ${String(units.length)}.`,
    lines: someOf(findings).map(
      ({ unit, code, value, expected, other }) =>
        `${unit}: ${deskViews.findings[code as FindingCode](tierOr(value), tierOr(expected), other ?? '')}`,
    ),
    hint: 'Mend them: liaison desk check names the command for each. Or publish with gaps: add --with-gaps',
  }),
  'appeal-held-already': ({ number, unit }) => ({ message: `${unit} leads appeal ${number} already.` }),
  'appeal-circle': ({ number, unit, chain }) => ({
    message: `Refused: ${unit} has led appeal ${number} before, so it would go in a circle. So far:`,
    lines: chain.map(chainLine),
    hint: `Settle who leads with a ruling: liaison appeal rule ${number} --lead ${quote(unit)} --basis TEXT`,
  }),
  'appeal-unit-limit': ({ number, unit, limit, chain }) => ({
    message: `Refused: ${unit} would be more than the ${String(limit)} units that may lead appeal ${number}. So far:`,
    lines: chain.map(chainLine),
    hint: `Settle who leads with a ruling: liaison appeal rule ${number} --lead ${quote(unit)} --basis TEXT`,
  }),
  'appeal-bound-by-ruling': ({ number, unit, ruling }) => ({
    message: `Refused: ruling ${String(ruling)} binds ${unit} to lead appeal ${number}.`,
    hint: `Only another ruling changes that: liaison appeal rule ${number} --lead UNIT --basis TEXT`,
  }),
  'text-personal': ({ field }) => ({
    message: `“${field}” holds the citizen’s name or a phone, and would be kept for ever. Nothing was written.`,
    hint: 'Leave them out; they stand with the appeal.',
  }),
  'ruling-not-found': ({ number, there }) => ({
    message: `There is no ruling ${String(number)}.`,
    hint: there.length === 0 ? 'There is none yet: liaison ruling add' : `There are: ${list(someOf(there))}`,
  }),
  'ruling-there': ({ matter, ruling, lead }) => ({
    message: `Ruling ${String(ruling)} holds for “${matter}” already: ${lead} leads.`,
    hint: `To rule anew: liaison ruling supersede ${String(ruling)} --lead UNIT --basis TEXT`,
  }),
  'ruling-superseded-already': ({ number, by }) => ({
    message: `Ruling ${String(number)} was superseded by ruling ${String(by)} before.`,
    hint: `Supersede that one: liaison ruling supersede ${String(by)} --lead UNIT --basis TEXT`,
  }),
  'ruling-of-one-appeal': ({ number }) => ({
    message: `Ruling ${String(number)} was made for one appeal; it holds for no matter.`,
    hint: 'For a matter: liaison ruling add --matter MATTER --lead UNIT --basis TEXT',
  }),
  'study-not-found': ({ number, there }) => ({
    message: `There is no study ${String(number)}.`,
    hint: there.length === 0 ? 'There is none yet: liaison study add' : `There are: ${list(someOf(there))}`,
  }),
  'study-leader-missing': ({ unit, on, now }) => ({
    message:
      `Refused: no first responsible person of ${unit} is on record for ${on}, so nobody would answer for the decision by name.` +
      (now === null ? '' : ` ${now} is on record from a later day.`),
    hint: `Whoever is set answers from the day of setting: liaison unit set ${quote(unit)} --leader NAME --leader-title TITLE`,
  }),
  'study-until-early': ({ on, until }) => ({
    message: `The decision of ${on} cannot be carried out by ${until}: that is before the meeting.`,
    hint: 'Look at both days: --on, --until.',
  }),
  'study-closed-already': ({ number, on }) => ({
    message: `Study ${String(number)} is closed: its decision was carried out on ${on}.`,
    hint: `See it: liaison study show ${String(number)}. To take the closing back: liaison log list --noun study, then liaison undo OPERATION`,
  }),
  'study-close-early': ({ number, on, held }) => ({
    message: `The decision of study ${String(number)} was made on ${held}; it cannot have been carried out on ${on}.`,
    hint: 'Look at the day: --on.',
  }),
  'matter-unknown': ({ matter, suggestions }) => ({
    message: `“${matter}” is not on the list of matters.${meant(suggestions)}`,
    hint: 'See the list with: liaison matter list',
  }),
  'undo-of-calendar': ({ number }) => ({
    message: `Import ${String(number)} brought in a calendar. It cannot be undone: due days were counted by it.`,
    hint: 'Import the right notice of that year; it takes the place of this one.',
  }),
  'undo-of-matters': ({ number }) => ({
    message: `Import ${String(number)} is a whole list of matters; there is nothing to put back piece by piece.`,
    hint: 'Import the list before once more: liaison matter import FILE.csv',
  }),
  'matter-missing': ({ number }) => ({
    message: `Appeal ${number} has no matter, so the ruling can hold for none.`,
    hint: `Say it first: liaison appeal correct ${number} --matter MATTER`,
  }),
  'appeal-verb-refused': ({ number, verb, state, why, allowed }) => ({
    message: `Appeal ${number} ${cannot(verb)}: ${why === 'state' ? standing(state) : whyRefused[why]}.`,
    hint: `Allowed now: ${list(allowed)}`,
  }),
  'appeal-outcome-refused': ({ number, outcome, state, allowed }) => ({
    message: `Appeal ${number} is ${stateWord(state)} and cannot end as ${outcome}.`,
    hint:
      allowed.length === 0
        ? `Take it up again first: liaison appeal reopen ${number} --text WHY`
        : `Now it can end as: ${list(allowed)}`,
  }),
  'appeal-duplicate-of-none': ({ number }) => ({
    message: `Of which appeal is ${number} a duplicate?`,
    hint: `Link it first: liaison appeal link ${number} --duplicate-of NUMBER`,
  }),
  'appeal-linked-to-itself': ({ number }) => ({
    message: `Appeal ${number} cannot be linked to itself, nor be a duplicate of its own duplicate.`,
  }),
  'appeal-changed': ({ number, action, by, on, holder }) => ({
    message: `Appeal ${number} was changed meanwhile: ${actionWord(action)} by ${by} on ${on}; it is with ${holder ?? 'the transfer desk'} now. Nothing was written.`,
    hint: `Look at it and repeat the command if it still holds: liaison appeal trace ${number}`,
  }),
  'appeal-not-held': ({ number, expected, holder, by, on }) => ({
    message: `Appeal ${number} is not with ${expected} but with ${holder ?? 'the transfer desk'}; last changed by ${by} on ${on}. Nothing was written.`,
    hint: `Look at it: liaison appeal trace ${number}`,
  }),
  'appeal-nothing-corrected': ({ number }) => ({
    message: `Nothing of appeal ${number} would be other than it is.`,
    hint: 'Say what is to be set right, such as --phone 19900000001.',
  }),
  'recall-too-late': ({ number, unit, sent, until }) => ({
    message: `Appeal ${number} cannot be recalled from ${unit} any more: it was sent ${sent}, and the time for that ended ${until}.`,
    hint: 'The unit asks to return it, or it is settled by a ruling: liaison appeal return / rule',
  }),
  'return-too-late': ({ number, unit, sent, until, days, dayKind }) => ({
    message: `Refused: ${unit} was sent appeal ${number} on ${sent} and could ask to return it until ${until} (${dayKind === 'working' ? 'working days' : 'days'}: ${String(days)}).`,
    hint: `Settle who leads with a ruling: liaison appeal rule ${number} --lead UNIT --basis TEXT`,
  }),
  'extension-refused': ({ number, rules, why }) => ({
    message:
      why.kind === 'expired'
        ? `Refused: appeal ${number} was due on ${why.due}; an extension is asked for before that day is over.`
        : why.kind === 'too-often'
          ? `Refused: appeal ${number} has been extended as often as ${rules} allows: ${String(why.times)}.`
          : why.kind === 'too-long'
            ? `Refused: ${rules} allows ${String(why.days)} ${why.dayKind === 'working' ? 'working days' : 'days'} of extension in all; appeal ${number} has ${String(why.left)} left.`
            : `Refused: the deadline rules of appeal ${number}${rules === '' ? '' : ` (${rules})`} know no extension.`,
    hint: `liaison deadline explain ${number}`,
  }),
  'calendar-missing': ({ year }) => ({
    message: `There is no calendar for ${String(year)}: which of its days are working days is not known, and is not guessed.`,
    hint: 'Import the notice of that year: liaison calendar import FILE.csv (columns 日期, 类型, 名称)',
  }),
  'calendar-year-unclear': ({ file, years }) => ({
    message: `The days in ${file} are of several years: ${list(years)}.`,
    hint: 'Give each year a file of its own, or name the year with --year.',
  }),
  'deadline-not-found': ({ code, codes }) => ({
    message: `There are no deadline rules “${code}”. There are: ${list(codes)}.`,
    hint: 'liaison deadline list',
  }),
  'deadline-code-taken': ({ code }) => ({
    message: `The code ${code} means other deadline rules already; rules never change.`,
    hint: 'Give them a code of their own in the file.',
  }),
  'deadline-invalid': ({ file }) => ({
    message: `The deadline rules in ${file} are not valid. Nothing was written.`,
    hint: 'liaison deadline show shandong-2020 --json prints rules in the right form.',
  }),
  'deadline-none': ({ number }) => ({ message: `No deadline rules hold for appeal ${number}.` }),
  'appeal-purged': ({ number, on }) => ({
    message: `The personal data of appeal ${number} were removed on ${on}; they cannot be shown.`,
  }),
  'search-empty': () => ({
    message: 'There is nothing to look for.',
    hint: 'liaison appeal search 路灯, or liaison appeal search --phone 19900000001',
  }),
  'purge-day-too-late': ({ before }) => ({
    message: `${before} is in the future.`,
    hint: 'Name a day that has come: what will be closed by then is not known yet.',
  }),
  'move-unsound': ({ path, findings }) => ({
    message: `${path} is not as it was written; findings: ${String(findings)}. Nothing was carried over.`,
    hint: 'See what: liaison database check',
  }),
  'restore-unsound': ({ file, findings }) => ({
    message: `The backup ${file} is not as it was written; findings: ${String(findings)}. Nothing was restored.`,
    hint: `See what is wrong: liaison database check --db ${quote(file)}`,
  }),
  'assist-leads': ({ number, unit }) => ({
    message: `${unit} leads appeal ${number} and cannot assist itself.`,
    hint: `One of its offices can: --add ${unit}/OFFICE`,
  }),
  'assist-not-there': ({ number, unit }) => ({ message: `${unit} does not assist appeal ${number}.` }),
  'total-and-parts': ({ unit, total, parts }) => ({
    message: `${unit} would have a total of ${String(total)} beside parts that add up to ${String(parts)}.`,
    hint: 'Set the parts that are wrong; where parts are known no total is needed.',
  }),
  'unit-ended-before': ({ name, unit, until }) => ({
    message: `${name} is a name of ${unit}, which ended on ${until}. Whether it is the same unit must be said: an appeal that it has led would otherwise go in a circle.`,
    hint: 'It is the same: liaison unit add NAME --same. It is another: liaison unit add NAME --new',
  }),
  'unit-like': ({ name, unit, as }) => ({
    message: `“${name}” is ${readingWord(as)} of ${unit}.`,
    hint: 'If it is another body, add --new; else use the unit that is there.',
  }),
  'unit-retired': ({ unit, until, successors }) => ({
    message: `${unit} ended on ${until}.`,
    ...(successors.length === 0 ? {} : { hint: `It went into: ${list(successors)}` }),
  }),
  'unit-name-not-there': ({ unit, name, names }) => ({
    message: `${unit} has no further name “${name}”.`,
    hint:
      names.length === 0
        ? 'Its official name is changed with: liaison unit rename'
        : `It has: ${list(names)}. Its official name is changed with: liaison unit rename`,
  }),
  'appeal-linked-already': ({ number, other }) => ({
    message: `Appeal ${number} is linked to ${other} in this way already.`,
    hint: `To take it back: liaison appeal link ${number} --remove ${other}`,
  }),
  'appeal-duplicate-already': ({ number, original }) => ({
    message: `Appeal ${number} is a duplicate of ${original} already; a duplicate has one original.`,
    hint: `If that was a slip, take it back first: liaison appeal link ${number} --remove ${original}`,
  }),
  'appeal-not-linked': ({ number, other }) => ({
    message: `Appeal ${number} is not linked to ${other}.`,
    hint: `See its links: liaison appeal show ${number}`,
  }),
  'document-no-taken': ({ documentNo, number }) => ({
    message: `Edition ${String(number)} carries the document number ${documentNo}; no two editions carry one.`,
    hint: 'Give the number of this document with --document-no. Editions: liaison roster list',
  }),
  'appeal-voided': ({ number }) => ({
    message: `Appeal ${number} is void: the import it came in by was undone.`,
    hint: `See what became of it: liaison appeal trace ${number}`,
  }),
  'unit-after-itself': ({ unit }) => ({ message: `${unit} cannot stand after itself.` }),
  'unit-named-so': ({ unit }) => ({
    message: `${unit} is called so already.`,
    hint: `See its names and since when it has them: liaison unit show ${quote(unit)}`,
  }),
  'rename-too-early': ({ unit, on, since }) => ({
    message: `${unit} has its name since ${since}; a name that follows begins no earlier than that (${on} was said).`,
    hint: 'If that day was a slip, undo that rename first: liaison log list --noun unit',
  }),
  'unit-own-successor': ({ unit }) => ({ message: `${unit} cannot go into itself, nor be its own parent.` }),
  'unit-holds-appeals': ({ unit, numbers }) => ({
    message: `${unit} still leads open appeals: ${list(numbers)}.`,
    hint: 'Hand them over first (liaison appeal transfer NUMBER --to UNIT --reason reorganised), or merge the unit into another.',
  }),
  'external-number-twice': ({ externalNumber, number }) => ({
    message: `The number ${externalNumber} belongs to appeal ${number} already.`,
    hint: `liaison appeal show ${number}`,
  }),
  'ruling-lead-assists': ({ unit }) => ({ message: `${unit} cannot lead and assist at the same time.` }),
  conflict: ({ what }) => ({
    message: `Somebody else changed it meanwhile (${what}). Nothing was written.`,
    hint: 'Look again and repeat the command.',
  }),

  'database-locked': ({ path, seconds }) => ({
    message: `The database is busy: another process is writing to ${path}; waited ${String(seconds)} s.`,
    hint: 'Wait for it to end and repeat the command. LIAISON_WAIT sets how long to wait.',
  }),
  'database-contended': ({ path }) => ({
    message: `Others kept writing to ${path} what this command needed; nothing was written.`,
    hint: 'Repeat the command.',
  }),
  'server-address-invalid': ({ address, what }) => ({
    message: {
      address: `${address} is no address of a server.`,
      schema: `The schema in ${address} cannot be used: small letters, figures and _ make its name, and it is not one of the server's own.`,
      service: `No service file describes the service that ${address} names.`,
    }[what],
    hint: 'An address reads postgres://USER@HOST:5432/DATABASE?schema=liaison; the password comes from PGPASSWORD or ~/.pgpass.',
  }),
  'server-unreachable': ({ path, reason }) => ({
    message: `The server of ${path} does not answer: ${reason}.`,
    hint: 'Check that it runs, and host and port of the address given with --db or LIAISON_DB.',
  }),
  'server-refuses': ({ path, reason }) => ({
    message: `The server of ${path} refused the connection: ${reason}.`,
    hint: 'Check user and database of the address; the password comes from PGPASSWORD or ~/.pgpass.',
  }),
  'server-forbids': ({ path, reason }) => ({
    message: `The login used for ${path} has no right to do this: ${reason}.`,
    hint: 'Ask whoever administers the database for the role that the work needs.',
  }),
  'server-lost': ({ path }) => ({
    message: `The connection with the server of ${path} broke. What was not finished was taken back.`,
    hint: 'See with `liaison log list` whether the last command is there, and repeat it if not.',
  }),
  'actor-other': ({ as, login }) => ({
    message: `On a server whoever has logged in acts: ${login}, not ${as}.`,
    hint: 'Leave --as out, or connect with the login of the person who acts.',
  }),
  'server-only': ({ path, what }) => ({
    message:
      what === 'rights'
        ? `${path} is a file: whoever may read or write the file may do so with all of it.`
        : `${path} is a file: it keeps no record of what is read.`,
    hint: 'Rights and records of reading are those of a server; carry the database there with: liaison database move --to postgres://USER@HOST/DATABASE',
  }),
  'role-not-found': ({ role, path }) => ({
    message: `The server of ${path} has no role ${role}.`,
    hint: 'Whoever administers the server makes it: create role NAME login',
  }),
  'role-unbound': ({ role, path }) => ({
    message: `${role} owns ${path} or administers its server: no rights bind that role.`,
    hint: 'Give rights to a role that owns nothing, and keep the owner for upkeep.',
  }),
  'part-missing': ({ path }) => ({
    message: `${path} is laid out by jurisdiction, and this one came later: it has no place for its appeals yet. Nothing was written.`,
    hint: 'Whoever owns the database moves it into a new schema (liaison database move) and lays that out.',
  }),
  'server-unfit': ({ path, version, encoding }) => ({
    message: `The server of ${path} cannot hold a database of this tool: PostgreSQL ${version}, encoding ${encoding}.`,
    hint: 'PostgreSQL 14 or later and a database in UTF8 are needed.',
  }),
  'database-foreign': ({ path }) => ({
    message: `${path} is not a database of this tool; it was left as it is.`,
    hint: 'Check the name given with --db or LIAISON_DB.',
  }),
  'database-damaged': ({ path, reason }) => ({
    message: `The database ${path} is damaged: ${reason}.`,
    hint: 'Keep a copy of the file as it is, and go on with the latest backup.',
  }),
  'slips-none': ({ unit, overdue }) => ({
    message: overdue ? `Nothing that ${unit} leads is overdue.` : `${unit} leads no open appeal.`,
    hint: `What it leads: liaison appeal list --lead ${unit} --all`,
  }),
  'reminder-refused': ({ number, unit }) => ({
    message:
      unit === null
        ? `Appeal ${number} has not been assigned; there is no unit to remind.`
        : `Appeal ${number} is closed; ${unit} is not to be reminded of it.`,
    hint:
      unit === null
        ? `Assign it: liaison appeal transfer ${number} UNIT`
        : `Its course: liaison appeal show ${number}`,
  }),
  'issuers-missing': ({ option }) => ({
    message: `${option} sets the issuing bodies, and none are on record.`,
    hint: 'Record them: liaison jurisdiction set --issuer NAME; what was published before keeps its own.',
  }),
  'arrangement-not-in-format': ({ option, format }) => ({
    message: `${option} arranges the Word document; ${format} has no such thing.`,
    hint: 'Write the document: -o FILE.docx',
  }),
  'day-past': ({ option, day }) => ({
    message: `${option} ${day} is past.`,
    hint: 'Give today or a later day.',
  }),
  'numbers-unchanged': ({ number, before }) => ({
    message:
      before === null
        ? `Edition ${String(number)} is the first; no number was published before it.`
        : `Edition ${String(number)} changed no number that edition ${String(before)} published.`,
    hint: 'What else changed: liaison roster diff',
  }),
  'print-not-arranged': ({ edition, option }) => ({
    message: `Edition ${String(edition)} was published in a layout that has no ${option}; it is printed as it was.`,
    hint: 'Print it without; editions published from now on have it.',
  }),
  'layout-newer': ({ edition, layout, known }) => ({
    message: `Edition ${String(edition)} was published in layout ${String(layout)}; this tool knows up to ${String(known)}.`,
    hint: 'Use the newer version of the tool that published it.',
  }),
  'database-newer': ({ path, version, known }) => ({
    message: `The database ${path} has schema ${version}; this tool knows up to ${known}.`,
    hint: 'Use the newer version of the tool that wrote it.',
  }),
  'database-on-network': ({ path, system }) => ({
    message: `${path} lies on a network file system (${system}), where writing from two machines at once can destroy it.`,
    hint: 'Keep the database on a disk of this machine. Where several machines write, a PostgreSQL server is the place for it. If only this machine ever writes: --network-anyway',
  }),
  'field-unknown': ({ field, valid }) => ({
    message: `The result has no field “${field}”.`,
    hint: `Fields: ${valid.join(', ')}`,
  }),
  'config-invalid': ({ file, line, reason }) => ({
    message: `${file}${line === null ? '' : `:${String(line)}`} cannot be read: ${reason}.`,
    hint: 'A line reads: key = "value". Keys: db, in, lang, as (the last in your own folder alone).',
  }),
  'database-older': ({ path, version, known }) => ({
    message: `The database ${path} is of an older version (${version}; this one has ${known}).`,
    hint: 'The next command that uses it brings it up to date, and keeps what it was beside it: liaison status',
  }),
  'passphrase-wrong': ({ file }) => ({
    message: `The passphrase does not open ${file}.`,
    hint: 'Try it again; without it nobody can open the backup.',
  }),
  'passphrase-short': ({ file, least }) => ({
    message: `The first line of ${file} is too short for a passphrase.`,
    hint: `Write the passphrase into its first line, at least ${String(least)} signs.`,
  }),
  'backup-locked': ({ file }) => ({
    message: `${file} is locked by a passphrase.`,
    hint: 'Name a file with the passphrase in its first line: --passphrase-file FILE',
  }),
  'backup-folder-missing': ({ folder }) => ({
    message: `The folder ${folder} is not there.`,
    hint: 'Is the stick or disk connected? Otherwise make the folder first; the tool makes none, so that no backup lands on the wrong disk.',
  }),
  'system-too-old': ({ faults, there }) => ({
    message: `No engine for the database can be loaded on this system (${there}): ${faults
      .map(({ engine, reason }) => `${engine}: ${reason}`)
      .join('; ')}.`,
    hint: 'Needed: glibc 2.34 or newer for better-sqlite3, or a Node from 22.18 on with its own SQLite for node-sqlite. The package with its own Node has the latter.',
  }),
  'database-folder-missing': ({ path, folder }) => ({
    message: `The folder ${folder} of ${path} does not exist.`,
    hint: 'Create the folder first, or check the name of the file.',
  }),
  'database-altered': ({ path, findings }) => ({
    message: `${path} is not as the tool wrote it, so this cannot be shown; findings: ${String(findings)}.`,
    hint: 'See what is not as it was written: liaison database check. A backup is restored by: liaison database restore',
  }),
  'database-half-made': ({ path }) => ({
    message: `${path} was begun and never finished: there is nothing in it.`,
    hint: 'Make it again: liaison init --name NAME --code CODE',
  }),
  'database-read-only': ({ path }) => ({
    message: `The database ${path} can only be read.`,
    hint: 'Ask for the right to write the file and its folder.',
  }),
  'database-not-openable': ({ path, reason }) => ({
    message: `The database ${path} could not be opened: ${reason}.`,
    hint: 'Check the rights of the file and of its folder.',
  }),
  'disk-full': ({ path }) => ({
    message: `The disk of ${path} is full. Nothing was written.`,
    hint: 'Free some space and repeat the command.',
  }),

  interrupted: () => ({ message: 'Interrupted. Nothing was written.' }),
};

/** What every problem in a file says. */
export const problems: ProblemTexts = {
  'value-missing': ({ column }) => `“${column}” is empty.`,
  'value-not-allowed': ({ column, value, allowed }) =>
    `“${column}”: “${value}” is not known. Allowed: ${list(allowed)}. What a word means here is said with --map-value "${column}:WORD=MEANING".`,
  'count-not-a-number': ({ column, value }) => `“${column}”: “${value}” is not a count.`,
  'count-marked': ({ column, value }) =>
    `“${column}”: “${value}” has a mark beside the count. Put the mark into a column of its own, or take it away.`,
  'count-several': ({ column, value }) =>
    `“${column}”: “${value}” holds more than one number. Only one count can stand in a cell.`,
  'code-not-exact': ({ column, value }) =>
    `“${column}”: “${value}” was a code, and a spreadsheet has made a number of it. Format the column as text and type it again.`,
  'name-not-valid': ({ column, value }) => `“${column}”: “${value}” is not a name.`,
  'time-serial': ({ column, value }) =>
    `“${column}”: “${value}” is a number by which spreadsheets count days. Format the column as a date, save, and import again.`,
  'time-order': ({ column, value }) =>
    `“${column}”: “${value}” does not begin with the year. Say in which order its parts stand: --dates mdy (month first) or --dates dmy (day first).`,
  'day-too-early': ({ column, value }) =>
    `“${column}”: “${value}” is before 1990; programs write such days where there is none.`,
  'phone-zero-lost': ({ column, value }) =>
    `“${column}”: “${value}” lacks the 0 of its area code: a spreadsheet has made a number of it. Write it as 0${value.slice(0, 3)}-… and format the column as text.`,
  'count-day': ({ column, value }) =>
    `“${column}”: the cell is formatted as a date (${value}). Format it as a number, check what it is, and import again.`,
  'cell-truth': ({ column, value }) =>
    `“${column}”: the cell holds ${value} where a number or a date is expected.`,
  'count-scientific': ({ column, value }) =>
    `“${column}”: “${value}” is in scientific notation; digits were lost. Format the column as text or number and export again.`,
  'count-rounded': ({ column, value }) =>
    `“${column}”: “${value}” is rounded; the exact count is needed, or --allow-rounded takes it and marks it.`,
  'percentage-not-valid': ({ column, value }) =>
    `“${column}”: “${value}” is no printed figure. For example: 66.75, 66.75%, or — where there is no base.`,
  'line-not-figures': ({ value }) =>
    `“${value}” is no percentage and no sum. For example: direct 36516/54706 66.75%, or 36516+18190=54706.`,
  'count-negative': ({ column, value }) => `“${column}”: “${value}” is less than zero.`,
  'count-fraction': ({ column, value }) => `“${column}”: “${value}” is not a whole number.`,
  'count-too-large': ({ column, value }) => `“${column}”: “${value}” is too large to be a count.`,
  'year-not-valid': ({ column, value }) => `“${column}”: “${value}” is not a year.`,
  'day-not-valid': ({ column, value }) => `“${column}”: “${value}” is not a date. For example: 2022-01-18.`,
  'time-not-valid': ({ column, value }) =>
    `“${column}”: “${value}” is not a time. For example: 2022-02-07 09:30.`,
  'phone-not-valid': ({ column, value }) => `“${column}”: “${value}” does not read as a phone number.`,
  'phones-run-together': ({ column, value }) =>
    `“${column}”: “${value}” looks like two phone numbers run together. Put 、 between them.`,
  'text-destroyed': ({ column, value }) =>
    `“${column}”: “${value}” has lost its characters. Export the file again as CSV UTF-8.`,
  'text-too-long': ({ column, length, limit }) =>
    `“${column}” has ${String(length)} characters; at most ${String(limit)} are taken.`,
  'cell-not-computed': ({ column }) =>
    `“${column}”: the cell is computed, and its value is not stored. Open the file in Excel or WPS, save it, and import it again.`,
  'cell-error': ({ column, value }) =>
    `“${column}”: the cell shows the error ${value}. Correct its formula, or type the value.`,
  'cell-no-day': ({ column, value }) =>
    `“${column}”: the cell is formatted as a date, but its number is no date (${value}). Format it as a number and check it.`,
  'cell-day': ({ column, value }) =>
    `“${column}”: the cell holds the date ${value} where a text is expected: Excel may have made it out of what was typed. Format the cell as text and type it again.`,
  'cells-too-many': ({ expected, found }) =>
    `The row has ${String(found)} cells, the header ${String(expected)}. A comma inside a text needs quotes around the text.`,
  'quote-not-closed': () => 'A quotation mark does not pair with another one.',
  'cells-merged': ({ range }) =>
    `The cells ${range} are merged: only the first row has the value. Unmerge and fill them, or add --fill-down.`,
  'total-row-differs': ({ label, column, stated, sum }) =>
    `“${label}”: “${column}” says ${String(stated)}, but the rows above add up to ${String(sum)}.`,
  'unit-unknown': ({ name, suggestions }) =>
    `No unit is known as “${name}”.${meant(suggestions)} ` +
    (suggestions[0] === undefined
      ? 'If it is new, add it with: liaison unit add, or volume import --add-units.'
      : `If so: liaison unit alias ${quote(suggestions[0])} ${quote(name)}; if it is new: volume import --add-units.`),
  'unit-ambiguous': ({ name, matches }) => `“${name}” is the name of several units: ${list(matches)}.`,
  'code-and-name-differ': ({ unitCode, unit, name }) =>
    `The code ${unitCode} is ${unit}, but the name is “${name}”. Correct one of them, or add the alias.`,
  'desk-form-missing': ({ name }) =>
    `The desk of ${name} has no tier in this file, and no run in force gives one.`,
  'time-too-early': ({ earliest }) => `the time is before ${earliest}; no appeal is that old.`,
  'number-personal': ({ column }) =>
    `“${column}” holds a person’s name or phone: a number must not tell whose appeal it is.`,
  'times-not-in-order': ({ earlier, later }) =>
    earlier === 'now'
      ? `The time at which it was ${codeNames.lifeTime[later]} is in the future.`
      : `It was ${codeNames.lifeTime[later]} before it was ${codeNames.lifeTime[earlier]}.`,
  'history-gap': ({ unit, holder }) =>
    unit === null && holder === null
      ? `No unit had it then: it was at the ${codeNames.transferDesk}; --allow-gaps takes such lines in, marked.`
      : `It was not with ${unit ?? codeNames.transferDesk} then, but with ${holder ?? codeNames.transferDesk}; --allow-gaps takes such lines in, marked.`,
  'history-no-target': () => 'It was handed over, and the line does not say to which unit.',
  'appeal-not-known': ({ number }) =>
    `There is no appeal ${number}; import the appeals first (liaison appeal import FILE), or take it in with --add-missing.`,
  'life-without-unit': () =>
    'It was accepted, and the row does not say by which unit: map the column of the unit that leads it.',
  'status-behind-times': ({ state, reached }) =>
    `Its status says ${codeNames.state[state]}, its times ${codeNames.state[reached]}.`,
  'unit-twice': ({ name, first }) => `${name} appears a second time; first on ${where(first)}.`,
  'code-twice': ({ unitCode, first }) => `${unitCode} appears a second time; first on ${where(first)}.`,
  'bulletin-cell-unknown': ({ name, suggestions }) =>
    `There is no figure “${name}”; like it: ${suggestions.join(', ')}.`,
  'bulletin-cell-differs': ({ name, said, is }) => `“${name}” says ${said}; the figure is ${is}.`,
  'bulletin-other-way': ({ value }) => `“${value}” goes the other way in this period.`,
  'bulletin-brace-broken': () => 'A brace is not closed, or not opened: the figure in it cannot be told.',
  'bulletin-own-figure': ({ value }) => `“${value}” is no figure of this period.`,
  'name-twice': ({ name, first }) => `“${name}” appears a second time; first on ${where(first)}.`,
  'unit-like': ({ name, unit, as }) =>
    `“${name}” is ${readingWord(as)} of ${unit}. If it is the same, name it so in the file; if it is another body: liaison unit add ${quote(name)} --new`,
  'row-maybe-heading': ({ name }) =>
    `“${name}” stands alone in its row and may be the heading of a group. Take the row out; if it is a unit: liaison unit add ${quote(name)}`,
  'name-taken': ({ name, unit }) => `“${name}” is a name of ${unit} already.`,
  'volume-empty': ({ name }) => `${name} has no count in this row.`,
  'total-disagrees': ({ name, total, parts, recorded }) =>
    `${name}: the total is ${String(total)}, but its parts add up to ${String(parts)}` +
    (recorded[0] === undefined
      ? '.'
      : `, with what is on record (${list(recorded.map(({ channel, count }) => `${channelWord(channel)} ${String(count)}`))}). Correct the file, or what is on record: liaison volume set ${quote(name)} YEAR --channel ${recorded[0].channel} --count N --reason TEXT`),
  'undo-later-import': ({ number }) => `Import ${String(number)} built upon it.`,
  'undo-changed-since': ({ unit }) => `${unit} was changed by hand since.`,
  'undo-later-operation': ({ operation, command }) =>
    `Operation ${String(operation)} (${command}) built upon it: liaison undo ${String(operation)}`,
  'undo-run-adopted': ({ run }) => `Run ${String(run)} is adopted.`,
  'undo-later-run': ({ run }) => `Run ${String(run)} was made after it and keeps its decisions.`,
  'undo-ruling-superseded': ({ ruling, by }) =>
    `Ruling ${String(ruling)} is superseded by ruling ${String(by)}.`,
  'undo-ruling-followed': ({ ruling, numbers }) =>
    `Appeals were handed over by ruling ${String(ruling)}: ${list(numbers)}.`,
  'undo-ruling-there': ({ matter }) => `Another ruling for ${matter} holds by now.`,
  'undo-study-closed': ({ study }) => `Study ${String(study)} is closed by now.`,
  'undo-study-gone': ({ study }) => `Study ${String(study)} is undone, so it cannot be closed.`,
  'undo-rules-applied': ({ code, numbers }) =>
    `Appeals were taken in since that go by ${code}: ${list(numbers)}.`,
  'undo-name-taken': ({ name, units }) => `${name} is taken by now: ${list(units)}.`,
  'undo-unit-holds': ({ unit, numbers }) => `${unit} has open appeals: ${list(numbers)}.`,
  'undo-appeals-touched': ({ numbers }) => `Something was done on these appeals since: ${list(numbers)}.`,
  'undo-appeals-studied': ({ numbers }) =>
    `Studies are about appeals that it took in: ${list(numbers.map(String))}.`,
  'undo-appeals-corrected': ({ count }) =>
    `It set ${String(count)} appeals right that were there before; set these right again with: liaison appeal correct`,
  'undo-unit-in-use': ({
    unit,
    counts,
    desks,
    offices,
    subordinates,
    appeals,
    rulings,
    studies,
    editions,
    successions,
  }) =>
    `${unit} is in use; later work on it: ` +
    `${usesOf({ counts, desks, offices, 'subordinate units': subordinates, appeals, rulings, studies, 'roster entries': editions, 'units merged or split': successions })}.`,
  'unit-ended-before': ({ name, unit, until }) =>
    `${name} is a name of ${unit}, which ended on ${until}. If it is there again: liaison unit add ${quote(name)} --same; if it is another unit: liaison unit add ${quote(name)} --new`,
  'unit-ended': ({ name, until, successors }) =>
    `“${name}” ended on ${until}.` + (successors.length === 0 ? '' : ` It went into: ${list(successors)}.`),
  'bands-missing': () => 'There are no bands.',
  'band-empty': ({ tier }) => `${tierWord(tier)}: no number lies in this band.`,
  'band-twice': ({ tier }) => `${tierWord(tier)} is there twice.`,
  'bands-out-of-order': ({ tier, above }) =>
    `${tierWord(tier)} does not lie below ${tierWord(above)}: the higher tier needs the higher bound.`,
  'bands-overlap': ({ tier, above, from, to }) =>
    `${tierWord(tier)} and ${tierWord(above)} overlap: both have ${span(from, to)}.`,
  'bands-gap': ({ tier, above, from, to }) =>
    `Between ${tierWord(tier)} and ${tierWord(above)} is a gap: neither has ${span(from, to)}.`,
  'band-not-open': ({ tier, from }) =>
    `${tierWord(tier)}, the highest band, ends: ${String(from)} and more have no tier. Leave out its upper bound.`,
  'zero-missing': ({ tier, to }) =>
    `${tierWord(tier)}, the lowest band, does not reach down to zero: ${span(0, to)} have no tier.`,
  'category-not-covered': ({ category }) =>
    `${codeNames.category[category as keyof typeof codeNames.category]} has a tier of its own but is not covered by the scheme.`,
  'bound-not-valid': ({ value }) =>
    `${value} is not a bound. For example: "1000+" (1000 included), "over:1000" (1000 not included).`,
  'field-unknown': ({ field }) => `“${field}” is not known here. Is it misspelt?`,
  'day-in-future': ({ name, value }) => `${name}: the day ${value} is in the future.`,
  'field-missing': ({ field }) => `“${field}” is missing.`,
  'field-not-valid': ({ field, value, allowed }) =>
    `“${field}”: ${value} is not possible.` + (allowed.length === 0 ? '' : ` Allowed: ${list(allowed)}.`),
  'file-not-read': ({ code, details }) => {
    const describe = errors[code as ErrorCode] as (of: unknown) => ErrorText;
    const { message, hint = '' } = describe(details);
    return `${message} ${hint}`.trim();
  },
  'rules-case-missing': ({ kind, channel, priority }) =>
    `No case fits ${kind}, ${channel}, ${priority}. Let the last case be without conditions.`,
  'calendar-span-wrong': ({ from, until, longest }) =>
    until < from
      ? `The last day, ${until}, is before the first, ${from}.`
      : `${from} to ${until} is more than ${String(longest)} days; no holiday is that long.`,
  'calendar-day-twice': ({ day, first }) => `${day} is there twice; first in ${where(first)}.`,
  'calendar-day-as-usual': ({ day }) =>
    `${day} is not a weekend day; it is worked without a notice. Is the day right?`,
  'calendar-day-other-year': ({ day, year }) => `${day} does not belong to the notice of ${String(year)}.`,
  'years-differ': ({ year, asked }) => `The year here is ${String(year)}, but --year says ${String(asked)}.`,
};

function usesOf(uses: Readonly<Record<string, number>>): string {
  const there = Object.entries(uses).filter(([, count]) => count > 0);
  return there.map(([what, count]) => `${what} ${String(count)}`).join(', ');
}

/** A run of numbers in words: `51`, `51 to 99`, `51 and more`. */
function span(from: number, to: number | null): string {
  if (to === null) return `${String(from)} and more`;
  return from === to ? String(from) : `${String(from)} to ${String(to)}`;
}
