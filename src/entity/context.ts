import type { Division } from '../lexicon/divisions.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import type { Mention } from '../types.ts';

/** A place, and the divisions that it may be. */
export interface PlaceCandidates {
  readonly mention: Mention;
  /** As a user's lexicon calls it, else as it is written. */
  readonly name: string;
  divisions: readonly Division[];
}

/** 县名去掉通名常是山水之名：西湖、泰山。 */
const NATURE = /[山湖江河海岛岭湾泉溪]$/;

/**
 * How a document decides between divisions of one name.
 * @returns the division that a place is, or undefined where the document leaves it open
 */
export function divisionByDocument(
  places: readonly PlaceCandidates[],
  text: string,
  lexicon: Lexicon,
): (place: PlaceCandidates) => Division | undefined {
  const byName = new Map<string, Set<Division>>();
  /** Divisions in which others of the document lie. */
  const parents = new Set<string>();
  for (const { name, divisions } of places) {
    if (divisions.length !== 1) continue;
    const [division] = divisions as [Division];
    byName.set(name, (byName.get(name) ?? new Set()).add(division));
    for (let level = 1; level < division.path.length; level++) {
      parents.add(division.path.slice(0, level).join());
    }
  }
  const answers = new Map<string, Division | undefined>();
  let names: ReadonlySet<string> | undefined;

  function answer(name: string, options: readonly Division[]): Division | undefined {
    const same = byName.get(name);
    if (same) return only([...same]);
    names ??= namesIn(text, lexicon);
    const fullNames = options.filter((option) => option.name !== name && names!.has(option.name));
    if (fullNames.length > 0) return only(fullNames);
    const isNear = ({ path }: Division) =>
      path.slice(0, -1).some((parent) => names!.has(parent)) || parents.has(path.join());
    return options.length > 1 ? only(options.filter(isNear)) : undefined;
  }

  return ({ name, divisions }) => {
    if (divisions.length === 1) return divisions[0];
    const stems = NATURE.test(name) ? [] : lexicon.divisions.stems.get(name);
    const options = divisions.length > 0 ? divisions : (stems ?? []);
    if (options.length === 0) return undefined;
    if (!answers.has(name)) answers.set(name, answer(name, options));
    return answers.get(name);
  };
}

function only<T>(values: readonly T[]): T | undefined {
  return values.length === 1 ? values[0] : undefined;
}

/** The divisions that a text names, by their full names: 重庆 names 重庆市, 吉林 may be two. */
function namesIn(text: string, { names, divisions }: Lexicon): Set<string> {
  const found = new Set<string>();
  for (let start = 0; start < text.length; ) {
    const match = names.longestAt(text, start);
    const name = match && text.slice(start, match.end);
    const meant = name ? divisions.named.get(name) : undefined;
    if (name && meant) found.add(meant.length === 1 ? meant[0]!.name : name);
    start = match?.end ?? start + 1;
  }
  return found;
}
