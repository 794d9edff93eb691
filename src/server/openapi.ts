import { type JsonSchema, toJsonSchema, toJsonSchemaDefs } from '@valibot/to-json-schema';
import * as v from 'valibot';
import { shapeOf } from '../query/parameters.ts';
import type { Question, QuestionName, Questions } from '../query/questions.ts';
import { VERSION } from '../version.ts';
import { ANSWERS, NOUNS } from './answers.ts';

/** Where JSON schemas of the description refer to each other. */
const SCHEMAS = '#/components/schemas/';

/** The description of the HTTP API in OpenAPI 3.1, made from the questions themselves. */
export function openApi(questions: Questions): object {
  return {
    openapi: '3.1.0',
    info: {
      title: 'Mailuo 脉络',
      version: VERSION,
      description: 'Questions to a knowledge graph that was made from Chinese documents.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: '/' }],
    security: [{}, { bearer: [] }],
    paths: Object.fromEntries(
      Object.entries(questions).map(([name, question]) => [
        `/api/${name}`,
        { get: operation(name as QuestionName, question) },
      ]),
    ),
    components: {
      securitySchemes: { bearer: { type: 'http', scheme: 'bearer' } },
      schemas: { ...toJsonSchemaDefs(NOUNS, REFERENCES), Failure: FAILURE },
    },
  };
}

const FAILURE = {
  type: 'object',
  properties: { error: { type: 'string' } },
  required: ['error'],
  additionalProperties: false,
};

const REFERENCES = {
  overrideRef: ({ referenceId }: { referenceId: string }) => `${SCHEMAS}${referenceId}`,
} as const;

function operation(name: QuestionName, { summary, parameters, member }: Question) {
  const failures = {
    400: 'A parameter is wrong, or a name may mean several entities',
    401: 'The token is missing',
    403: 'The host or the origin is not served',
    404: 'No entity has the name',
    422: 'The answer takes too long',
  };
  return {
    operationId: name,
    summary,
    parameters: Object.entries(parameters).map(([key, schema]) => parameter(key, schema)),
    responses: {
      200: json('The answer', {
        type: 'object',
        properties: {
          [member]: bare(toJsonSchema(ANSWERS[name], { definitions: NOUNS, ...REFERENCES })),
        },
        required: [member],
        additionalProperties: false,
      }),
      304: { description: 'The answer has not changed' },
      ...Object.fromEntries(
        Object.entries(failures).map(([status, meaning]) => [
          status,
          json(meaning, { $ref: `${SCHEMAS}Failure` }),
        ]),
      ),
    },
  };
}

function parameter(name: string, parameter: v.GenericSchema) {
  const { isList, isOptional, choices, meaning } = shapeOf(parameter);
  return {
    name,
    in: 'query',
    description: meaning,
    required: !isOptional,
    ...(isList && { style: 'form', explode: choices === undefined }),
    schema: schemaOf({ [name]: parameter }).properties![name],
  };
}

/** Parameters as JSON Schema. */
export function schemaOf(parameters: Question['parameters']): JsonSchema {
  return bare(toJsonSchema(v.strictObject(parameters), { typeMode: 'input' }));
}

/** Without what belongs to a schema that stands alone. */
function bare({ $schema, $defs, ...schema }: JsonSchema): JsonSchema {
  return schema;
}

function json(description: string, schema: object) {
  return { description, content: { 'application/json': { schema } } };
}
