import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xorshift128plus } from 'pure-rand/generator/xorshift128plus';
import { readingsOf } from '../../src/lexicon/pinyin.ts';
import type { Columns } from '../../src/page/columns.ts';
import { CATEGORIES, RELATION_KINDS, STATUSES } from '../../src/types.ts';

const PLACES = '渝州 蜀山 江北 海东 云岭 桂林 湘南 鄂西 晋中 辽源 苏南 浙东'.split(' ');
const FIELDS = '生物 汽车 航天 钢铁 农业 能源 数据 物流 医药 教育 材料 机械'.split(' ');
const ENDINGS = ['公司', '镇', '生', '工程'];
const PREDICATES = ['共现', '打造', '收购', '建设', '投资', '签约', '入驻'];
const COMMUNITY = 100;

/**
 * The columns of a graph as large as one wants: communities of a hundred nodes, and a few nodes that
 * all documents name. One edge in ten is a statement. The same numbers give the same graph.
 */
export function syntheticColumns(order: number, size: number): Columns {
  const generator = xorshift128plus(6);
  const random = () => uniformFloat64(generator);
  const numbers = Array.from({ length: order }, (_, i) => i);
  const label = numbers.map(
    (i) => `${PLACES[i % 12]}${FIELDS[Math.floor(i / 12) % 12]}${i}${ENDINGS[i % 4]}`,
  );
  const aliases = numbers.map((i) => (i % 5 === 0 ? [`${FIELDS[i % 12]}${i}`] : []));
  const documents = numbers.map((i) => 1 + Math.floor(order / 20 / (i + 1)));
  const communities = Math.ceil(order / COMMUNITY);
  const places = numbers.map((i) => placeOf(i % communities, random));
  const edges = edgesOf(order, size, random);
  return {
    made: {
      mailuo: '0',
      segmenter: '',
      documents: order,
      articles: order,
      sentences: size,
      window: 'sentence',
    },
    nodes: {
      label,
      aliases,
      category: numbers.map((i) => i % CATEGORIES.length),
      mentions: documents.map((count) => 2 * count),
      documents,
      articles: documents,
      degree: numbers.map(() => Math.round((2 * size) / order)),
      pagerank: numbers.map(() => 1 / order),
      betweenness: numbers.map(() => 0),
      community: numbers.map((i) => i % communities),
      x: places.map(([x]) => x),
      y: places.map(([, y]) => y),
    },
    edges,
    predicates: PREDICATES,
    sentences: sentencesOf(order, edges.weight),
    pinyin: readingsOf([...PLACES, ...FIELDS, ...ENDINGS]),
  };
}

/** One for each piece of evidence, month by month; one in twenty has no date. */
function sentencesOf(documents: number, weights: readonly number[]): Columns['sentences'] {
  const months = Array.from(
    { length: 60 },
    (_, i) => `${2020 + Math.floor(i / 12)}-${`${1 + (i % 12)}`.padStart(2, '0')}`,
  );
  const evidence = Array.from(
    { length: weights.reduce((sum, weight) => sum + weight, 0) },
    (_, i) => i,
  );
  const ids = Array.from({ length: documents }, (_, i) => `${i}.txt`);
  return {
    documents: { id: ids, title: ids, source: ids.map((_, i) => i % 3) },
    sources: ['日报', '晚报', '通讯社'],
    dates: months,
    document: evidence.map((i) => i % documents),
    date: evidence.map((i) => (i % 20 === 0 ? null : i % 60)),
    evidence,
    counts: weights,
  };
}

/** Communities on a sunflower spiral. */
function placeOf(community: number, random: () => number): [x: number, y: number] {
  const radius = 400 * Math.sqrt(community);
  const angle = community * Math.PI * (3 - Math.sqrt(5));
  const [distance, direction] = [300 * Math.sqrt(random()), 2 * Math.PI * random()];
  return [
    Math.round(radius * Math.cos(angle) + distance * Math.cos(direction)),
    Math.round(radius * Math.sin(angle) + distance * Math.sin(direction)),
  ];
}

function edgesOf(order: number, size: number, random: () => number): Columns['edges'] {
  const pick = (count: number) => Math.floor(random() * count);
  const communities = Math.ceil(order / COMMUNITY);
  const hubs = Math.max(1, Math.round(order / 1000));
  const numbers = Array.from({ length: size }, (_, i) => i);
  const statements = size / 10;
  const source = numbers.map(() => pick(order));
  const target = source.map((one) => {
    if (random() < 0.1) return pick(hubs);
    return random() < 0.1
      ? pick(order)
      : ((one % communities) + communities * pick(COMMUNITY)) % order;
  });
  const isStatement = (edge: number) => edge < statements;
  return {
    source,
    target,
    relation: numbers.map((edge) =>
      RELATION_KINDS.indexOf(isStatement(edge) ? 'verb' : 'cooccurrence'),
    ),
    label: numbers.map((edge) => (isStatement(edge) ? 1 + (edge % 6) : 0)),
    status: numbers.map((edge) =>
      STATUSES.indexOf(isStatement(edge) && edge % 10 === 0 ? 'planned' : 'asserted'),
    ),
    weight: numbers.map((edge) => 1 + Math.floor(((size - edge) / size) ** 6 * 5)),
    documents: numbers.map(() => 1),
    articles: numbers.map(() => 1),
    backbone: numbers.map((edge) => Number(edge < size / 2)),
    npmi: numbers.map((edge) => (isStatement(edge) ? null : 0.123)),
    g2: numbers.map((edge) => (isStatement(edge) ? null : 4.5)),
  };
}
