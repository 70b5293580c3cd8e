import type { Context } from '../../cli/context.ts';
import type { Grouping, PosterKind } from '../../domain/roster.ts';
import { getChangedNumbers } from '../../operations/roster/changed-numbers.ts';
import { getRosterCopy } from '../../operations/privacy/roster-copy.ts';
import { noticeOf } from '../../operations/roster/write-notice.ts';
import { tablesOf } from '../../output/view.ts';
import { changedNumbersFacts } from '../../output/lists/list-heads.ts';
import { changedNumbersView } from '../../output/roster/roster-view.ts';
import type { PosterFacts } from '../../output/roster/posters/poster.ts';
import type { WallPaper } from '../../output/roster/posters/wall.ts';
import { listDocuments } from '../list-documents.ts';

/** Which paper of an edition is printed beside the edition itself, and how. */
export interface PosterTerms {
  readonly number: number | undefined;
  readonly kind: PosterKind;
  readonly by: Grouping;
  readonly paper: WallPaper;
}

/** Prints a sheet for the wall, cards, door plates, or the notice of changed numbers. */
export async function printPoster(context: Context, terms: PosterTerms): Promise<void> {
  if (terms.kind === 'numbers') return printNumbers(context, terms.number);
  const { number, kind, by, paper } = terms;
  const session = await context.session('roster print');
  const copy = await getRosterCopy(session, { number, copy: 'public', reason: undefined });
  const { edition, entries } = copy;
  const notice = noticeOf(edition);
  const facts: PosterFacts = { jurisdiction: notice.jurisdiction, notice, edition, by, entries };
  const say = context.text.views.roster;
  const head = { edition: edition.number, layout: kind, entries: entries.length };
  if (kind === 'wall') {
    const { makeWallSheet, writeWallDocx, writeWallPage } = await import('../../output/documents.ts');
    const sheet = makeWallSheet(facts, paper);
    const pages = sheet.pages.length;
    await context.print({
      json: { ...head, paper, pages, phoneSize: sheet.phoneSize },
      view: [{ kind: 'lines', lines: [say.wall(paper.toUpperCase(), pages, sheet.phoneSize), say.writeIt] }],
      isPaper: true,
      documents: {
        html: () => writeWallPage(sheet),
        docx: () => writeWallDocx(sheet, edition.publishedOn),
      },
    });
    if (context.options.output !== undefined)
      context.say(say.wall(paper.toUpperCase(), pages, sheet.phoneSize));
    return;
  }
  const { makeCards, makePlates, writePosterDocx, writePosterPage } =
    await import('../../output/documents.ts');
  const sheet = kind === 'cards' ? makeCards(facts) : makePlates(facts);
  const pages = Math.ceil(sheet.posters.length / (sheet.across * sheet.down));
  await context.print({
    json: { ...head, pages },
    view: [{ kind: 'lines', lines: [say.posters(sheet.posters.length, pages), say.writeIt] }],
    isPaper: true,
    documents: { html: () => writePosterPage(sheet), docx: () => writePosterDocx(sheet) },
  });
}

async function printNumbers(context: Context, number: number | undefined): Promise<void> {
  const { store, jurisdiction } = await context.session('roster print');
  const numbers = await getChangedNumbers(store.db, jurisdiction, number);
  const { edition, before, changes } = numbers;
  await context.print({
    json: {
      edition: edition.number,
      layout: 'numbers',
      since: before.number,
      from: edition.publishedOn,
      changes,
    },
    view: changedNumbersView(numbers, context.text),
    documents: listDocuments({
      view: (zh) => tablesOf(changedNumbersView(numbers, zh)),
      facts: changedNumbersFacts(noticeOf(edition).jurisdiction, numbers),
    }),
  });
}
