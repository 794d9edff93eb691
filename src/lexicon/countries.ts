const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];

/**
 * Names of countries and territories in Chinese, as the runtime's Unicode CLDR gives them for each pair
 * of letters that is a region's code (ISO 3166-1).
 * @param nameOf the name by which the lexicon knows one: 阿联酋 for 阿拉伯联合酋长国
 */
export function loadCountries(nameOf: (name: string) => string): ReadonlySet<string> {
  const names = new Intl.DisplayNames('zh', { type: 'region', fallback: 'none' });
  const codes = LETTERS.flatMap((first) => LETTERS.map((second) => first + second));
  const found = codes.flatMap((code) => names.of(code) ?? []);
  return new Set(found.map(nameOf));
}
