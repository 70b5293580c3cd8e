import type { RosterField, UnitDiff } from '../domain/roster-diff.ts';
import type { Tier } from '../domain/scheme.ts';

/** Words of official documents. They are made in Chinese, whatever the language of who makes them. */
export const official = {
  draft: '草稿',
  internal: '内部',
  annex: '附件',
  annexNote: (name: string) => `附件：${name}`,
  edition: (number: number) => `第 ${String(number)} 期`,
  gap: '（待补）',
  none: '无',
  noGroup: '其他单位',
  address: (address: string) => `地址：${address}`,
  /** The unit of a row that goes on from the page before. */
  continued: (unit: string) => `${unit}（续）`,
  takenOver: '承接单位及电话',
  nobody: '无承接单位',
  /** The mark beside the issuing bodies of a red head. */
  paper: '文件',
  copiesTo: (names: string) => `抄送：${names}。`,
  printedOn: (date: string) => `${date}印发`,
  placeFirst: '列首位',
  placeAfter: (unit: string) => `列${unit}之后`,
  contents: (names: string) => `${names}：`,
  rosterOf: (jurisdiction: string) => `${jurisdiction}群众工作联络名册`,
  changesToUnits: (units: number) =>
    `另有${String(units)}个单位仅人员等不对外公布的内容有变动，一并列出，不计入通知正文所称单位数。`,
  tier: { dedicated: '单独设立', attached: '加挂牌子', designated: '专人专岗' } satisfies Record<
    Tier,
    string
  > as Record<Tier, string>,
  public: {
    number: '序号',
    unit: '单位',
    desk: '机构（岗位）及牌子',
    duties: '职责',
    phones: '联系电话',
    hours: '值班时间',
    address: '办公地址',
    county: '县（市、区）',
  },
  inner: {
    firstResponsible: '第一责任人',
    persons: '责任人及联络人员',
    leaderInCharge: '分管负责人',
    head: '负责人',
    liaison: '联络员',
    mobile: '联络员手机',
    confirmedOn: '核实日期',
  },
  changes: { number: '序号', unit: '单位', kind: '变动', field: '项目', before: '原内容', after: '现内容' },
  kind: { new: '新增', gone: '撤销', changed: '变更' } satisfies Record<UnitDiff['kind'], string> as Record<
    UnitDiff['kind'],
    string
  >,
  field: {
    unit: '单位名称',
    desk: '机构（岗位）',
    tier: '设置类别',
    phones: '联系电话',
    firstResponsible: '第一责任人',
    leaderInCharge: '分管负责人',
    head: '负责人',
    liaison: '联络员',
    mobile: '联络员手机',
    confirmedOn: '核实日期',
    firstResponsiblePost: '第一责任人职务',
    leaderInChargePost: '分管负责人职务',
    headPost: '负责人职务',
    headPhone: '负责人电话',
    liaisonPost: '联络员岗位',
    group: '分组',
    place: '排列位置',
  } satisfies Record<RosterField, string> as Record<RosterField, string>,
  form: {
    title: '群众工作机构（岗位）信息采集表',
    tab: '采集表',
    intro: (unit: string, tier: string, requires: string) =>
      `${unit}的设置类别为：${tier}。${requires}请核对并补全黄色一栏后按原格式（.xlsx）发回；留空表示不变。`,
    due: (day: string) => `请于${day}前发回。`,
    requires: {
      dedicated: '应单独设立群众工作机构、加挂信访办公室牌子，并写明为此撤销的内设机构。',
      attached: '应在职责相近的内设机构加挂牌子，并写明该内设机构。',
      designated: '应明确专门部门、专门人员和专门岗位。',
    } satisfies Record<Tier, string> as Record<Tier, string>,
    labels: {
      unit: '单位名称',
      leaderInCharge: '分管负责人',
      leaderInChargePost: '分管负责人职务',
      head: '负责人',
      headPost: '负责人职务',
      headPhone: '负责人电话',
      liaison: '联络员',
      liaisonPost: '联络员岗位',
      mobile: '联络员手机',
      firstResponsible: '第一责任人',
      firstResponsiblePost: '第一责任人职务',
      filledBy: '填表人',
      reviewedBy: '审核人',
      seal: '单位（盖章）',
    },
    hints: {
      unit: '请勿改动',
      tier: '从列表中选择',
      sign: '如：信访办公室',
      hostOffice: '从列表中选择或填写',
      replacedOffice: '从列表中选择或填写',
      hours: '如：工作日8:30-12:00、13:30-17:30',
      phones: (area: string) => `可填多个，用“、”分开；可加说明，如：${area}-2310001（夜间）`,
      headPhone: (area: string) => `如：${area}-2310002`,
      address: '群众可以到访的地址',
      firstResponsible: '单位主要负责人；有变动的请填写',
      filledBy: '姓名及电话',
      seal: '打印后盖章，与电子版一并报送',
      noArea: '区号',
      establishedOn: '如：2022-01-18',
      mobile: '不对外公布',
      confirmedOn: '填表日期，如：2022-06-30',
    },
  },
  slip: {
    title: (jurisdiction: string) => `${jurisdiction}群众诉求转办单`,
    number: '诉求编号',
    external: '工单编号',
    received: '受理时间',
    due: '到期日',
    channel: '渠道',
    kind: '诉求性质',
    priority: '紧急程度',
    marks: (isUrgent: boolean, isRedone: boolean) =>
      [...(isUrgent ? ['紧急'] : []), ...(isRedone ? ['已重办三次以上'] : [])].join('、'),
    matter: '诉求事项',
    place: '地点',
    caller: '诉求人',
    phone: '联系方式',
    holder: '主办单位',
    phones: '联系电话',
    liaison: '联络员',
    assists: '协办单位',
    subject: '标题',
    secret: '保密要求',
    secretText: '本件保密，不得向无关人员透露。',
    text: '诉求内容',
    chain: '流转过程',
    opinion: '办理意见',
    handedOver: '移交人（签名）：',
    taken: '接收人（签名）：',
    day: '日期：\u3000\u3000\u3000年\u3000\u3000月\u3000\u3000日',
    transferDesk: '转办席',
    priorities: { normal: '一般', urgent: '紧急' },
    firstHop: '首次派单',
    why: (reason: string) => `事由：${reason}`,
    basis: (basis: string) => `依据：${basis}`,
    printedOn: (day: string) => `打印日期：${day}`,
    reminderTitle: (jurisdiction: string) => `${jurisdiction}群众诉求催办单`,
    standing: '办理时限',
    daysLeft: (days: number) =>
      days < 0
        ? `已逾期 ${String(-days)} 个工作日`
        : days === 0
          ? '今日到期'
          : `剩余 ${String(days)} 个工作日`,
    sent: '派单时间',
    accepted: '签收时间',
    notAccepted: '尚未签收',
    reminded: '已催办',
    times: (count: number) => `${String(count)} 次`,
    demand: '催办要求',
    demandText: (due: string | null) =>
      due === null
        ? '请抓紧办理，并将办理情况书面反馈。'
        : `该件到期日为 ${due}，请抓紧办理，并将办理情况书面反馈；需要延期的，请说明理由。`,
    feedback: '反馈意见',
    remindedBy: '催办人（签名）：',
    answeredBy: '承办人（签名）：',
    anonymous: '匿名',
    removed: (day: string) => `已于 ${day} 清除`,
    confidential: '本单含诉求人联系方式，请妥善保管，不得外传。',
    hop: (hop: number, from: string, to: string, sent: string, accepted: string | null) =>
      `${String(hop)}．${sent}\u3000${from} → ${to}${accepted === null ? '' : `，${accepted} 签收`}`,
    byRuling: (ruling: number) => `按第 ${String(ruling)} 号裁定`,
  },
  wall: {
    hours: (hours: string) => `值班时间：${hours}`,
    ownDuties: (units: number) => `另有${String(units)}个单位的职责与本类多数单位不同，以名册所列为准。`,
  },
  card: {
    from: (jurisdiction: string, edition: number, on: string) =>
      `${jurisdiction}群众工作联络名册第${String(edition)}期（${on}）`,
  },
  chart: {
    bound: (number: number) => `界限${String(number)}件`,
    scale:
      '纵轴为对数刻度，每一大格相差十倍；横线为设置类别的界限；办理量为 0 的不画出；名称过长的只写开头，全称见下表。',
    bands: '各档等宽画出，档内按办理量比例；档与档之间的长短不可直接相比。',
  },
  tierNotice: {
    title: (unit: string) => `关于确定${unit}群众工作机构设置类别的通知`,
    bundle: (year: number) => `${String(year)}年度归类通知`,
    volume: (year: number, volume: number, parts: readonly string[]) =>
      `${String(year)}年度，你单位承办群众诉求${String(volume)}件${parts.length === 0 ? '' : `（${parts.join('、')}）`}。`,
    part: (channel: string, count: number) => `${channel}${String(count)}件`,
    noCount: (year: number) => `${String(year)}年度，你单位没有登记的群众诉求办理量。`,
    byVolume: (band: string, tier: string) =>
      `按照设置标准，年办理量${band}的单位，设置类别为“${tier}”，你单位据此确定为“${tier}”。`,
    above: (number: number, isIncluded: boolean) =>
      isIncluded ? `${String(number)}件以上` : `超过${String(number)}件`,
    below: (number: number, isIncluded: boolean) =>
      isIncluded ? `${String(number)}件以下` : `不满${String(number)}件`,
    between: (above: string, below: string) => `${above}、${below}`,
    anyVolume: '不限',
    byCategory: (category: string, tier: string) =>
      `按照设置标准，${category}不论办理量，设置类别均为“${tier}”。`,
    byDecision: (documentNo: string, reason: string, tier: string) =>
      `按照${documentNo}（${reason}），设置类别确定为“${tier}”。`,
    onBound: (bound: number) => `办理量正好等于界限值${String(bound)}件，按设置标准归入本类。`,
    next: '请按上述要求落实机构（岗位）、人员和联系电话，填报《群众工作机构（岗位）信息采集表》。',
  },
  lists: {
    tiersTab: '设置类别',
    tiers: (jurisdiction: string, year: number) => `${jurisdiction}${String(year)}年度承办单位设置类别表`,
    overviewTab: '汇总',
    overview: '各辖区承办单位设置类别汇总表',
    unitsCounted: '单位：个',
    comparisonTab: '类别对照',
    comparison: (jurisdiction: string, first: number, second: number) =>
      first === second
        ? `${jurisdiction}${String(first)}年度承办单位设置类别对照表`
        : `${jurisdiction}${String(first)}年度与${String(second)}年度承办单位设置类别对照表`,
    volumesTab: '年办理量',
    volumes: (jurisdiction: string, year: number | undefined) =>
      `${jurisdiction}${year === undefined ? '' : `${String(year)}年度`}群众诉求办理量表`,
    desksTab: '机构岗位',
    desks: (jurisdiction: string) => `${jurisdiction}群众工作机构（岗位）一览表`,
    unitsTab: '承办单位',
    unitList: (jurisdiction: string) => `${jurisdiction}群众诉求承办单位名单`,
    appealsTab: '诉求清单',
    queue: (jurisdiction: string) => `${jurisdiction}转办席待办清单`,
    appeals: (jurisdiction: string, unit: string, isOverdue: boolean) =>
      `${unit === '' ? jurisdiction : unit}${isOverdue ? '逾期未办结' : ''}诉求清单`,
    until: (day: string) => `截至${day}`,
    count: (count: number) => `共 ${String(count)} 件。`,
    numbersTab: '号码变更',
    numbers: (jurisdiction: string) => `${jurisdiction}群众工作联络电话变更公告`,
    numbersLead: (on: string, before: string, edition: number, documentNo: string) =>
      `${before}公布的第${String(edition)}期联络名册（${documentNo}）所列下列单位的联系电话，自${on}起变更，“原号码”栏所列号码停止使用。`,
    numbersFoot: (edition: number, documentNo: string) =>
      `现行号码见第${String(edition)}期联络名册（${documentNo}）。`,
    units: (count: number) => `共 ${String(count)} 个单位。`,
    pieces: '单位：件',
    ofYear: (year: number) => `${String(year)}年度：`,
    scheme: (source: string) => `设置标准：${source}`,
    draftRun: (number: number) => `第${String(number)}号归类结果（未审定）`,
    adoptedRun: (number: number, documentNo: string, on: string) =>
      `第${String(number)}号归类结果（${documentNo}，${on}审定）`,
  },
  digest: (digest: string) => `摘要值：${digest}`,
  logHead: (hash: string) => `操作日志末端：${hash}`,
  blocked: (lines: number) => `尚有影响发布的问题 ${String(lines)} 处：`,
  group: '分组',
  filter: '筛选',
  filterHint: '输入单位、职责或电话',
  filterHintAll: '输入单位、县（市、区）、分组、职责、人员或电话',
  foundNobody: '没有符合条件的单位。',
  rosterTab: '联络名册',
  found: '显示',
  page: (page: string, pages: string) => `第 ${page} 页 共 ${pages} 页`,
};
