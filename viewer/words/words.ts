import { en } from './en.ts';
import { type Strings, zh } from './zh.ts';

export type Language = 'zh' | 'en';
export type { Strings };

export const WORDS: Readonly<Record<Language, Strings>> = { zh, en };

export function preferredLanguage(): Language {
  return navigator.language.toLowerCase().startsWith('zh') ? 'zh' : 'en';
}
