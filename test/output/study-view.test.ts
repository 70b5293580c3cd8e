import { Chalk } from 'chalk';
import { describe, expect, it } from 'vitest';
import type { StudyFacts } from '../../src/output/study-view.ts';
import { studyListView, studyView } from '../../src/output/study-view.ts';
import { writeTerminal } from '../../src/output/terminal.ts';
import type { View } from '../../src/output/view.ts';
import { en } from '../../src/text/en.ts';
import { zh } from '../../src/text/zh.ts';

const draw = (view: View): string =>
  writeTerminal(view, { width: 160, chalk: new Chalk({ level: 0 }), isUtf8: true });

const study = {
  number: 1,
  on: '2022-04-01',
  matter: '路灯照明',
  decision: '更换线路',
  until: '2022-04-30',
  leader: { name: '何某', title: '局长' },
  by: '王芳',
  closedOn: null,
  closing: null,
};
const open: StudyFacts = {
  study,
  unit: { code: 'DZ-012', name: '市城市管理局' },
  heir: null,
  appeals: [
    { number: '2022-000001', state: 'closed', outcome: 'solved' },
    { number: '2022-000007', state: 'sent', outcome: null },
  ],
  isLate: false,
};
const late: StudyFacts = {
  ...open,
  study: { ...study, number: 2, leader: { name: '金某', title: null } },
  appeals: [],
  isLate: true,
};
const closed: StudyFacts = {
  ...open,
  study: { ...study, number: 3, closedOn: '2022-04-20', closing: { result: '已更换', by: '李强' } },
  heir: { name: '市综合执法局' },
};

describe('a study', () => {
  it('is shown with who answers for it, and its appeals', () => {
    expect(draw(studyView(open, en))).toMatchInlineSnapshot(`
      "Study 1

      unit            市城市管理局
      held on         2022-04-01
      matter          路灯照明
      decision        更换线路
      until           2022-04-30
      answers for it  何某 (局长)
      state           open
      recorded by     王芳

      appeals      state   outcome
      ───────────  ──────  ───────
      2022-000001  closed  solved
      2022-000007  sent
      "
    `);
    expect(draw(studyView(closed, zh))).toMatchInlineSnapshot(`
      "第 3 号专题研究

      单位        市城市管理局（已并入市综合执法局）
      会议日期    2022-04-01
      事项        路灯照明
      议定事项    更换线路
      落实期限    2022-04-30
      第一责任人  何某（局长）
      状态        2022-04-20 已落实
      落实情况    已更换
      登记人      王芳
      销号人      李强

      涉及诉求     状态    办理结果
      ───────────  ──────  ────────
      2022-000001  已办结  已解决
      2022-000007  已派单
      "
    `);
    expect(draw(studyView(late, zh))).toMatchInlineSnapshot(`
      "第 2 号专题研究

      单位        市城市管理局
      会议日期    2022-04-01
      事项        路灯照明
      议定事项    更换线路
      落实期限    2022-04-30
      第一责任人  金某
      状态        逾期未落实
      登记人      王芳
      涉及诉求    —
      "
    `);
  });

  it('is listed with the others, so many at most', () => {
    expect(draw(studyListView([open, late, closed], en))).toMatchInlineSnapshot(`
      "Studies

      no  unit                                   held on     matter    appeals                   decision  until       answers for it  state
      ──  ─────────────────────────────────────  ──────────  ────────  ────────────────────────  ────────  ──────────  ──────────────  ──────────────────────
       1  市城市管理局                           2022-04-01  路灯照明  2022-000001, 2022-000007  更换线路  2022-04-30  何某 (局长)     open
       2  市城市管理局                           2022-04-01  路灯照明                            更换线路  2022-04-30  金某            late
       3  市城市管理局 (went into 市综合执法局)  2022-04-01  路灯照明  2022-000001, 2022-000007  更换线路  2022-04-30  何某 (局长)     carried out 2022-04-20
      "
    `);
    expect(draw(studyListView([open, late, closed], zh, 2))).toMatchInlineSnapshot(`
      "专题研究

      共 3 次，列出前 2 次；更多请加 --limit

      号  单位          会议日期    事项      涉及诉求                  议定事项  落实期限    第一责任人    状态
      ──  ────────────  ──────────  ────────  ────────────────────────  ────────  ──────────  ────────────  ──────────
       1  市城市管理局  2022-04-01  路灯照明  2022-000001，2022-000007  更换线路  2022-04-30  何某（局长）  待落实
       2  市城市管理局  2022-04-01  路灯照明                            更换线路  2022-04-30  金某          逾期未落实
      "
    `);
  });
});
