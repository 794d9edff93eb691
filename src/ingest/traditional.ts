/**
 * 繁体网页的框架用同样的词：规则只写简体，比较时一字换一字。
 * Only characters of page furniture; names and texts are compared elsewhere, by the whole table of
 * the lexicon.
 */
const PAIRS =
  '網网頁页關关閉闭導导覽览訂订閱阅評评論论點点擊击讚赞贊赞瀏浏發发佈布來来時时間间報报號号電电話话傳传郵邮編编輯辑審审責责權权聲声條条隱隐廣广載载轉转許许證证聯联繫系絡络專专欄栏題题體体財财經经國国際际會会員员積积樂乐視视頻频圖图臺台灣湾學学務务動动區区語语簡简錄录註注冊册帳帐賬账戶户碼码驗验討讨樓楼層层覆复標标簽签籤签類类數数據据庫库鏈链連连結结複复製制掃扫維维門门熱热選选記记錯错舉举訴诉資资訊讯產产業业觀观實实檢检內内無无礙碍幫帮開开過过與与請请還还頂顶終终監监總总書书屬属詞词單单歡欢訪访問问讀读聽听聞闻試试價价見见縣县農农環环療疗醫医險险銀银鐵铁錢钱攝摄車车遊游戲戏軍军黨党擔担損损僅仅據据財财';
const SIMPLIFIED: ReadonlyMap<string, string> = new Map(
  (PAIRS.match(/../g) ?? []).map((pair) => [pair[0]!, pair[1]!]),
);

const TRADITIONAL = new RegExp(`[${[...SIMPLIFIED.keys()].join('')}]`, 'g');

/** A line as its rules are written; of the same length. */
export function simplifiedForm(line: string): string {
  return line.replaceAll(TRADITIONAL, (char) => SIMPLIFIED.get(char)!);
}
