/**
 * 清洗：只在读入时改动文本，此后所有位置都指向清洗后的文本。
 * Page noise is dropped a line at a time, each rule by name.
 */

interface NoiseRule {
  readonly name: string;
  readonly matches: (line: string) => boolean;
}

/** 导航、字号、翻页、分享等控件的文字，以及夹在其间的版次和日期：整行只由这些构成才算噪声。 */
const CONTROL =
  /上一版|下一版|上一篇|下一篇|上一页|下一页|返回目录|返回首页|返回顶部|首页|版面导航|标题导航|放大|缩小|默认|字号|打印|收藏|分享到|分享|扫一扫|手机看报|朗读|复制链接|微信|微博|关闭|登录|注册|更多/g;
const DATE = /\d{4}年\d{1,2}月\d{1,2}日|星期[一二三四五六日天]?/g;
const PAGE = /第?[A-Z]?\d{1,4}版[:：]?\p{Script=Han}{0,6}/gu;

/** 版权、备案等声明：从行首说起，正文句子里提到这些词的不算。 */
const COPYRIGHT =
  /^(.{0,30}版权所有|版权声明|(本报|本网|本站).{0,20}未经|未经(本[报网站]|书面)?授权|.{0,30}All Rights Reserved|.{0,20}(ICP备|公网安备)|技术支持[:：]|.{0,20}许可证编?号?[:：])/i;

const NOISE: readonly NoiseRule[] = [
  { name: 'page-control', matches: isControlLine },
  {
    name: 'page-number',
    matches: (line) => /^第?\s?[A-Z]?\d{1,4}\s?[版页]([:：\s].{0,60})?$/.test(line),
  },
  { name: 'copyright', matches: (line) => line.length < 120 && COPYRIGHT.test(line) },
  { name: 'address', matches: (line) => line.length < 80 && /^地址[:：].*(邮编|电话)/.test(line) },
];

function isControlLine(line: string): boolean {
  if (line.length > 120) return false;
  const packed = line.replaceAll(/\s/g, '');
  const rest = packed.replaceAll(CONTROL, '');
  if (rest.length === packed.length) return false;
  return /^[\p{P}\p{S}\p{N}]*$/u.test(rest.replaceAll(DATE, '').replaceAll(PAGE, ''));
}

/** Name of the rule that takes a line for page noise, or undefined when the line is text. */
export function noiseRule(line: string): string | undefined {
  const trimmed = line.trim();
  return NOISE.find((rule) => rule.matches(trimmed))?.name;
}

/**
 * The text that is kept: line ends as `\n`, characters that break XML as spaces, no page noise,
 * no blank lines at either end and at most one between paragraphs.
 */
export function clean(source: string): string {
  const lines = replaceControls(source)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => noiseRule(line) === undefined);
  return lines
    .join('\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim();
}

/** Same length, so that it can be used on text whose offsets matter too. */
export function replaceControls(source: string): string {
  return source
    .replaceAll('\r\n', ' \n')
    .replaceAll(/[\r\u2028\u2029]/g, '\n')
    .toWellFormed()
    .replaceAll(/(?!\n)\p{Cc}|[\ufeff\ufffe\uffff]/gu, ' ');
}
