/** GitHub's own description of its REST API (npm: `@octokit/openapi`), as a judge of requests and answers. */

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Ajv, type ValidateFunction } from 'ajv';

/** One request with its answer, as they went over the wire. */
export interface Exchange {
  readonly method: string;
  /** As it was sent, percent-encoded, without the API's root: `/repos/octo/demo/git/ref/tags%2Fv1`. */
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  /** Undefined where there was none, or where it was no JSON. */
  readonly body: unknown;
  readonly status: number;
  /** Undefined where there was none, or where it was no JSON. */
  readonly answer: unknown;
}

export interface ApiDescription {
  /** The template of the path that describes such a request; undefined where none does. */
  template(method: string, path: string): string | undefined;
  /** What a request has that is not described, or has in another form, each as a sentence. */
  requestProblems(exchange: Exchange): readonly string[];
  /** What an answer lacks, has in another form than is described, or has beside it. */
  answerProblems(exchange: Exchange): readonly string[];
}

type Json = Readonly<Record<string, unknown>>;

interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly required?: boolean;
  readonly schema: Json;
}

interface Media {
  readonly content?: Readonly<Record<string, { readonly schema?: Json }>>;
}

interface Operation {
  readonly parameters?: readonly Json[];
  readonly requestBody?: Media;
  readonly responses: Readonly<Record<string, Json>>;
}

interface Description {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Json>> };
}

/** Reads the description of one forge: `api.github.com`, `ghes-3.19`. */
export function apiDescription(forge: string): ApiDescription {
  const { resolve } = createRequire(import.meta.url);
  const file = resolve(`@octokit/openapi/generated/${forge}.json`);
  const description = JSON.parse(readFileSync(file, 'utf8')) as Description;
  const { paths } = description;
  const judge = judgeOf(description);
  const operationOf = ({ method, path }: Pick<Exchange, 'method' | 'path'>): Operation | undefined =>
    paths[templateOf(paths, method, path) ?? '']?.[method.toLowerCase()];
  return {
    template: (method, path) => templateOf(paths, method, path),
    requestProblems(exchange) {
      const operation = operationOf(exchange);
      if (operation === undefined) return ['no such operation is described'];
      const template = templateOf(paths, exchange.method, exchange.path) ?? '';
      return [
        ...parameterProblems(parametersOf(description, operation), { ...exchange, template }, judge),
        ...bodyProblems(operation, exchange, judge),
      ];
    },
    answerProblems(exchange) {
      const operation = operationOf(exchange);
      if (operation === undefined) return ['no such operation is described'];
      return answerProblems(description, operation, exchange, judge);
    },
  };
}

/** Says where a value does not fit a schema, and what it has beyond it. */
type Judge = (schema: Json, value: unknown) => readonly string[];

const ROOT = 'github';

function judgeOf({ components }: Description): Judge {
  const ajv = new Ajv({ strict: false, allErrors: true, inlineRefs: false });
  ajv.addFormat('date-time', /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/);
  ajv.addFormat('uri', (text: string) => URL.canParse(text));
  ajv.addSchema({ $id: ROOT, components: { schemas: asJsonSchema(components.schemas) } });
  const compiled = new WeakMap<Json, ValidateFunction>();
  return (schema, value) => {
    const validate = compiled.get(schema) ?? ajv.compile(asJsonSchema(schema) as Json);
    compiled.set(schema, validate);
    const misfits = validate(value) ? [] : (validate.errors ?? []);
    return [
      ...misfits.map(({ instancePath, message }) => `${instancePath || 'it'} ${message}`),
      ...undescribed(components.schemas, schema, value, ''),
    ];
  };
}

const FORMATS = ['date-time', 'uri'];

/** OpenAPI 3.0 in the words of JSON Schema: `nullable` is a choice of types, and a reference leads to the one root. */
function asJsonSchema(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(asJsonSchema);
  if (typeof schema !== 'object' || schema === null) return schema;
  const { nullable, example, examples, description, format, $ref, oneOf, ...rest } = schema as Json;
  const plain = {
    ...Object.fromEntries(Object.entries(rest).map(([key, value]) => [key, asJsonSchema(value)])),
    // Properties may have these very names.
    ...named({ nullable, example, examples, description, format }),
    ...(typeof format === 'string' && FORMATS.includes(format) ? { format } : {}),
    // Its choices overlap: what fits one fits another, too.
    ...(oneOf === undefined ? {} : { anyOf: asJsonSchema(oneOf) }),
    ...(typeof $ref === 'string' ? { $ref: `${ROOT}${$ref}` } : {}),
  };
  return nullable === true ? { anyOf: [{ type: 'null' }, plain] } : plain;
}

function named(members: Json): Json {
  const schemas = Object.entries(members).filter(([, value]) => typeof value === 'object' && value !== null);
  return Object.fromEntries(
    schemas
      .filter(([key]) => key !== 'example' && key !== 'examples')
      .map(([key, value]) => [key, asJsonSchema(value)]),
  );
}

/** Members of a value that no schema of it names. */
function undescribed(
  schemas: Description['components']['schemas'],
  schema: Json,
  value: unknown,
  at: string,
): readonly string[] {
  const choices = choicesOf(schemas, schema);
  if (Array.isArray(value)) {
    const items = choices.flatMap(({ items: each }) => (each === undefined ? [] : [each as Json]));
    const either = { anyOf: items };
    return items.length === 0 ? [] : value.flatMap((each) => undescribed(schemas, either, each, `${at}/0`));
  }
  if (typeof value !== 'object' || value === null) return [];
  const open = choices.some(
    ({ properties, additionalProperties }) => properties === undefined || Boolean(additionalProperties),
  );
  return Object.entries(value).flatMap(([key, member]) => {
    const known = choices.flatMap(
      ({ properties }) => (properties as Json | undefined)?.[key] ?? [],
    ) as Json[];
    if (known.length > 0) return undescribed(schemas, { anyOf: known }, member, `${at}/${key}`);
    return open ? [] : [`${at}/${key} is not described`];
  });
}

