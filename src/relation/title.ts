import type { Lexicon } from '../lexicon/lexicon.ts';
import type { Mention, RelationKind } from '../types.ts';
import type { Argument } from './argument.ts';
import type { Clause, Predicate } from './clause.ts';
import { COPULA } from './copula.ts';
import { type Discourse, recent, topicSlot } from './discourse.ts';
import { hashText } from './hash.ts';
import type { Candidate } from './propose.ts';
import type { Slot } from './slot.ts';
import type { Unit } from './units.ts';

/** 职务、身份的长度上限。 */
const LONGEST = 16;
const STOP = new Set(
  '，,；;：:。！？!?（()）的了着过在于由被将把与向对为给从以是等并而应'.split(''),
);
/** 成员包括首席顾问、分管日常工作、停止对前总统的调查：不是职务。 */
const NO_TITLE = /包括.|分管|负责|[对向把被][前原现该]/;
const SEPARATOR = new Set(['、', '兼', '和', '及', '暨', '兼任', '与']);
/** 工业和贸易部长：“和”在职务之内。 */
const AND = new Set(['和', '与', '及']);
const MINISTER = /(?:部长|大臣|[局厅司处科]长|主任|委员|秘书)$/;
const SKIP = new Set('的 籍 原 前 时任 现任 ” 」 》 第 “ （ ( 首任 其 以及'.split(' '));
/** 身份和名称之间：院长由某人担任；起点：某站。 */
const FIELD = new Set('由 为 是 系 包括 分别为 分别是 仍为 仍是 即 均为 则是 ： :'.split(' '));
/** 党委书记的“党委”不是副市长的供职单位：市委常委、副市长。 */
const GOVERNMENT = /^(代|常务|副)*[省市县区镇乡旗州]长$/;
const COMMITTEE = /^(.+[省市县区镇乡旗州])委$/;

/** 政治局委员、国务委员：后者不是政治局的。 */
const OF_STATE = /(?:总统|总理|首相|国务委员|国家主席|国王|总书记|外长|防长)$/;

/** 甲同乙：乙是另一个人。 */
const PARTNER = new Set(['同', '与', '跟']);
/** 不是前面的名称。 */
const ANOTHER = new Set(['您', '你', '他', '她']);
const APPOINTING = new Set('任命 免去 聘任 选举 推选'.split(' '));
/** 离任的话，职务之前。 */
const LEAVING = new Set('卸任 免去 辞去 辞任 离任 不再'.split(' '));
/** 中共中央总书记、国家主席：后者不是中央的。 */
const OF_COUNTRY = /国家(?:副?主席|元首)$/;
/** 四个字、两个人：是数量，不是身份。 */
const COUNTED = /[一二三四五六七八九十两几]个|字$/;
/** 最佳导演、优秀书记：奖项不是职务。 */
const HONOUR = /^(?:最佳|最美|优秀|杰出|先进|十佳|模范)/;

/** 某村村民、某地患者：说的是哪里人，不是职务。 */
const RESIDENT =
  /(?:[村牧渔居市农乡]民|户|患者|病人|选手|演员|歌手|导演|作家|画家|学生|教师|老人|青年|游客|网友|志愿者|传承人|姑娘|小伙|媳妇)$/;

/** Proposes what nouns say of names: offices, roles, parts. One for each clause. */
class Titles {
  readonly clause: Clause;
  private known: Readonly<Partial<Record<'person' | 'organization', readonly Slot[]>>> = {};

  constructor(
    private readonly units: readonly Unit[],
    private readonly clauses: readonly Clause[],
    private readonly index: number,
    private readonly carried: readonly Slot[],
    private readonly discourse: Discourse,
    private readonly lexicon: Lexicon,
  ) {
    this.clause = clauses[index]!;
  }

  private get people(): readonly Slot[] {
    return this.earlier('person', isPerson);
  }

  private get employers(): readonly Slot[] {
    return this.earlier('organization', isEmployer);
  }

  /** Names of earlier clauses and sentences; sought once, and only where they are asked for. */
  private earlier(
    category: 'person' | 'organization',
    fits: (arg: Argument) => boolean,
  ): readonly Slot[] {
    const known = this.known[category];
    if (known) return known;
    const near = this.carried.filter(({ arg }) => fits(arg));
    const found =
      near.length > 0 ? near : recent(this.clauses, this.index, this.discourse, category);
    this.known = { ...this.known, [category]: found };
    return found;
  }

  *all(): Generator<Candidate> {
    for (const index of this.clause.args.keys()) {
      yield* this.ofOwner(index);
      yield* this.bare(index);
      yield* this.field(index);
    }
    yield* this.taken();
  }

