import type { Lexicon } from '../lexicon/lexicon.ts';
import { type EntityRule, mentionAt } from './candidates.ts';

/** 引号里的名称；引号本身在名称之外。 */
const QUOTED = /[“「"]([^“”「」"，。；：！？、\n]{2,20})[”」"]/g;
/** 引号之前的动词说明引号里是计划、称号或活动。 */
const DESIGNATES =
  /(实施|启动|开展|获批|入选|列为|列入|评为|认定为|打造|推进|推出|发起|举办|主办|创建|名为)(了|为|的)?$/;
/** 引号之后的通名。 */
const HEAD =
  /^(工程|计划|行动|项目|平台|活动|品牌|试点|专项|工作室|列车|班列|专列|航线|专线|节|赛|展|奖|论坛)/;

/** Programs in quotation marks: “百县千镇万村高质量发展工程”, 启动“链上鹭洲”. */
export const quotedPrograms: EntityRule = function* (sentence, lexicon) {
  const raw = sentence.text.slice(sentence.start, sentence.end);
  for (const match of raw.matchAll(QUOTED)) {
    const name = match[1]!;
    const before = raw.slice(Math.max(0, match.index - 6), match.index);
    const after = raw.slice(match.index + match[0].length, match.index + match[0].length + 3);
    if (!endsAsProgram(name, lexicon) && !DESIGNATES.test(before) && !HEAD.test(after)) continue;
    const start = sentence.start + match.index + 1;
    const span = { start, end: start + name.length };
    yield mentionAt(sentence.text, span, { category: 'program', rule: 'quoted', score: 0.7 });
  }
};

function endsAsProgram(name: string, { suffixes }: Lexicon): boolean {
  return suffixes.longestBefore(name, name.length, 2)?.value.category === 'program';
}