/** The schemas that may describe a value, references and choices followed. */
function choicesOf(schemas: Description['components']['schemas'], schema: Json): readonly Json[] {
  const {
    $ref,
    anyOf = [],
    oneOf = [],
    allOf = [],
  } = schema as {
    readonly [Key in '$ref' | 'anyOf' | 'oneOf' | 'allOf']?: never;
  };
  if (typeof $ref === 'string') {
    const name = ($ref as string).split('/').at(-1) ?? '';
    return choicesOf(schemas, schemas[name] ?? {});
  }
  const within = [...(anyOf as Json[]), ...(oneOf as Json[]), ...(allOf as Json[])];
  if (within.length === 0) return [schema];
  return [
    ...(schema.properties === undefined ? [] : [schema]),
    ...within.flatMap((each) => choicesOf(schemas, each)),
  ];
}

/** Of several templates that fit, the one with the most fixed segments. */
function templateOf(paths: Description['paths'], method: string, path: string): string | undefined {
  const segments = path.split('/');
  const fitting = Object.keys(paths).filter((template) => {
    const parts = template.split('/');
    return (
      parts.length === segments.length &&
      parts.every((part, at) => part.startsWith('{') || part === segments[at]) &&
      paths[template]?.[method.toLowerCase()] !== undefined
    );
  });
  const fixed = (template: string): number =>
    template.split('/').filter((part) => !part.startsWith('{')).length;
  return fitting.toSorted((one, other) => fixed(other) - fixed(one))[0];
}

function parametersOf(description: Description, { parameters = [] }: Operation): readonly Parameter[] {
  return parameters.map((each) => resolved(description, each) as unknown as Parameter);
}

function resolved(description: Description, value: Json): Json {
  if (typeof value.$ref !== 'string') return value;
  const [, ...way] = value.$ref.split('/');
  return way.reduce<unknown>((found, key) => (found as Json)[key], description) as Json;
}

function parameterProblems(
  parameters: readonly Parameter[],
  { path, query, template }: Exchange & { readonly template: string },
  judge: Judge,
): readonly string[] {
  const segments = path.split('/');
  const inPath = template.split('/').flatMap((part, at) => {
    const name = /^\{(.+)\}$/.exec(part)?.[1];
    return name === undefined ? [] : [['path', name, decodeURIComponent(segments[at] ?? '')] as const];
  });
  const given = [...inPath, ...Object.entries(query).map(([name, value]) => ['query', name, value] as const)];
  const unfit = given.flatMap(([where, name, value]) => {
    const known = parameters.find((each) => each.in === where && each.name === name);
    if (known === undefined) return [`the ${where} parameter ${name} is not described`];
    return judge(known.schema, typed(known.schema, value)).map((problem) => `${name}: ${problem}`);
  });
  const missing = parameters.filter(
    (each) => each.in === 'query' && each.required === true && query[each.name] === undefined,
  );
  return [...unfit, ...missing.map(({ name }) => `the query parameter ${name} is missing`)];
}

function typed({ type }: Json, value: string): unknown {
  if (type === 'integer') return /^\d+$/.test(value) ? Number(value) : value;
  if (type === 'boolean') return value === 'true' ? true : value === 'false' ? false : value;
  return value;
}

function bodyProblems({ requestBody }: Operation, { body }: Exchange, judge: Judge): readonly string[] {
  if (body === undefined) return [];
  const schema = requestBody?.content?.['application/json']?.schema;
  return schema === undefined ? ['no body is described'] : judge(schema, body);
}

function answerProblems(
  description: Description,
  { responses }: Operation,
  { status, answer }: Exchange,
  judge: Judge,
): readonly string[] {
  const described = responses[status];
  if (described === undefined && status < 400) return [`${status} is not described`];
  const { content } = (described === undefined ? {} : resolved(description, described)) as Media;
  const schema = content?.['application/json']?.schema;
  if (status >= 400) return refusalProblems(description, schema, { status, answer }, judge);
  if (schema === undefined) return answer === undefined ? [] : ['no answer is described'];
  return judge(schema, answer);
}

/** Any operation may refuse a token or a body; those answers are described once, or not at all. */
function refusalProblems(
  { components: { schemas } }: Description,
  described: Json | undefined,
  { status, answer }: Pick<Exchange, 'status' | 'answer'>,
  judge: Judge,
): readonly string[] {
  const common = schemas[status === 422 ? 'validation-error' : 'basic-error'] ?? {};
  const told = answer as { readonly status?: unknown; readonly request_id?: unknown } | undefined;
  // Recorded of the API's host and of the uploads' host, and not described.
  const { status: _status, request_id: _request, ...body } = (told ?? {}) as Json;
  const numbered = told?.status === String(status) || told?.request_id !== undefined;
  return [
    ...(typeof body.message === 'string' &&
    String(body.documentation_url).startsWith('https://docs.github.com/rest')
      ? []
      : ['a refusal has a message and the address of its documentation']),
    ...(numbered ? [] : ['a refusal repeats its status, or names the request']),
    ...judge(described ?? common, body),
  ];
}