  /** A局长B；B任A局长；A旗下B；B是A的股东。 */
  private *ofOwner(index: number): Generator<Candidate> {
    const { units, clause } = this;
    const owner = clause.args[index]!;
    const pieces = this.piecesFrom(owner.next);
    if (pieces.length === 0) return;
    const end = pieces.at(-1)!.next;
    const right = clause.args.slice(index + 1, index + 4);
    const person = right.find(isPerson);
    const reach = units[owner.next - 1]!.end + LONGEST * 2;
    const copula = COPULA.has(units[owner.first - 1]?.text ?? '');
    const tail: Slot = { arg: owner, place: 'left', rank: 0 };
    for (const [order, piece] of pieces.entries()) {
      if (order > 0 && OF_STATE.test(piece.label) && owner.mentions[0]!.category !== 'place')
        continue;
      // 宣讲团成员、教育部党组书记：书记是教育部的。
      if (order > 0 && this.lexicon.names.longestAt(piece.label, 0)) break;
      const [next] = right;
      if (next && next !== person && next.first <= end + 1) {
        yield this.make({ arg: next, place: 'right', rank: 0 }, tail, piece, 'apposition');
      }
      if (
        person &&
        !(piece.kind === 'office' && isPerson(owner)) &&
        !this.isAnother(end, person) &&
        units[person.first]!.start <= reach
      ) {
        const rank = right.indexOf(person);
        // 出席某运动会开幕式的某国总统某人：隔着别的名称，只有职务才是他的。
        if (rank > 0 && piece.kind !== 'office') continue;
        const rule = rank === 0 ? 'title-between' : 'title-chain';
        yield this.make({ arg: person, place: 'right', rank }, tail, piece, rule);
      }
      const holders = this.described(end) ? [] : this.holdersBefore(index, piece, copula);
      for (const slot of holders) {
        yield this.make(slot, tail, piece, isPerson(slot.arg) ? 'title-after' : 'role');
      }
    }
  }

  /** 免去甲的某部部长职务、任命乙为部长：任命的是另一人。 */
  private isAnother(from: number, { first }: Argument): boolean {
    return this.units.slice(from, first).some(({ text }) => APPOINTING.has(text));
  }

  /** 曾任某局局长的某人：局长是后面的人。 */
  private described(end: number): Slot | undefined {
    const { units, clause } = this;
    if (units[end]?.text !== '的') return undefined;
    const arg = clause.args.find(({ first }) => first === end + 1);
    return arg && isPerson(arg) ? { arg, place: 'right', rank: 0 } : undefined;
  }

  private holdersBefore(index: number, piece: Predicate, copula: boolean): Slot[] {
    const fits = (arg: Argument) => (isPerson(arg) ? piece.kind === 'office' || copula : copula);
    // 甲祝贺您、祝贺他当选：当选的不是甲。
    if (this.namesAnother(index)) return [];
    const left = leftOf(this.clause, index, fits);
    const others = this.carried.filter(({ arg }) => !isPerson(arg) && copula);
    // 不说“任”，就不是前面句子里的人：在京中央书记处书记出席。
    const { units, clause } = this;
    const owner = clause.args[index]!.first;
    const said = units.slice(clause.first, owner).some(({ text }) => COPULA.has(text));
    const people = this.people.filter(({ place }) => said || place !== 'topic');
    return [...left, ...(piece.kind === 'office' ? people : []), ...others];
  }

  private namesAnother(index: number): boolean {
    const { units, clause } = this;
    return units
      .slice(clause.first, clause.args[index]!.first)
      .some(({ text, mention }) => !mention && ANOTHER.has(text));
  }

  /** 董事长某某：单位在前文。 */
  private *bare(index: number): Generator<Candidate> {
    const { units, clause } = this;
    const holder = clause.args[index]!;
    if (!isPerson(holder)) return;
    let first = holder.first;
    while (first > clause.first && holder.first - first < 4 && isInner(units[first - 1]!)) first--;
    if (first > 0 && units[first - 1]!.mention) return;
    const piece = pieceOf(units, first, holder.first, this.lexicon);
    if (piece?.kind !== 'office') return;
    const slot: Slot = { arg: holder, place: 'right', rank: 0 };
    for (const owner of leftOf(clause, index, isEmployer)) {
      if (OF_COUNTRY.test(piece.label) && !isPlace(owner.arg)) continue;
      yield this.make(slot, owner, piece, 'title-shared');
    }
    const employers = GOVERNMENT.test(piece.label) ? this.seats(piece.label) : this.employers;
    for (const owner of employers) {
      if (OF_STATE.test(piece.label) && !isPlace(owner.arg)) continue;
      yield this.make(slot, owner, piece, 'carried-employer');
    }
  }

