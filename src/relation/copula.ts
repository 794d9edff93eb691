import type { Unit } from './units.ts';

/** 职务之前：任某局局长、聘任某人为总裁。 */
export const COPULA = new Set(
  '是 为 系 任 作为 兼 兼任 成为 出任 担任 当选 当选为 任命为 受聘为 接任 升任 转任 调任 改任 继任 现任 曾任 历任 就任 卸任 免去 辞去 获聘 获聘为 受聘 受聘担任 获任 聘为 聘任为 选为 当选 推选为 选举为 续任 连任 晋升为 升为 履新 （ ('.split(
    ' ',
  ),
);

/** 不是动名词、也不是“任”“是”的动词。 */
export function isFullVerb({ mention, tag, text }: Unit): boolean {
  return !mention && tag.startsWith('v') && tag !== 'vn' && !COPULA.has(text);
}
