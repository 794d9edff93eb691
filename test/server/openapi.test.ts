import { Validator } from '@seriousme/openapi-schema-validator';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it, test } from 'vitest';
import type { QuestionName } from '../../src/query/questions.ts';
import { QUESTIONS } from '../../src/server/api.ts';
import { createApp } from '../../src/server/app.ts';
import { openApi } from '../../src/server/openapi.ts';
import { reduce } from '../../src/store/build.ts';
import { annotated } from '../helpers/documents.ts';
import { STORE } from '../query/graph.ts';
import { documentWith } from '../relation/notation.ts';

interface Description {
  readonly paths: Record<
    string,
    {
      get: {
        parameters: { name: string; required: boolean; schema: object }[];
        responses: Record<string, { content: { 'application/json': { schema: object } } }>;
      };
    }
  >;
  readonly components: object;
}

const app = createApp(STORE);
const headers = { host: 'localhost' };
const description = (await (
  await app.request('/api/openapi.json', { headers })
).json()) as Description;

/** Whether an answer is as described. */
function check(name: string, status: number, answer: unknown): void {
  const { schema } =
    description.paths[`/api/${name}`]!.get.responses[status]!.content['application/json'];
  const validate = new Ajv2020({ strict: false }).compile({
    ...schema,
    components: description.components,
  });
  expect(validate(answer), JSON.stringify(validate.errors)).toBe(true);
}

test('the description is one in OpenAPI 3.1', async () => {
  const result = await new Validator().validate(structuredClone(description) as never);
  expect(result.errors).toBeUndefined();
  expect(result.valid).toBe(true);
  expect(description).toEqual(JSON.parse(JSON.stringify(openApi(QUESTIONS))));
});

test('every question is described, and nothing else', () => {
  const names = Object.keys(QUESTIONS).map((name) => `/api/${name}`);
  expect(Object.keys(description.paths)).toEqual(names);
});

describe('what is described is answered', () => {
  const claim = (share: string, rest: string) =>
    `[何友生|person]介绍，[甲公司|org]去年收购了[乙公司|org]${share}的股权。${rest}`;
  const facts = createApp(
    reduce([
      documentWith('1.txt', claim('67%', ''), '2024-05-01'),
      documentWith('2.txt', claim('51%', ''), '2024-05-02'),
      annotated('3.txt', '[甲公司|organization]与[丙公司|organization]。'),
    ]),
  );
  const PARAMETERS: Record<QuestionName, Record<string, string>> = {
    search: { q: '公司' },
    entity: { name: '甲公司' },
    neighbors: { name: '甲公司', order: 'surprise' },
    path: { from: '丙公司', to: '乙公司', limit: '3' },
    evidence: { source: '甲公司', target: '乙公司' },
    documents: { name: '甲公司' },
    subgraph: { name: '甲公司' },
    top: { by: 'degree' },
    conflicts: {},
  };
  it.each(Object.entries(PARAMETERS))('/api/%s', async (name, parameters) => {
    const address = `/api/${name}?${new URLSearchParams(parameters)}`;
    const response = await facts.request(address, { headers });
    const answer = (await response.json()) as Record<string, unknown>;
    expect(response.status, JSON.stringify(answer)).toBe(200);
    check(name, 200, answer);
    const [[, found]] = Object.entries(answer) as [[string, object]];
    expect(Object.keys(found).length).toBeGreaterThan(0);
  });

  it.each(Object.entries(description.paths))(
    '%s with its required parameters only',
    async (address, { get }) => {
      for (const { name, required } of get.parameters.filter(({ required }) => required)) {
        expect(required).toBe(true);
        const others = get.parameters.filter((one) => one.required && one.name !== name);
        const given = others.map((one): [string, string] => [one.name, '何友生']);
        const response = await app.request(`${address}?${new URLSearchParams(given)}`, { headers });
        expect(response.status).toBe(400);
        const answer = (await response.json()) as { error: string };
        expect(answer.error).toBe(`${name}: is missing`);
        check(address.replace('/api/', ''), 400, answer);
      }
    },
  );

  it('refuses what the description does not allow', () => {
    expect(() => check('search', 200, { entities: [{ key: 'place:甲' }] })).toThrow();
    expect(() => check('search', 200, { entities: [], more: 1 })).toThrow();
  });
});
