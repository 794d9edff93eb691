import { en } from './en.ts';
import { type Strings, zh } from './zh.ts';

export type Language = 'zh' | 'en';
export type { Strings };

export const WORDS: Readonly<Record<Language, Strings>> = { zh, en };

export function preferredLanguage(): Language {
  return navigator.language.toLowerCase().startsWith('zh') ? 'zh' : 'en';
}

const formats = new Map<string, Intl.NumberFormat>();

/** A count with separators. One format for each language: making another for each count is slow. */
export function formatCount(count: number, { language }: Pick<Strings, 'language'>): string {
  let format = formats.get(language);
  if (!format) {
    format = new Intl.NumberFormat(language);
    formats.set(language, format);
  }
  return format.format(count);
}
