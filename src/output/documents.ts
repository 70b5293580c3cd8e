// What making documents takes, as one piece that is loaded when one is asked for: loading many small ones costs more than their code, and
// what several of them share would stand in files of its own that every start has to read. Libraries come in where a form needs them.
export { writeDeskForm } from './desk-form.ts';
export { writeListDocx } from './lists/list-docx.ts';
export { writeListPage } from './lists/list-page.ts';
export { makeListPaper } from './lists/list-paper.ts';
export { writeListWorkbook } from './lists/list-workbook.ts';
export { writeWorkbook } from './papers/workbook.ts';
export { writeBandSvg } from './charts/band-svg.ts';
export { writeBulletinDocx } from './report/bulletin-docx.ts';
export {
  bulletinReport,
  bulletinText,
  writeBulletinAnnexes,
  writeReportRows,
} from './report/bulletin-report.ts';
export { writeOverviewPage } from './report/overview-page.ts';
export { writeReportDocx } from './report/report-docx.ts';
export { writeReportPage } from './report/report-page.ts';
export { writeReportWorkbook } from './report/report-workbook.ts';
export { writeYearDocx } from './report/year-docx.ts';
export { writeYearWorkbook } from './report/year-workbook.ts';
export { writeRosterDocx } from './roster/docx.ts';
export { writeFirst } from './roster/first-layouts/layouts.ts';
export { listingView } from './roster/listing.ts';
export { writeRosterPage } from './roster/page.ts';
export { makePaper } from './roster/paper.ts';
export { makeCards, makePlates, writePosterDocx, writePosterPage } from './roster/posters/cards.ts';
export { writeWallDocx } from './roster/posters/wall-docx.ts';
export { writeWallPage } from './roster/posters/wall-page.ts';
export { makeWallSheet } from './roster/posters/wall.ts';
export { writeContacts } from './roster/vcard.ts';
export { writeRosterWorkbook } from './roster/workbook.ts';
export { makeReminder, makeSlip } from './slip/document.ts';
export { writeSlipDocx } from './slip/docx.ts';
export { writeSlipPage } from './slip/page.ts';
export { makeTierNotice, writeTierNotices } from './tier-notice.ts';
