import type { Texts } from '../shape.ts';
import { n } from '../numbers.ts';

export const undoViews: Texts['views']['undo'] = {
  title: (number, command, by, at) => `撤销第 ${n(number)} 号操作：${command}（${by}，${at}）`,
  back: (numbers) => `退回原处的诉求：${numbers}`,
  stay: (numbers) => `此后已有办理、留在现处的诉求：${numbers}`,
  runsStay: (runs) => `此后所作第 ${runs} 号归类结果已封存，不受影响`,
  editionsStay: (editions) => `此后发布的第 ${editions} 期名册不受影响`,
  importsLook: (imports) => `此后导入的件数可能是按这些名称计入的，请核对：第 ${imports} 批导入`,
  runGone: (run) => `第 ${n(run)} 号归类草案不再有效。`,
  runAgain: (run) => `第 ${n(run)} 号归类草案恢复。`,
  rulingGone: (ruling) => `第 ${n(ruling)} 号裁定不再有效。`,
  rulingAgain: (ruling) => `第 ${n(ruling)} 号裁定恢复有效。`,
  studyGone: (study) => `第 ${n(study)} 号专题研究撤销登记。`,
  studyAgain: (study) => `第 ${n(study)} 号专题研究恢复登记。`,
  studyOpenAgain: (study) => `第 ${n(study)} 号专题研究恢复为待落实。`,
  studyClosedAgain: (study) => `第 ${n(study)} 号专题研究恢复为已落实。`,
  schemeGone: (code, from) => `设置标准 ${code} 自 ${n(from)} 年度起的使用取消。`,
  schemeAgain: (code, from) => `设置标准 ${code} 自 ${n(from)} 年度起恢复使用。`,
  rulesGone: (code, from) => `办理时限规定 ${code} 自 ${from} 起的使用取消。`,
  rulesAgain: (code, from) => `办理时限规定 ${code} 自 ${from} 起恢复使用。`,
  confirm: (number) => `确认撤销第 ${n(number)} 号操作？`,
  done: (number, operation) =>
    `第 ${n(number)} 号操作已撤销，记为第 ${n(operation)} 号操作；该撤销也可再撤销。`,
};
