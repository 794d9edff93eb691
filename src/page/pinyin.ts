import { polyphonic } from 'pinyin-pro';
import type { Columns } from './columns.ts';

/** Chinese characters, which alone have a pinyin. */
const HAN = /\p{Script=Han}/gu;

/**
 * How the characters of names are read, without tones, ü as v. A page that searches by pinyin needs
 * this table and no dictionary; where a character has several readings any of them finds it, as nobody
 * wants to miss 重庆 for having typed zhongqing.
 */
export function readingsOf(names: readonly string[]): Columns['pinyin'] {
  const distinct = new Set<string>();
  for (const name of names) for (const [character] of name.matchAll(HAN)) distinct.add(character);
  const characters: string[] = [];
  const readings: string[] = [];
  for (const character of [...distinct].sort()) {
    const [found = []] = polyphonic(character, { toneType: 'none', type: 'array', v: true });
    const spoken = [...new Set(found)].filter((reading) => /^[a-z]+$/.test(reading));
    if (spoken.length === 0) continue;
    characters.push(character);
    readings.push(spoken.join());
  }
  return { characters: characters.join(''), readings };
}
