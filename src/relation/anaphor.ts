import type { Category, Mention } from '../types.ts';
import { COPULA } from './copula.ts';
import type { Unit } from './units.ts';

/** 他、该公司、当地：代替前文名称的词，及其所代的种类。 */
const PRONOUNS: ReadonlyMap<string, Category> = new Map([
  ['他', 'person'],
  ['她', 'person'],
  ['当地', 'place'],
  ['这里', 'place'],
  ['此地', 'place'],
  ['全县', 'place'],
  ['全市', 'place'],
  ['全区', 'place'],
  ['全村', 'place'],
  ['全镇', 'place'],
  ['县里', 'place'],
  ['市里', 'place'],
  ['村里', 'place'],
]);
/** 单用（在分句之首或“由”“被”之后）或在“该”“这家”之后代替前文名称的名词。 */
const NOUNS: ReadonlyMap<string, readonly Category[]> = new Map<string, readonly Category[]>([
  ...[
    '公司',
    '集团',
    '学校',
    '团队',
    '企业',
    '社',
    '局',
    '厅',
    '校',
    '院',
    '行',
    '厂',
    '协会',
    '联盟',
    '商会',
    '学会',
    '学院',
    '银行',
    '基金会',
    '俱乐部',
    '医院',
    '合作社',
    '厂里',
    '组织',
    '机构',
    '剧团',
    '球队',
  ].map((noun): [string, readonly Category[]] => [noun, ['organization']]),
  ...['园区', '新区', '景区', '县', '市', '区', '镇', '村', '岛', '港', '口岸'].map(
    (noun): [string, readonly Category[]] => [noun, ['place']],
  ),
  ...[
    '项目',
    '工程',
    '活动',
    '平台',
    '大桥',
    '大会',
    '计划',
    '线路',
    '线',
    '基地',
    '铁路',
    '高铁',
    '机场',
    '电站',
    '专列',
    '隧道',
    '站',
    '赛事',
    '展会',
    '比赛',
    '论坛',
  ].map((noun): [string, readonly Category[]] => [noun, ['program', 'place']]),
]);
/** 可以指任何一家的名词；别的名词（联盟、大桥）指以它结尾的名称。 */
const HYPERNYMS = new Set('公司 集团 企业 机构 组织 团队 学校 项目 工程 活动 平台 计划'.split(' '));
const OWNERS: readonly Category[] = ['organization', 'program', 'place'];
const POINTING = new Set(['该', '这家', '这个', '这座', '这项', '本', '我', '此', '这条', '这所']);
const OPENING = new Set([
  '，',
  '；',
  '：',
  '。',
  '“',
  '由',
  '被',
  '在',
  '于',
  '向',
  '为',
  '与',
  '对',
  '给',
  '经',
  '、',
  ',',
  ';',
  ':',
  '目前',
  '据悉',
]);

/** 甲祝贺他就任：他不是甲。 */
const OF_ANOTHER = new Set(
  '祝贺 恭贺 恭喜 祝 感谢 邀请 欢迎 任命 推选 选举 提名 会见 采访 看望 慰问'.split(' '),
);

/** How many units from `i` on stand for a name, and of which categories it may be. */
export function anaphorAt(
  units: readonly Unit[],
  i: number,
): { readonly size: number; readonly categories: readonly Category[] } | undefined {
  const { text } = units[i]!;
  if (text === '其' || text === '它') return { size: 1, categories: OWNERS };
  const pronoun = PRONOUNS.get(text);
  if (pronoun) return { size: 1, categories: [pronoun] };
  const pointed = /^[该本此]/.test(text) ? NOUNS.get(text.slice(1)) : undefined;
  if (pointed) return { size: 1, categories: pointed };
  if (POINTING.has(text)) {
    const categories = NOUNS.get(units[i + 1]?.text ?? '');
    return categories && !units[i + 1]!.mention ? { size: 2, categories } : undefined;
  }
  const before = units[i - 1]?.text ?? '，';
  if (!OPENING.has(before) && !COPULA.has(before)) return undefined;
  const categories = text.length > 1 ? NOUNS.get(text) : undefined;
  return categories && !units[i + 1]?.mention ? { size: 1, categories } : undefined;
}

/**
 * The name for which a word at `i` stands: one that ends with the word, or else the nearest of its
 * categories, before or in the sentence.
 */
export function antecedent(
  units: readonly Unit[],
  i: number,
  noun: string,
  categories: readonly Category[],
  last: ReadonlyMap<string, Mention>,
  subject: Mention | undefined,
): Mention | undefined {
  const fits = (mention: Mention | undefined) =>
    mention !== undefined && categories.includes(mention.category);
  const ending = noun.length > 1 && !HYPERNYMS.has(noun) ? noun : undefined;
  if (ending) {
    const named = units.slice(0, i).findLast((unit) => unit.mention?.text.endsWith(ending));
    const found = named?.mention ?? last.get(lastKey(ending));
    if (fits(found)) return found;
  }
  const before = units.slice(0, i).flatMap(({ mention }) => (fits(mention) ? [mention!] : []));
  if (OF_ANOTHER.has(units[i - 1]?.text ?? '')) {
    return before.findLast(({ text }) => text !== before[0]!.text);
  }
  if (before[0]) return before[0];
  if (fits(subject)) return subject;
  const recent = categories.map((category) => last.get(category)).filter(fits);
  return recent.sort((a, b) => b!.start - a!.start)[0];
}

/** 该联盟：联盟。 */
const nounOf = (text: string) => text.replace(/^[该本此]/, '');

/** Under which a name is remembered by its last two characters, beside its category. */
export function lastKey(text: string): string {
  return `-${text.slice(-2)}`;
}

/** Replace words that stand for names by units that carry these names. */
export function resolveAnaphors(
  units: readonly Unit[],
  last: ReadonlyMap<string, Mention>,
  subject: Mention | undefined,
): Unit[] {
  const out: Unit[] = [];
  for (let i = 0; i < units.length; i++) {
    const unit = units[i]!;
    const found = unit.mention ? undefined : anaphorAt(units, i);
    const noun = units[i + (found?.size ?? 1) - 1]!;
    const mention =
      found && antecedent(units, i, nounOf(noun.text), found.categories, last, subject);
    if (!found || !mention) {
      out.push(unit);
      continue;
    }
    const text = found.size === 1 ? unit.text : unit.text + noun.text;
    out.push({ ...noun, start: unit.start, text, mention, anaphor: true });
    i += found.size - 1;
  }
  return out;
}
