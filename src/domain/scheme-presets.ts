import type { Scheme } from './scheme.ts';

/** Dezhou, January 2022: more than 1000 a year, a separate section; more than 50, the name added; the rest a post. */
const dezhou2022: Scheme = {
  code: 'dezhou-2022',
  source:
    '大众日报 2022-04-24《德州市直部门配专人防群众诉求“转圈”》；2022-01-18 市委组织部、市委编办联合通知',
  fromVolumeYear: 2021,
  channels: ['hotline', 'online'],
  categories: ['department', 'enterprise', 'institution', 'town'],
  bands: [
    { tier: 'dedicated', lower: { number: 1000, included: false }, upper: null },
    { tier: 'attached', lower: { number: 50, included: false }, upper: { number: 1000, included: true } },
    { tier: 'designated', lower: { number: 0, included: true }, upper: { number: 50, included: true } },
  ],
  categoryTiers: {},
};

/** A county that followed: 500 and more, 100 and more, the rest; towns have the name added whatever their volume. */
const county500100: Scheme = {
  code: 'county-500-100',
  source: '县级机构编制部门公开报道：年办理量500件以上单设，100至500件加挂牌子，乡镇一律加挂',
  fromVolumeYear: 2021,
  channels: ['hotline', 'online'],
  categories: ['department', 'enterprise', 'institution', 'town'],
  bands: [
    { tier: 'dedicated', lower: { number: 500, included: true }, upper: null },
    { tier: 'attached', lower: { number: 100, included: true }, upper: { number: 500, included: false } },
    { tier: 'designated', lower: { number: 0, included: true }, upper: { number: 100, included: false } },
  ],
  categoryTiers: { town: 'attached' },
};

/** Schemes that every new database starts with. */
export const schemePresets: readonly Scheme[] = [dezhou2022, county500100];

/** The scheme a jurisdiction begins with. */
export function presetFor(level: 'municipal' | 'county'): string {
  return level === 'county' ? county500100.code : dezhou2022.code;
}
