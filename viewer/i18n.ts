/** Every word of the interface, in both languages. */

import type { Category, RelationKind, Status } from '../src/types.ts';

const zh = {
  otherLanguage: 'EN',
  search: '搜索实体或别名（按 / 键）',
  noResults: '没有找到',
  results: '搜索结果',
  fit: '显示全图',
  panel: '详情',
  loading: '正在载入…',
  loadFailed: '图谱载入失败。请确认 mailuo view 仍在运行，然后重新载入此页。',
  empty: '图谱是空的：文档中没有找到实体。请用 mailuo build 加入文档，然后重新载入此页。',
  notDrawable: '无法绘图：此浏览器没有可用的 WebGL。请开启硬件加速或换一个浏览器；下面以列表代替。',
  findingsFailed: '句子载入失败。请确认 mailuo view 仍在运行，然后再试一次。',
  noFindings: '没有找到句子。',
  retry: '重试',
  close: '关闭',
  back: '返回',
  goTo: '前往',
  aliases: '又名',
  entities: '实体',
  colon: '：',
  comma: '、',
  counts: (documents: number, mentions: number, neighbors: number) =>
    `${documents} 篇文档 · 提及 ${mentions} 次 · ${neighbors} 个相邻实体`,
  sentences: (count: number) => `${count} 个句子`,
  shown: (nodes: number, allNodes: number, edges: number, allEdges: number) =>
    `显示 ${nodes} / ${allNodes} 个实体，${edges} / ${allEdges} 条关系`,
  rule: '规则',
  backbone: '只看主干',
  backboneHint: '隐去多半出于偶然的共现',
  categories: {
    organization: '机构',
    place: '地点',
    person: '人物',
    program: '项目',
  } satisfies Record<Category, string> as Record<Category, string>,
  relations: {
    verb: '行为',
    office: '任职',
    location: '位置',
    part: '隶属',
    membership: '加入',
    'alias-of': '别名',
    cooccurrence: '共现',
  } satisfies Record<RelationKind, string> as Record<RelationKind, string>,
  statuses: {
    asserted: '陈述',
    denied: '否定',
    planned: '计划',
    reported: '转述',
  } satisfies Record<Status, string> as Record<Status, string>,
};

const en: typeof zh = {
  otherLanguage: '中',
  search: 'Search names and aliases (press /)',
  noResults: 'Nothing found',
  results: 'Search results',
  fit: 'Show the whole graph',
  panel: 'Details',
  loading: 'Loading…',
  loadFailed:
    'The graph could not be loaded. Check that mailuo view is still running, then reload this page.',
  empty:
    'The graph is empty: no entities were found. Add documents with mailuo build, then reload this page.',
  notDrawable:
    'The graph cannot be drawn: this browser has no WebGL. Turn on hardware acceleration or use another browser; here is a list instead.',
  findingsFailed:
    'The sentences could not be loaded. Check that mailuo view is still running, then try again.',
  noFindings: 'No sentences found.',
  retry: 'Try again',
  close: 'Close',
  back: 'Back',
  goTo: 'Go to',
  aliases: 'Also known as',
  entities: 'Entities',
  colon: ': ',
  comma: ', ',
  counts: (documents, mentions, neighbors) =>
    `Documents: ${documents} · Mentions: ${mentions} · Neighbours: ${neighbors}`,
  sentences: (count) => (count === 1 ? '1 sentence' : `${count} sentences`),
  shown: (nodes, allNodes, edges, allEdges) =>
    `Showing ${nodes} / ${allNodes} entities, ${edges} / ${allEdges} relations`,
  rule: 'Rule',
  backbone: 'Backbone only',
  backboneHint: 'Hide co-occurrence that may well be chance',
  categories: {
    organization: 'Organization',
    place: 'Place',
    person: 'Person',
    program: 'Program',
  },
  relations: {
    verb: 'Action',
    office: 'Office',
    location: 'Location',
    part: 'Part',
    membership: 'Membership',
    'alias-of': 'Alias',
    cooccurrence: 'Co-occurrence',
  },
  statuses: {
    asserted: 'asserted',
    denied: 'denied',
    planned: 'planned',
    reported: 'reported',
  },
};

export const STRINGS = { zh, en };
export type Language = keyof typeof STRINGS;
export type Strings = typeof zh;

export function preferredLanguage(): Language {
  return navigator.language.toLowerCase().startsWith('zh') ? 'zh' : 'en';
}
