/** A body by its official names, the usual one first, and what else people call it. */
interface UsualNames {
  readonly official: readonly string[];
  /** Short forms in daily use. */
  readonly short?: readonly string[];
  /** Names from before the reforms of institutions, by which older files and people still call it. */
  readonly former?: readonly string[];
}

/**
 * Usual short and earlier names of the bodies of a city or county, without the city in front. The official names and what went into them
 * follow the plans for the reform of party and state institutions of 2018 and 2023 (深化党和国家机构改革方案, 党和国家机构改革方案) as
 * cities and counties carried them out; short forms are those that offices use in notices. A word that means two bodies stands under both.
 */
const usualNames: readonly UsualNames[] = [
  // Party and those beside it.
  { official: ['纪律检查委员会监察委员会', '纪委监委机关', '纪委监委'], short: ['纪委监委', '纪委', '监委', '纪检委'], former: ['监察局'] },
  { official: ['委组织部', '组织部'], short: ['组织部'] },
  { official: ['委宣传部', '宣传部'], short: ['宣传部'] },
  { official: ['委统一战线工作部', '委统战部', '统战部'], short: ['统战部'] },
  { official: ['委政法委员会', '政法委员会'], short: ['政法委'] },
  { official: ['委机构编制委员会办公室', '机构编制委员会办公室'], short: ['编办', '委编办', '编委办'] },
  { official: ['委网络安全和信息化委员会办公室', '网络安全和信息化委员会办公室', '互联网信息办公室'], short: ['网信办', '委网信办'] },
  { official: ['委社会工作部', '社会工作部'], short: ['社工部', '委社工部'] },
  { official: ['委老干部局', '老干部局'], short: ['老干局', '老干部局'] },
  { official: ['委巡察工作领导小组办公室', '委巡察办'], short: ['巡察办', '委巡察办'] },
  { official: ['委台湾工作办公室', '台湾工作办公室'], short: ['台办', '委台办'] },
  { official: ['人民代表大会常务委员会办公室', '人大常委会办公室', '人民代表大会常务委员会'], short: ['人大办', '人大', '人大常委会', '人大常委会办'] },
  { official: ['中国人民政治协商会议委员会办公室', '政协办公室', '政协委员会办公室'], short: ['政协', '政协办'] },
  { official: ['人民政府办公室', '人民政府办公厅', '政府办公室'], short: ['政府办', '政府办公室', '府办'] },
  { official: ['总工会'], short: ['工会'] },
  { official: ['共青团委员会', '共产主义青年团委员会', '中国共产主义青年团委员会', '团委'], short: ['团委', '共青团'] },
  { official: ['妇女联合会'], short: ['妇联'] },
  { official: ['科学技术协会'], short: ['科协'] },
  { official: ['残疾人联合会'], short: ['残联'] },
  { official: ['文学艺术界联合会'], short: ['文联'] },
  { official: ['归国华侨联合会'], short: ['侨联'] },
  { official: ['工商业联合会'], short: ['工商联'] },
  { official: ['社会科学界联合会', '社会科学联合会'], short: ['社科联'] },
  { official: ['红十字会'], short: ['红会'] },
  { official: ['供销合作社联合社', '供销合作社', '供销合作联社'], short: ['供销社', '供销联社'] },
  { official: ['中级人民法院', '人民法院'], short: ['法院', '中院', '中级法院'] },
  { official: ['人民检察院'], short: ['检察院'] },
  // Government.
  { official: ['发展和改革委员会', '发展和改革局'], short: ['发改委', '发改局', '发展改革委', '发展改革局', '发展和改革委'], former: ['计委', '计划委员会', '发展计划委员会'] },
  { official: ['教育局', '教育和体育局', '教育体育局', '教育委员会'], short: ['教育局', '教体局', '教委'] },
  { official: ['教育和体育局', '教育体育局'], short: ['教体局'], former: ['教育局'] },
  { official: ['科学技术局', '科技局'], short: ['科技局'], former: ['科委'] },
  { official: ['工业和信息化局', '经济和信息化局', '工业和信息化委员会', '经济和信息化委员会'], short: ['工信局', '经信局', '工信委', '经信委'], former: ['经委'] },
  { official: ['民族宗教事务局', '民族和宗教事务局', '民族宗教事务委员会', '民族宗教局'], short: ['民宗局', '民宗委'], former: ['宗教局'] },
  { official: ['公安局'], short: ['公安'] },
  { official: ['民政局'], short: ['民政'] },
  { official: ['司法局'], short: ['司法'], former: ['法制办', '政府法制办公室', '法制办公室', '法制局'] },
  { official: ['财政局'], short: ['财政'] },
  { official: ['人力资源和社会保障局', '人力资源社会保障局'], short: ['人社局', '人社', '人力社保局', '人力资源局'], former: ['劳动局', '人事局', '劳动和社会保障局', '劳动保障局', '劳动人事局'] },
  { official: ['自然资源和规划局', '自然资源局', '规划和自然资源局'], short: ['资规局', '自规局', '自然资源局', '规资局', '自资局', '自然资源规划局'], former: ['国土局', '国土资源局', '土地局', '国土资源和规划局'] },
  { official: ['自然资源和规划局', '规划和自然资源局'], former: ['规划局', '城乡规划局', '城市规划局'] },
  { official: ['生态环境局'], short: ['环境局', '生态局'], former: ['环保局', '环境保护局'] },
  { official: ['住房和城乡建设局', '住房城乡建设局', '住房和城乡建设委员会'], short: ['住建局', '住建委', '住建'], former: ['建设局', '建委', '建设委员会', '城乡建设局', '规划建设局', '城建局'] },
  { official: ['住房和城乡规划建设局', '住房城乡规划建设局'], short: ['住建局', '住规局', '规划建设局'] },
  { official: ['交通运输局'], short: ['交通局', '交运局'] },
  { official: ['城市管理局', '城市管理行政执法局', '城市管理和综合行政执法局', '城市管理综合行政执法局', '城市管理委员会'], short: ['城管局', '城管', '城管执法局', '城市管理执法局', '城管委'] },
  { official: ['综合行政执法局', '综合行政执法支队', '综合行政执法大队'], short: ['综合执法局', '执法局'] },
  { official: ['水利局'], short: ['水利'] },
  { official: ['水务局'], short: ['水务'] },
  { official: ['水务局', '水利局'], former: ['水电局', '水利水电局'] },
  { official: ['农业农村局'], short: ['农业局', '农业农村'], former: ['农委', '农业委员会', '农林局'] },
  { official: ['商务局', '商务和投资促进局', '商务委员会'], short: ['商务', '商务委'], former: ['外经贸局'] },
  { official: ['文化和旅游局', '文化广电和旅游局', '文化广电旅游局', '文化旅游局', '文化广电新闻出版和旅游局', '文化旅游广电局'], short: ['文旅局', '文旅', '文广旅局', '文广旅游局', '文化旅游局'], former: ['文化局', '旅游局', '文广新局', '文化广电新闻出版局', '文广局', '旅游发展委员会', '旅发委', '文体局'] },
  { official: ['文化广电旅游体育局', '文化和旅游体育局', '文化旅游体育局', '文体旅游局', '文体广电旅游局', '文体广电和旅游局'], short: ['文旅局', '文体旅局', '文广体旅局', '文广旅体局', '文体旅游局'], former: ['文化局', '旅游局', '文广新局', '文体局', '文体广新局', '体育局'] },
  { official: ['卫生健康委员会', '卫生健康局'], short: ['卫健委', '卫健局', '卫健'], former: ['卫生局', '卫计委', '卫计局', '计生委', '计生局', '卫生和计划生育委员会', '卫生和计划生育局', '计划生育委员会', '人口和计划生育局', '人口计生局'] },
  { official: ['退役军人事务局'], short: ['退役军人局', '退役局', '退役军人事务'] },
  { official: ['应急管理局'], short: ['应急局', '应急'], former: ['安监局', '安全生产监督管理局', '安全监管局'] },
  { official: ['审计局'], short: ['审计'] },
  { official: ['政府国有资产监督管理委员会', '国有资产监督管理委员会', '国有资产监督管理局', '国有资产监督管理办公室', '人民政府国有资产监督管理委员会'], short: ['国资委', '国资局', '国资办'] },
  { official: ['市场监督管理局'], short: ['市监局', '市场监管局', '市场局', '市监', '市管局'], former: ['工商局', '工商行政管理局', '质监局', '质量技术监督局', '食药局', '食药监局', '食品药品监督管理局', '食药监管局', '药监局'] },
  { official: ['医疗保障局'], short: ['医保局', '医保'] },
  { official: ['行政审批服务局', '行政审批局', '政务服务管理局', '行政审批和政务信息管理局', '行政审批服务管理局'], short: ['审批局', '审批服务局', '行政审批局'] },
  { official: ['政务服务管理局', '政务服务和大数据管理局', '政务服务中心', '政务服务和数据局', '政务服务管理办公室'], short: ['政务局', '政务服务局', '政务中心', '政务办', '政管办'] },
  { official: ['大数据局', '大数据管理局', '大数据发展局', '大数据发展管理局', '大数据中心', '大数据发展服务局'], short: ['大数据局'] },
  { official: ['数据局', '数据管理局'], short: ['数据局'], former: ['大数据局'] },
  { official: ['地方金融监督管理局', '地方金融管理局', '金融工作局', '金融服务局', '金融工作办公室'], short: ['金融局', '金融办', '地方金融局', '金融监管局', '地方金融监管局'] },
  { official: ['信访局'], short: ['信访', '信访办'] },
  { official: ['统计局'], short: ['统计'] },
  { official: ['体育局'], short: ['体育'], former: ['体委'] },
  { official: ['林业局', '林业和草原局', '林业和园林局'], short: ['林草局', '林业'], former: ['林业局'] },
  { official: ['园林绿化局', '园林管理局', '园林局', '园林和林业局'], short: ['园林局', '园林'] },
  { official: ['乡村振兴局'], short: ['振兴局'], former: ['扶贫办', '扶贫开发办公室', '扶贫开发局', '扶贫局'] },
  { official: ['粮食和物资储备局', '粮食和物资储备中心'], short: ['粮储局', '粮食和储备局'], former: ['粮食局'] },
  { official: ['外事办公室', '外事侨务办公室', '外事和侨务办公室'], short: ['外办', '外侨办', '外事办'] },
  { official: ['人民防空办公室', '国防动员办公室'], short: ['人防办', '国动办'], former: ['人防局'] },
  { official: ['机关事务管理局', '机关事务服务中心', '机关事务管理中心', '机关事务中心', '机关事务服务局'], short: ['机关事务局', '机管局', '机关局', '事管局'] },
  { official: ['投资促进局', '投资促进服务中心', '投资促进中心', '投资促进和合作交流局', '经济合作和投资促进局', '招商局'], short: ['投促局', '投促中心', '经合局'], former: ['招商局', '招商引资局'] },
  { official: ['住房公积金管理中心', '住房公积金中心'], short: ['公积金中心', '公积金', '公积金管理中心'] },
  { official: ['住房保障和房产管理局', '住房和房产管理局', '房产管理局', '房屋管理局'], short: ['房管局', '房管'] },
  { official: ['国家税务总局税务局', '税务局'], short: ['税务', '税务局'], former: ['国税局', '地税局', '国家税务局', '地方税务局'] },
  { official: ['气象局'], short: ['气象'] },
  { official: ['邮政管理局'], short: ['邮管局'] },
  { official: ['烟草专卖局', '烟草专卖局（公司）', '烟草公司'], short: ['烟草局', '烟草'] },
  { official: ['消防救援支队', '消防救援大队', '消防救援局'], short: ['消防支队', '消防大队', '消防队', '消防'] },
  { official: ['公安局交通警察支队', '公安局交通警察大队', '交通警察支队', '交通警察大队'], short: ['交警支队', '交警大队', '交警队', '交警'] },
  { official: ['地方志编纂委员会办公室', '地方志办公室', '地方史志办公室', '党史地方志研究室', '党史和地方志研究室', '史志研究室'], short: ['方志办', '地方志办', '史志办', '志办'] },
  { official: ['地震局', '防震减灾局', '防震减灾服务中心'], short: ['地震局', '防震局'] },
  { official: ['公共资源交易中心', '公共资源交易管理中心', '公共资源交易服务中心'], short: ['交易中心', '公资交易中心', '公共资源中心'] },
  { official: ['经济技术开发区管理委员会', '经济开发区管理委员会', '经济技术开发区'], short: ['经开区', '经开区管委会', '开发区', '开发区管委会'] },
  { official: ['高新技术产业开发区管理委员会', '高新技术产业开发区', '高新技术开发区管理委员会', '高新区管理委员会'], short: ['高新区', '高新区管委会', '高新管委会'] },
  { official: ['海洋发展局', '海洋和渔业局', '海洋与渔业局'], short: ['海洋局', '海渔局'] },
  { official: ['城市建设投资集团有限公司', '城市建设投资有限公司', '城市建设投资集团'], short: ['城投', '城投集团', '城投公司'] },
  { official: ['供电公司', '国网供电公司', '供电局'], short: ['供电公司', '电力公司', '供电局'], former: ['电业局'] },
  { official: ['自来水公司', '自来水有限公司', '自来水总公司'], short: ['自来水', '水司'] },
]; // prettier-ignore

/** How a word stands for an official name. */
export type UsualKind = 'short' | 'former';

const known = new Map<string, Map<string, UsualKind>>();
for (const { official, short = [], former = [] } of usualNames) {
  for (const [words, kind] of [[former, 'former'], [short, 'short']] as const) {
    for (const word of words) {
      const there = known.get(word) ?? new Map<string, UsualKind>();
      known.set(word, there);
      for (const name of official) if (name !== word) there.set(name, kind);
    }
  }
} // prettier-ignore

/** The official names that a usual short or former name stands for, each with how; none for a word that is no such name. */
export function officialNamesOf(word: string): ReadonlyMap<string, UsualKind> {
  return known.get(word) ?? new Map<string, UsualKind>();
}

/** Every usual short and former name, for the list of them and for tests. */
export function listUsualNames(): readonly UsualNames[] {
  return usualNames;
}
