import type { Division } from './divisions.ts';

/** The administrative divisions by what they are called. A value, made once and passed in. */
export interface Gazetteer {
  /** 全称和通称：巴南区、重庆市、重庆。 */
  readonly named: ReadonlyMap<string, readonly Division[]>;
  /** 与上级连写才算数的称呼，县级不带县市区旗的在内：重庆|巴南，安徽|黄山。 */
  readonly stems: ReadonlyMap<string, readonly Division[]>;
}

const COUNTY_ENDING = /(?:区|县|市|旗)$/;
/** 乡级名单里的园区之类，名称多是通称：综合保税区、工业基地。 */
const GENERIC_TOWN = /(?:(?<!地)区|园|基地|中心)$/;

/**
 * Index divisions by name.
 * @param isOtherName whether a name without ending means something else in the first place: 黄山 is a mountain
 */
export function gazetteer(
  divisions: readonly Division[],
  isOtherName: (shortName: string) => boolean,
): Gazetteer {
  const named = new Map<string, Division[]>();
  const stems = new Map<string, Division[]>();
  for (const division of divisions) {
    const { name, shortName, level } = division;
    if (level === 4 && GENERIC_TOWN.test(name)) continue;
    add(named, name, division);
    // 海南藏族自治州不称海南。
    const isProvince = name.endsWith('自治州') && shortName && named.has(shortName);
    if (shortName && !isProvince) {
      add(isOtherName(shortName) ? stems : named, shortName, division);
    }
    const stem = level === 3 ? name.replace(COUNTY_ENDING, '') : '';
    // 新疆天山是山，不是天山区。
    if (stem.length > 1 && !isOtherName(stem)) add(stems, stem, division);
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