  /** 院长由某人担任；保荐人为某证券；起点：某站。 */
  private *field(index: number): Generator<Candidate> {
    const { units, clause } = this;
    const holder = clause.args[index]!;
    let mark = holder.first - 1;
    while (mark >= 0 && holder.first - mark < 4 && !FIELD.has(units[mark]!.text)) mark--;
    if (mark < 1 || !FIELD.has(units[mark]!.text)) return;
    while (mark > 1 && units[mark - 1]!.tag === 'd') mark--;
    let first = mark;
    while (first > 0 && mark - first < 4 && isInner(units[first - 1]!)) first--;
    if (units[first - 1]?.mention) return;
    const piece = pieceOf(units, first, mark, this.lexicon);
    // 横幅下方是某人的遗像：不是身份。
    if (!piece || (isPerson(holder) && !piece.listed)) return;
    const slot: Slot = { arg: holder, place: 'right', rank: 0 };
    const owners = [...leftOf(clause, index, () => true), ...this.carried];
    for (const owner of owners) {
      yield this.make(slot, owner, piece, 'field');
      if (!isPerson(holder)) yield this.make(owner, slot, piece, 'field-value');
    }
  }

  /** 卸任总经理；聘任某人为总裁：单位在前文。 */
  private *taken(): Generator<Candidate> {
    const { units, clause } = this;
    for (let i = clause.first; i < clause.next - 1; i++) {
      if (units[i]!.mention || !COPULA.has(units[i]!.text)) continue;
      for (const piece of this.piecesFrom(i + 1)) {
        if (piece.kind !== 'office') continue;
        const left = clause.args.filter((arg) => arg.next <= i).reverse();
        const described = this.described(piece.next);
        const before = [...slots(left.filter(isPerson)), ...this.people].slice(0, 2);
        const holders = described ? [described] : before;
        const owners = [...slots(left.filter(isEmployer)), ...this.employers].slice(0, 2);
        for (const holder of holders) {
          for (const owner of owners) yield this.make(holder, owner, piece, 'title-taken');
        }
      }
    }
  }

  /** 并列的职务：市委常委、副市长；董事长兼总经理。 */
  private piecesFrom(from: number): Predicate[] {
    const { units, clause, lexicon } = this;
    const pieces: Predicate[] = [];
    let first = from;
    let i = from;
    for (; i < clause.next; i++) {
      const unit = units[i]!;
      if (first === i && SKIP.has(unit.text)) first++;
      else if (SEPARATOR.has(unit.text)) {
        const piece = pieceOf(units, first, i, lexicon);
        if (!piece) return pieces;
        if (AND.has(unit.text) && !piece.listed && this.namesMinister(i + 1)) continue;
        pieces.push(piece);
        first = i + 1;
      } else if (!isInner(unit) || unit.end - units[first]!.start > LONGEST) break;
    }
    const last = pieceOf(units, first, i, lexicon);
    return last ? [...pieces, last] : pieces;
  }

  private namesMinister(from: number): boolean {
    const { units, clause } = this;
    let i = from;
    while (i < clause.next && isInner(units[i]!)) i++;
    return i > from && MINISTER.test(units[i - 1]!.text);
  }

  private make(head: Slot, tail: Slot, predicate: Predicate, rule: string): Candidate {
    const person = isPerson(head.arg);
    const { category } = head.arg.mentions[0]!;
    const named = rule === 'title-between' ? this.withoutPartner(head.arg) : head.arg.mentions;
    const heads = named.filter((mention) => mention.category === category);
    const { mentions } = tail.arg;
    const owner = mentions.at(tail.place === 'left' ? -1 : 0)!;
    const leaving = this.leavingBefore(predicate);
    const label = leaving + predicate.label;
    const kind = person && !leaving ? roleOf(predicate, tail.arg) : notOffice(predicate.kind);
    return {
      head,
      tail,
      heads: rule === 'title-between' || rule === 'field' ? heads : heads.slice(0, 1),
      tails: [rule === 'field-value' ? mentions[0]! : this.seat(owner, predicate.label)],
      predicate: { ...predicate, kind, label },
      clause: this.clause,
      rule,
    };
  }

