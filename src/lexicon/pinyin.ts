import { createRequire } from 'node:module';

/** Loaded when first asked for: its dictionary takes a tenth of a second, and most questions need none. */
let load = (): typeof import('pinyin-pro') => {
  const dictionary = createRequire(import.meta.url)('pinyin-pro');
  load = () => dictionary;
  return dictionary;
};

/** Syllables without tones, ü as v. */
const PLAIN = { toneType: 'none', type: 'array', v: true } as const;

/**
 * How names are typed on a keyboard of Latin letters: in pinyin without tones, and by the initials of
 * its syllables. 巴南 and 江津 give ` BaNan BN  JiangJin JJ `; a capital begins each syllable.
 * 多音字按词典取音：重庆是 ChongQing。
 */
export function spell(names: readonly string[]): string {
  return names.map(spellOne).join('');
}

function spellOne(name: string): string {
  const syllables = load()
    .pinyin(name, PLAIN)
    .map((syllable) => syllable.replace(/[^A-Za-z0-9]/g, ''))
    .filter((syllable) => syllable !== '');
  const full = syllables.map(([first = '', ...rest]) => first.toUpperCase() + rest.join(''));
  return ` ${full.join('')} ${full.map(([first]) => first).join('')} `;
}

/** The shortest part of a spelling that is looked for; shorter ones must be all initials of a name. */
const SHORTEST_PART = 3;

/**
 * What to look for in spellings when this may be one.
 * @param form as names are compared: lower case, without spaces
 * @returns undefined when it cannot be typed as pinyin or initials
 */
export function spellingPart(form: string): string | undefined {
  if (!/^[a-z0-9]{2,}$/.test(form) || !/[a-z]/.test(form)) return undefined;
  return form.length < SHORTEST_PART ? ` ${form} ` : form;
}

/** Whether a part stands in a spelling, beginning with a syllable: `qing` in ChongQing, but not `hong`. */
export function isSpelled(part: string, spelling: string): boolean {
  const letters = spelling.toLowerCase();
  for (let at = letters.indexOf(part); at >= 0; at = letters.indexOf(part, at + 1)) {
    if (!/[a-z]/.test(spelling[at]!)) return true;
  }
  return false;
}

/** Chinese characters, which alone have a pinyin. */
const HAN = /\p{Script=Han}/gu;

/** The distinct characters of some names that have a pinyin, and their readings: `zhong,chong`. */
export interface Readings {
  readonly characters: string;
  readonly readings: readonly string[];
}

/**
 * How the characters of names are read, without tones, ü as v. A page that searches by pinyin needs
 * this table and no dictionary; where a character has several readings any of them finds it, as nobody
 * wants to miss 重庆 for having typed zhongqing.
 */
export function readingsOf(names: readonly string[]): Readings {
  const distinct = new Set<string>();
  for (const name of names) for (const [character] of name.matchAll(HAN)) distinct.add(character);
  const characters: string[] = [];
  const readings: string[] = [];
  for (const character of [...distinct].sort()) {
    const [found = []] = load().polyphonic(character, PLAIN);
    const spoken = [...new Set(found)].filter((reading) => /^[a-z]+$/.test(reading));
    if (spoken.length === 0) continue;
    characters.push(character);
    readings.push(spoken.join());
  }
  return { characters: characters.join(''), readings };
}
