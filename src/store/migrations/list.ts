import type { Migration } from 'kysely/migration';
import { up as mainJob } from './0001-main-job.ts';
import { up as undoAndSuccession } from './0002-undo-and-succession.ts';
import { up as schemesInUseAndOffices } from './0003-schemes-in-use-and-offices.ts';
import { up as editionsAndForms } from './0004-editions-and-forms.ts';
import { up as courseOfAppeals } from './0005-course-of-appeals.ts';
import { up as clocksSearchAndSeals } from './0006-clocks-search-and-seals.ts';
import { up as spans } from './0007-spans.ts';
import { up as editionLayouts } from './0008-edition-layouts.ts';
import { up as tabs } from './0009-tabs.ts';
import { up as operationChanges } from './0010-operation-changes.ts';
import { up as deskAddress } from './0011-desk-address.ts';
import { up as lists } from './0012-lists.ts';
import { up as usualUnits } from './0013-usual-units.ts';
import { up as studies } from './0014-studies.ts';
import { up as reportFacts } from './0015-report-facts.ts';
import { up as bulletins } from './0016-bulletins.ts';

/** Every migration by its name. They are frozen: a change of the schema is a new one. */
export const migrations: Readonly<Record<string, Migration>> = {
  '0001-main-job': { up: mainJob },
  '0002-undo-and-succession': { up: undoAndSuccession },
  '0003-schemes-in-use-and-offices': { up: schemesInUseAndOffices },
  '0004-editions-and-forms': { up: editionsAndForms },
  '0005-course-of-appeals': { up: courseOfAppeals },
  '0006-clocks-search-and-seals': { up: clocksSearchAndSeals },
  '0007-spans': { up: spans },
  '0008-edition-layouts': { up: editionLayouts },
  '0009-tabs': { up: tabs },
  '0010-operation-changes': { up: operationChanges },
  '0011-desk-address': { up: deskAddress },
  '0012-lists': { up: lists },
  '0013-usual-units': { up: usualUnits },
  '0014-studies': { up: studies },
  '0015-report-facts': { up: reportFacts },
  '0016-bulletins': { up: bulletins },
};
