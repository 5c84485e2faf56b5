import { z } from 'zod';
import { problemDocument, type Route, STATUS_OF } from '../problem/index.ts';

type Json = { [key: string]: unknown };

const isJson = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Points every reference to a named schema at the document's components. */
function redirected(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(redirected);
  if (!isJson(value)) return value;
  const entries = Object.entries(value)
    .filter(([key]) => key !== '$schema' && key !== 'id')
    .map(([key, inner]): [string, unknown] => [
      key,
      key === '$ref' && typeof inner === 'string'
        ? inner.replace('#/$defs/', '#/components/schemas/')
        : redirected(inner),
    ]);
  return Object.fromEntries(entries);
}

/** Collects named schemas while routes are written down; one name means one schema. */
class Components {
  readonly schemas: Json = {};

  /** The schema as the document shows it: a reference when it has a name. */
  of(schema: z.ZodType, io: 'input' | 'output'): unknown {
    // Inside another schema a named one becomes a reference, at the root it would not.
    const { $defs = {}, properties } = z.toJSONSchema(z.object({ it: schema }), { io, unrepresentable: 'any' }) as Json;
    for (const [name, definition] of Object.entries($defs as Json)) this.#keep(name, definition);
    return redirected((properties as Json)['it']);
  }

  #keep(name: string, definition: unknown): void {
    const text = redirected(definition);
    const before = this.schemas[name];
    if (before !== undefined && JSON.stringify(before) !== JSON.stringify(text)) {
      throw new Error(`The name ${name} means two schemas`);
    }
    this.schemas[name] = text;
  }
}

function parameters(components: Components, where: 'path' | 'query' | 'header', schema: z.ZodObject | null): Json[] {
  return Object.entries(schema?.shape ?? {}).map(([name, field]) => {
    const { description, ...shown } = components.of(field as z.ZodType, 'input') as Json;
    const required = where === 'path' || !z.safeParse(field as z.ZodType, undefined).success;
    return { name, in: where, required, ...(description === undefined ? {} : { description }), schema: shown };
  });
}

function answers(components: Components, route: Route): Json {
  const { status, answer, problems, files = [] } = route;
  const file = { schema: { type: 'string', format: 'binary' } };
  const media = [
    ...(answer === null ? [] : [['application/json', { schema: components.of(answer, 'output') }]]),
    ...files.map((type) => [type, file]),
  ];
  const content = media.length === 0 ? {} : { content: Object.fromEntries(media) as Json };
  const problem = { 'application/problem+json': { schema: components.of(problemDocument, 'output') } };
  return {
    [status]: { description: media.length === 0 ? 'Done.' : 'The answer.', ...content },
    ...Object.fromEntries(
      [...byStatus(problems)].map(([code, names]) => [code, { description: names.join(', '), content: problem }]),
    ),
    default: { description: 'Any other refusal.', content: problem },
  };
}

function byStatus(problems: Route['problems']): Map<number, string[]> {
  const groups = new Map<number, string[]>();
  for (const code of problems) groups.set(STATUS_OF[code], [...(groups.get(STATUS_OF[code]) ?? []), code]);
  return groups;
}

/** A form with one file, and other fields beside it. */
const uploadOf = (description: string): Json => ({
  type: 'object',
  description,
  properties: { file: { type: 'string', format: 'binary' } },
  required: ['file'],
  additionalProperties: { type: 'string' },
});

function operation(components: Components, route: Route): Json {
  const body =
    route.body === null
      ? {}
      : {
          requestBody: {
            required: true,
            content: {
              'application/json': { schema: components.of(route.body, 'input') },
              ...(route.upload === undefined ? {} : { 'multipart/form-data': { schema: uploadOf(route.upload) } }),
            },
          },
        };
  return {
    operationId: route.id,
    tags: [route.subject],
    summary: route.summary,
    'x-permission': route.permission,
    parameters: [
      ...parameters(components, 'path', route.params),
      ...parameters(components, 'query', route.query),
      ...parameters(components, 'header', route.headers),
    ],
    ...body,
    responses: answers(components, route),
  };
}

/** OpenAPI 3.1 of the given routes. */
export function openApiDocument(routes: readonly Route[]): Json {
  const components = new Components();
  const paths: Record<string, Json> = {};
  for (const route of routes) {
    const path = (paths[route.path] ??= {});
    path[route.method] = operation(components, route);
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Entente', version: '1', license: { name: 'Apache-2.0', identifier: 'Apache-2.0' } },
    servers: [{ url: '/' }],
    tags: [...new Set(routes.map((route) => route.subject))].map((name) => ({ name })),
    paths,
    components: { schemas: components.schemas },
  };
}