  /** 国务院总理甲同乙互致贺电：总理只是甲。 */
  private withoutPartner({ mentions, split, first, next }: Argument): readonly Mention[] {
    const isPartner = this.units.slice(first, next).some(({ text }) => PARTNER.has(text));
    return split > 0 && isPartner ? mentions.slice(0, split) : mentions;
  }

  /** 免去、不再担任：说的是离任，要写在职务之前。 */
  private leavingBefore({ first }: Predicate): string {
    const { units, clause } = this;
    for (let i = first - 1; i >= clause.first; i--) {
      const { text, mention } = units[i]!;
      if (mention || !LEAVING.has(text)) continue;
      const next = units[i + 1]!.text;
      return COPULA.has(next) ? text + next : text;
    }
    return '';
  }

  /** 县长的县：前文没有，就取文中第一个。 */
  private seats(label: string): Slot[] {
    const { discourse, carried } = this;
    const kind = label.at(-2)!;
    const near = carried.filter(({ arg }) => arg.mentions[0]!.text.endsWith(kind));
    const first = [...discourse.places.values()].find(({ text }) => text.endsWith(kind));
    return [...near, ...(first ? [topicSlot([first], 4)] : [])];
  }

  private seat(owner: Mention, label: string): Mention {
    const seat = GOVERNMENT.test(label) ? COMMITTEE.exec(owner.text)?.[1] : undefined;
    const { places } = this.discourse;
    return (seat && (places.get(seat) ?? places.get(seat.slice(0, -1)))) || owner;
  }
}

/** What nouns say of the names in a clause: offices, roles, parts. */
export function proposeTitles(
  ...[units, clauses, index, carried, discourse, lexicon]: ConstructorParameters<typeof Titles>
): Generator<Candidate> {
  return new Titles(units, clauses, index, carried, discourse, lexicon).all();
}

const isPerson = ({ mentions }: Argument) => mentions[0]!.category === 'person';
const isPlace = ({ mentions }: Argument) => mentions[0]!.category === 'place';

function isEmployer({ mentions }: Argument): boolean {
  const { category } = mentions[0]!;
  return category === 'organization' || category === 'place';
}

/** 人在机构、地方的是职务；某人的女儿、某村的村民不是；离任也不是。 */
function roleOf({ label, kind }: Predicate, { mentions }: Argument): RelationKind {
  const { category } = mentions[0]!;
  if (category === 'person') return kind;
  return category === 'place' && RESIDENT.test(label) ? 'location' : 'office';
}

const notOffice = (kind: RelationKind) => (kind === 'office' ? 'verb' : kind);

function leftOf({ args }: Clause, index: number, fits: (arg: Argument) => boolean): Slot[] {
  return slots(args.slice(0, index).reverse().filter(fits)).slice(0, 2);
}

function slots(args: readonly Argument[]): Slot[] {
  return args.map((arg, rank) => ({ arg, place: 'left', rank }));
}

function isInner({ mention, text, tag }: Unit): boolean {
  return !mention && !STOP.has(text) && !SEPARATOR.has(text) && tag !== 'p' && tag !== 'ul';
}

const isLead = ({ text }: Unit) => SKIP.has(text) || COPULA.has(text);

function pieceOf(
  units: readonly Unit[],
  from: number,
  to: number,
  { titles, predicates, clusters, verbs }: Lexicon,
): Predicate | undefined {
  let first = from;
  let next = to;
  while (first < next && isLead(units[first]!)) first++;
  if (next - first > 1 && /^(职务|一职|人选|等)$/.test(units[next - 1]!.text)) next--;
  if (first >= next) return undefined;
  const core = units[next - 1]!;
  const label = units
    .slice(first, next)
    .map(({ text }) => text)
    .join('');
  if (!/^[\p{Script=Han}A-Z]+$/u.test(label) || NO_TITLE.test(label)) return undefined;
  const office = titles.longestBefore(label, label.length, 0) !== undefined && !HONOUR.test(label);
  const listed = predicates.get(core.text);
  if (!office && (listed === 'verb' || (!listed && verbs.has(core.text)))) return undefined;
  if (!office && listed !== 'part' && !/^(n|vn|b|j|x|l|f|r)/.test(core.tag)) return undefined;
  if (!office && COUNTED.test(label)) return undefined;
  const kind = office ? 'office' : (listed ?? 'verb');
  return {
    start: units[first]!.start,
    end: core.end,
    label,
    kind,
    first,
    next,
    core,
    listed: office || listed !== undefined,
    labelHash: hashText(label),
    fine: clusters.get(core.text)?.fine ?? 0,
    coarse: clusters.get(core.text)?.coarse ?? 0,
  };
}
