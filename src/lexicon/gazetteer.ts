import type { Division } from './divisions.ts';

/** The administrative divisions by what they are called. A value, made once and passed in. */
export interface Gazetteer {
  /** 全称和通称：巴南区、重庆市、重庆。 */
  readonly named: ReadonlyMap<string, readonly Division[]>;
  /** 县级以县市区旗前的部分相称，要与上级连写才算数：重庆|巴南。 */
  readonly stems: ReadonlyMap<string, readonly Division[]>;
}

const COUNTY_ENDING = /(?:区|县|市|旗)$/;

/**
 * Index divisions by name.
 * @param isOtherName whether a short name means something else in the first place: 黄山 is a mountain
 */
export function gazetteer(
  divisions: readonly Division[],
  isOtherName: (shortName: string) => boolean,
): Gazetteer {
  const named = new Map<string, Division[]>();
  const stems = new Map<string, Division[]>();
  for (const division of divisions) {
    const { name, shortName, level } = division;
    add(named, name, division);
    if (shortName && !isOtherName(shortName)) add(named, shortName, division);
    const stem = level === 3 ? name.replace(COUNTY_ENDING, '') : '';
    if (stem.length > 1) add(stems, stem, division);
  }
  return { named, stems };
}

function add(index: Map<string, Division[]>, name: string, division: Division): void {
  const known = index.get(name);
  if (known) known.push(division);
  else index.set(name, [division]);
}

/** Whether one division lies in another. */
export function liesIn({ path }: Division, other: Division): boolean {
  return path.length > other.path.length && other.path.every((name, index) => name === path[index]);
}

/** The divisions that a name may mean when it stands after the name of a division above: 巴南, 巴南区. */
export function afterParent(name: string, { named, stems }: Gazetteer): readonly Division[] {
  return [...(named.get(name) ?? []), ...(stems.get(name) ?? [])];
}

/** 连写的名称不会更长：新疆维吾尔自治区巴音郭楞蒙古自治州。 */
const LONGEST_CHAIN = 24;

/**
 * The divisions that a name may mean by itself. It may be a chain that names those above it as well:
 * 重庆市巴南区 is 巴南区, 吉林长春 is 长春市.
 */
export function divisionsOf(name: string, gazetteer: Gazetteer): readonly Division[] {
  const whole = gazetteer.named.get(name);
  if (whole || name.length > LONGEST_CHAIN) return whole ?? [];
  for (let cut = 2; cut <= name.length - 2; cut++) {
    const last = afterParent(name.slice(cut), gazetteer);
    if (last.length === 0) continue;
    const parents = divisionsOf(name.slice(0, cut), gazetteer);
    const found = last.filter((division) => parents.some((parent) => liesIn(division, parent)));
    if (found.length > 0) return found;
  }
  return [];
}
