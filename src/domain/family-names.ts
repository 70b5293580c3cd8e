/** Family names of one character; those that are rare and mostly other words are left out. */
const familyNames: ReadonlySet<string> = new Set(
  '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏窦章苏潘葛奚范彭郎鲁韦昌马苗凤方俞任袁柳鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于傅皮卞齐康伍余元卜顾孟平黄穆萧肖尹姚邵湛汪祁毛禹狄米贝明臧计戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯管卢莫房裘缪解应宗丁宣邓郁单杭洪包诸左石崔吉龚程邢裴陆荣翁荀甄曲封储靳段富巫乌焦牧隗车侯全班仇甘厉祖武符刘景詹束龙叶司黎薄印白怀蒲赖卓蔺蒙池乔闻翟谭贡申冉雍桑桂牛寿边燕冀尚温庄晏柴瞿阎闫充慕连茹习艾鱼容向古易廖庾衡步耿满匡文寇欧沃蔚越隆巩聂晁敖冷辛阚简饶曾沙丰关查游权盖岳帅付代涂邸苑初邴亓矫綦仝仲隋牟宫战迟丛栾鞠逄逯门国修衣滑覃佘农兰亢苟甯宁佟冼腾檀晋鄢海鹿',
);

/** Family names of two characters. */
export const doubleNames: ReadonlySet<string> = new Set(
  '欧阳 司马 上官 诸葛 东方 皇甫 尉迟 公孙 慕容 令狐 长孙 宇文 司徒 端木 轩辕 夏侯 澹台 司空 南宫 独孤 西门 呼延 闻人 钟离 申屠 太史 公冶 濮阳 淳于 单于 仲孙 鲜于 闾丘 拓跋 百里 东郭 左丘 赫连 完颜 纳兰 第五'.split(
    ' ',
  ),
);

/** Those of them that begin no other word, as 东方, 第五 and 濮阳 do. */
export const plainDoubleNames: readonly string[] = [...doubleNames].filter(
  (name) => !'东方 西门 南宫 司空 太史 百里 第五 单于 濮阳 东郭 长孙'.split(' ').includes(name),
);

/** Whether a text begins with a Chinese family name. */
export function startsWithFamilyName(text: string): boolean {
  return familyNames.has(text[0] ?? '') || doubleNames.has(text.slice(0, 2));
}
