import type { Lexicon } from '../lexicon/lexicon.ts';
import type { ShortForm } from './shortname.ts';

const FORM: ShortForm = { rule: 'person-short-form', loss: 0, decidesCategory: false };
/** 外国人名的一部分像地名也还是人名：奥尔洛夫；但华盛顿可以是地名。 */
const CLEAR_FORM: ShortForm = { ...FORM, decidesCategory: true };
const PARTS = /[·•・‧.\-—\s]/;

/**
 * Whether a person's name is a short form of another: a part of a foreign name (林茨 of
 * 雅尼克·林茨), a surname by itself or with what goes before or after it (老张, 何总), or a given name.
 */
export function personForm(
  short: string,
  full: string,
  { surnames, titles, names }: Pick<Lexicon, 'surnames' | 'titles' | 'names'>,
): ShortForm | undefined {
  if (/[·•・‧]/.test(full)) {
    if (!isPartOf(short, full)) return undefined;
    return short.length > 2 && !names.get(short) ? CLEAR_FORM : FORM;
  }
  const surname = surnameOf(full, { surnames });
  if (surname === undefined || surnameIn(full, titles) !== full) return undefined;
  // 不带姓的名；“应李强”里的李强是另一个人的姓名。
  const given = full.slice(surname.length);
  if (short === given && given.length === 2 && !surnames.has(given[0]!)) return FORM;
  return surnameIn(short, titles) === surname ? FORM : undefined;
}

/** The surname of a Chinese name, the longer one first: 欧阳振华 → 欧阳. */
export function surnameOf(
  name: string,
  { surnames }: Pick<Lexicon, 'surnames'>,
): string | undefined {
  if (!/^\p{Script=Han}{2,4}$/u.test(name)) return undefined;
  return [2, 1].map((length) => name.slice(0, length)).find((start) => surnames.has(start));
}

/** 去掉“老”“小”“总”、职务后所剩的；没有这些就是原来的。 */
function surnameIn(short: string, titles: Lexicon['titles']): string {
  const before = /^[老小阿](?=.$)/u.exec(short);
  if (before) return short.slice(1);
  const title = titles.longestBefore(short, short.length, 1);
  if (title) return short.slice(0, title.start);
  return short.replace(/(?<=^.)[总老工]$/u, '');
}

function isPartOf(short: string, full: string): boolean {
  const joined = full.split(PARTS).join('·');
  return `·${joined}·`.includes(`·${short.split(PARTS).join('·')}·`);
}
