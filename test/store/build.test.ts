import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { buildStore, reduce } from '../../src/store/build.ts';
import { annotated } from '../helpers/documents.ts';
import { loadKnowledge } from '../helpers/knowledge.ts';
import { folderWith } from '../ingest/folder.ts';

describe('reduce', () => {
  test('sorts the documents by id', () => {
    const ids = ['b', 'a/2', 'a/10', 'A'];
    const { documents } = reduce(ids.map((id) => annotated(id, '[甲|place]。')));
    expect(documents.map(({ id }) => id)).toEqual(['A', 'a/10', 'a/2', 'b']);
  });

  test('refuses two documents with one id, and names it', () => {
    const documents = ['a', 'b', 'a'].map((id) => annotated(id, '[甲|place]。'));
    expect(() => reduce(documents)).toThrow(
      expect.objectContaining({
        code: 'INVALID_ARGUMENT',
        message: expect.stringContaining('"a"'),
      }),
    );
  });

  test('takes documents whose texts are equal', () => {
    const { graph } = reduce(['a', 'b'].map((id) => annotated(id, '[甲|place]在[乙|place]。')));
    expect(graph.getAttribute('documents')).toBe(2);
  });
});

describe('building from files', () => {
  const idOf = (file: string) => path.relative(process.cwd(), file).split(path.sep).join('/');

  test('reads each file once, whatever the inputs, and reports the ones that it skips', async () => {
    const folder = folderWith({
      'b.txt': '重庆国际生物城位于巴南区。',
      'sub/a.md': '# 巴南区\n\n巴南区在重庆。',
      'empty.txt': '',
      'scan.pdf': '%PDF-1.4',
    });
    const seen: string[] = [];
    const built = await buildStore(
      [path.join(folder, 'b.txt'), folder, path.join(folder, '*.txt')],
      {
        knowledge: loadKnowledge(),
        onProgress: ({ id }) => seen.push(id),
      },
    );
    expect(built.documents.map(({ id }) => id)).toEqual(
      ['b.txt', 'sub/a.md'].map((file) => idOf(path.join(folder, file))),
    );
    expect(built.documents[1]!.title).toBe('巴南区');
    expect(built.skipped).toEqual([
      { id: idOf(path.join(folder, 'empty.txt')), reason: expect.stringContaining('0 bytes') },
      { id: idOf(path.join(folder, 'scan.pdf')), reason: expect.stringContaining('PDF is broken') },
    ]);
    expect(built.bytes).toBeGreaterThanOrEqual(Buffer.byteLength('重庆国际生物城位于巴南区。'));
    for (const file of ['b.txt', 'empty.txt', 'scan.pdf', 'sub/a.md']) {
      expect(seen).toContain(idOf(path.join(folder, file)));
    }
  });

  test('skips files that are larger than the limit', async () => {
    const folder = folderWith({ 'a.txt': '巴南区。', 'b.txt': '巴南区在重庆。'.repeat(100) });
    const built = await buildStore([folder], { knowledge: loadKnowledge(), maxBytes: 1000 });
    expect(built.documents).toHaveLength(1);
    expect(built.skipped).toEqual([
      { id: idOf(path.join(folder, 'b.txt')), reason: expect.stringMatching(/2100 .* 1000/) },
    ]);
  });

  test('fails with all reasons when no document can be read', async () => {
    const folder = folderWith({ 'a.txt': '', 'b.pdf': '%PDF-1.4' });
    const building = buildStore([folder], { knowledge: loadKnowledge() });
    await expect(building).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(building).rejects.toThrow(/a\.txt: .*\n.*b\.pdf: /);
  });

  test('fails when an input names nothing', async () => {
    const building = buildStore(['/nowhere/at-all'], { knowledge: loadKnowledge() });
    await expect(building).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(building).rejects.toThrow('/nowhere/at-all');
  });
});
