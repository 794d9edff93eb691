import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeEach, describe, expect, it, test } from 'vitest';
import { toJson } from '../../src/export/json.ts';
import type { Curation } from '../../src/graph/decision.ts';
import { preferences } from '../../src/lexicon/preferences.ts';
import type { Knowledge } from '../../src/pipeline.ts';
import { type BuildOptions, type BuildResult, buildStore } from '../../src/store/build.ts';
import { parseCuration } from '../../src/store/curation.ts';
import { openAnnotations, saveStore } from '../../src/store/file.ts';
import { annotated } from '../helpers/documents.ts';
import { loadKnowledge } from '../helpers/knowledge.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'mailuo-incremental-'));
const docs = path.join(folder, 'docs');
const graph = path.join(folder, 'graph.mailuo');
afterAll(() => rmSync(folder, { recursive: true, force: true }));
beforeEach(() => rmSync(docs, { recursive: true, force: true }));

const write = (name: string, text: string) => {
  writeFileSync(path.join(docs, `${name}.txt`), text);
};
const idOf = (name: string) =>
  path
    .relative(process.cwd(), path.join(docs, `${name}.txt`))
    .split(path.sep)
    .join('/');

/** Build into the graph that is there, as the command does. */
async function grow(
  inputs: readonly string[],
  options: Partial<BuildOptions> = {},
): Promise<BuildResult> {
  const { documents: previous } = await openAnnotations(graph);
  const built = await buildStore(inputs, { knowledge: loadKnowledge(), previous, ...options });
  await saveStore(graph, built);
  return built;
}

async function startWith(texts: Readonly<Record<string, string>>): Promise<void> {
  mkdirSync(docs);
  for (const [name, text] of Object.entries(texts)) write(name, text);
  await saveStore(graph, await buildStore([docs], { knowledge: loadKnowledge() }));
}

async function bytesOfRebuild(
  knowledge: Knowledge = loadKnowledge(),
  curation?: Curation,
): Promise<Buffer> {
  const file = path.join(folder, 'rebuilt.mailuo');
  await saveStore(file, await buildStore([docs], { knowledge, curation }));
  return readFileSync(file);
}

const PARK = '重庆国际生物城位于巴南区。';
const FIRM = '智翔金泰落户重庆国际生物城。';
const MAYOR = '巴南区委书记何友生介绍，重庆国际生物城引进智翔金泰。';

