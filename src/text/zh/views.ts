import type { Texts } from '../shape.ts';
import { calendarViews } from './calendar.ts';
import { checkViews, databaseViews } from './database.ts';
import { exportViews } from './export.ts';
import { checkupViews, configViews } from './checkup.ts';
import { timesViews, appealViews } from './appeal.ts';
import { deadlineViews } from './deadline.ts';
import { deskViews } from './desk.ts';
import { importViews } from './import.ts';
import { initViews, jurisdictionViews } from './jurisdiction.ts';
import { matterViews } from './matter.ts';
import { officeViews } from './office.ts';
import { logViews } from './log.ts';
import { undoViews } from './undo.ts';
import { privacyViews } from './privacy.ts';
import { bulletinViews } from './bulletin.ts';
import { figureViews } from './figures.ts';
import { verifyViews } from './verify.ts';
import { reportViews } from './report.ts';
import { openReportViews } from './report-open.ts';
import { overviewReportViews } from './report-overview.ts';
import { reportYearViews } from './report-year.ts';
import { rosterViews } from './roster.ts';
import { rulingViews } from './ruling.ts';
import { schemeViews } from './scheme.ts';
import { searchViews } from './search.ts';
import { statusViews, annualViews } from './overview.ts';
import { studyViews } from './study.ts';
import { tierViews } from './tier.ts';
import { unitViews } from './unit.ts';
import { volumeViews } from './volume.ts';

export const views: Texts['views'] = {
  status: statusViews,
  annual: annualViews,
  init: initViews,
  jurisdiction: jurisdictionViews,
  unit: unitViews,
  volume: volumeViews,
  import: importViews,
  scheme: schemeViews,
  tier: tierViews,
  desk: deskViews,
  office: officeViews,
  bulletin: bulletinViews,
  figures: figureViews,
  report: reportViews,
  verify: verifyViews,
  openReport: openReportViews,
  overviewReport: overviewReportViews,
  reportYear: reportYearViews,
  roster: rosterViews,
  deadline: deadlineViews,
  calendar: calendarViews,
  times: timesViews,
  log: logViews,
  undo: undoViews,
  privacy: privacyViews,
  search: searchViews,
  check: checkViews,
  matter: matterViews,
  ruling: rulingViews,
  study: studyViews,
  appeal: appealViews,
  database: databaseViews,
  export: exportViews,
  checkup: checkupViews,
  config: configViews,
};
