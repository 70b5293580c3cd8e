import type { NounName } from '../text/shape.ts';
import type { Declare } from './declare.ts';
import { verbs as status } from './status/verbs.ts';
import { verbs as menu } from './menu/verbs.ts';
import { verbs as annual } from './annual/verbs.ts';
import { verbs as init } from './init/verbs.ts';
import { verbs as jurisdiction } from './jurisdiction/verbs.ts';
import { verbs as unit } from './unit/verbs.ts';
import { verbs as volume } from './volume/verbs.ts';
import { verbs as scheme } from './scheme/verbs.ts';
import { verbs as tier } from './tier/verbs.ts';
import { verbs as office } from './office/verbs.ts';
import { verbs as desk } from './desk/verbs.ts';
import { verbs as roster } from './roster/verbs.ts';
import { verbs as appeal } from './appeal/verbs.ts';
import { verbs as report } from './report/verbs.ts';
import { verbs as matter } from './matter/verbs.ts';
import { verbs as ruling } from './ruling/verbs.ts';
import { verbs as study } from './study/verbs.ts';
import { verbs as deadline } from './deadline/verbs.ts';
import { verbs as calendar } from './calendar/verbs.ts';
import { verbs as imports } from './import/verbs.ts';
import { verbs as log } from './log/verbs.ts';
import { verbs as undo } from './undo/verbs.ts';
import { verbs as privacy } from './privacy/verbs.ts';
import { verbs as database } from './database/verbs.ts';
import { verbs as doctor } from './doctor/verbs.ts';
import { verbs as config } from './config/verbs.ts';
import { verbs as completion } from './completion/verbs.ts';

/** The verbs of every noun; loaded when one of them is named. */
export const commands: Readonly<Record<NounName, readonly Declare[]>> = {
  status,
  menu,
  init,
  annual,
  jurisdiction,
  unit,
  volume,
  scheme,
  tier,
  office,
  desk,
  roster,
  appeal,
  report,
  matter,
  ruling,
  study,
  deadline,
  calendar,
  import: imports,
  log,
  undo,
  privacy,
  database,
  doctor,
  config,
  completion,
};