describe('a build on an earlier one', () => {
  test('annotates what is new or changed, and nothing else', async () => {
    await startWith({ a: PARK, b: FIRM });
    expect((await grow([docs])).annotated).toBe(0);
    write('c', MAYOR);
    expect((await grow([docs])).annotated).toBe(1);
    write('a', `${PARK}${MAYOR}`);
    expect((await grow([docs])).annotated).toBe(1);
    expect(readFileSync(graph).equals(await bytesOfRebuild())).toBe(true);
  });

  test('needs only the new document', async () => {
    await startWith({ a: PARK, b: FIRM });
    write('c', MAYOR);
    const { annotated, notGiven } = await grow([path.join(docs, 'c.txt')]);
    expect({ annotated, notGiven }).toEqual({ annotated: 1, notGiven: ['a', 'b'].map(idOf) });
    expect(readFileSync(graph).equals(await bytesOfRebuild())).toBe(true);
  });

  test('keeps documents that are not given, until they are pruned', async () => {
    await startWith({ a: PARK, b: FIRM });
    rmSync(path.join(docs, 'b.txt'));
    const kept = await grow([docs]);
    expect(kept.documents.map(({ id }) => id)).toEqual(['a', 'b'].map(idOf));
    const pruned = await grow([docs], { prune: true });
    expect(pruned.documents.map(({ id }) => id)).toEqual([idOf('a')]);
    expect([kept.notGiven, pruned.notGiven]).toEqual([[idOf('b')], [idOf('b')]]);
    expect(readFileSync(graph).equals(await bytesOfRebuild())).toBe(true);
  });

  test('keeps a document that can no longer be read, until it is pruned', async () => {
    await startWith({ a: PARK, b: FIRM });
    write('b', '');
    const kept = await grow([docs]);
    expect(kept.documents.map(({ id }) => id)).toEqual(['a', 'b'].map(idOf));
    expect(kept.skipped.map(({ id }) => id)).toEqual([idOf('b')]);
    expect([kept.unread, kept.notGiven, kept.gone]).toEqual([[idOf('b')], [], []]);
    const pruned = await grow([docs], { prune: true });
    expect(pruned.documents.map(({ id }) => id)).toEqual([idOf('a')]);
    expect(readFileSync(graph).equals(await bytesOfRebuild())).toBe(true);
  });

  test('forgets, and reports, what a file no longer holds', async () => {
    await startWith({ a: PARK });
    const lines = (texts: readonly string[]) =>
      texts.map((text) => `${JSON.stringify({ text })}\n`).join('');
    writeFileSync(path.join(docs, 'all.jsonl'), lines([FIRM, MAYOR]));
    await grow([docs]);
    writeFileSync(path.join(docs, 'all.jsonl'), lines([FIRM]));
    const { gone, unread } = await grow([docs]);
    expect([gone.length, unread]).toEqual([1, []]);
    expect(gone[0]).toMatch(/all\.jsonl#2$/);
    expect(readFileSync(graph).equals(await bytesOfRebuild())).toBe(true);
  });

  test('annotates all anew when the user prefers other names, from the stored text too', async () => {
    await startWith({ a: PARK, b: FIRM });
    const names = [{ name: '生物城', category: 'program' as const }];
    const knowledge = { ...loadKnowledge(), preferences: preferences({ names }) };
    const built = await grow([path.join(docs, 'a.txt')], { knowledge });
    expect(built.annotated).toBe(2);
    expect(readFileSync(graph).equals(await bytesOfRebuild(knowledge))).toBe(true);
  });

  test('replays the decisions of a user without annotating anew, and undoes them', async () => {
    await startWith({ a: PARK, b: FIRM });
    const text = '- merge: [重庆国际生物城, 巴南区]\n  reason: 试\n- drop: 何友生\n  reason: 试\n';
    const curation = parseCuration(text, 'graph.curation.yaml');
    expect((await grow([docs], { curation })).annotated).toBe(0);
    write('c', MAYOR);
    const { graph: decided } = await grow([path.join(docs, 'c.txt')], { curation });
    expect(decided.nodes()).toContain('place:重庆国际生物城');
    for (const gone of ['place:巴南区', 'person:何友生'])
      expect(decided.nodes()).not.toContain(gone);
    expect(readFileSync(graph).equals(await bytesOfRebuild(undefined, curation))).toBe(true);
    expect((await grow([docs])).annotated).toBe(0);
    expect(readFileSync(graph).equals(await bytesOfRebuild())).toBe(true);
  });

  test('annotates all anew with another model or lexicon', async () => {
    await startWith({ a: PARK, b: FIRM });
    const knowledge = { ...loadKnowledge(), version: 'mailuo of tomorrow' };
    expect((await grow([docs], { knowledge })).annotated).toBe(2);
  });

  test('leaves alone what somebody else annotated and merged', async () => {
    await startWith({ a: PARK });
    const { documents } = await openAnnotations(graph);
    const theirs = annotated('theirs', '[甲|program]在[巴南区|place]。');
    const built = await buildStore([docs], {
      knowledge: loadKnowledge(),
      previous: [...documents, theirs],
    });
    expect(built.documents.find(({ id }) => id === 'theirs')).toEqual(theirs);
    expect(built.annotated).toBe(0);
  });
});

test('keeps the places of what was there, and is in all else what a build of all at once is', async () => {
  await startWith({ a: `${PARK}${FIRM}${MAYOR}` });
  const { positions } = await openAnnotations(graph);
  write('b', '远方大学位于巴南区。');
  const kept = (await grow([docs], { positions })).graph;
  const fresh = (await buildStore([docs], { knowledge: loadKnowledge() })).graph;
  for (const [key, place] of positions) expect(kept.getNodeAttributes(key)).toMatchObject(place);
  expect(kept.order).toBeGreaterThan(positions.size);
  for (const one of [kept, fresh])
    one.updateEachNodeAttributes((_, node) => ({ ...node, x: 0, y: 0 }));
  expect(toJson(kept)).toBe(toJson(fresh));
});

/** Sentences that explain, contradict and repeat each other, so that one changes what others mean. */
const SENTENCES = [
  PARK,
  FIRM,
  MAYOR,
  '重庆智翔金泰生物制药股份有限公司（以下简称智翔金泰）在巴南区投产。',
  '智翔金泰没有落户重庆国际生物城。',
  '北京市朝阳区与巴南区签约，朝阳区代表参观了重庆国际生物城。',
  '长春市朝阳区也来人了，何友生会见了客人。',
];
const text = fc
  .subarray(SENTENCES, { minLength: 1 })
  .chain((chosen) => fc.shuffledSubarray(chosen, { minLength: 1 }))
  .map((chosen) => chosen.join('\n'));
const name = fc.constantFrom('a', 'b', 'c', 'd', 'e');
/** A document that is added or edited; without text, one that is removed. */
const step = fc.tuple(name, fc.option(text, { nil: undefined, freq: 3 }));

it('is the same to the byte as a build of all at once, whatever was added, edited and removed', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 6 }), async (steps) => {
      rmSync(docs, { recursive: true, force: true });
      await startWith({ first: PARK });
      for (const [name, text] of steps) {
        const file = path.join(docs, `${name}.txt`);
        if (text === undefined) rmSync(file, { force: true });
        else write(name, text);
        // What is added or edited may be given alone; what is removed, by the rest with --prune.
        await grow(text === undefined ? [docs] : [file], { prune: text === undefined });
      }
      const { graph: grown } = await grow([docs]);
      const { graph: rebuilt } = await buildStore([docs], { knowledge: loadKnowledge() });
      expect(toJson(grown)).toBe(toJson(rebuilt));
      expect(readFileSync(graph).equals(await bytesOfRebuild())).toBe(true);
    }),
    { numRuns: 25 },
  );
});
