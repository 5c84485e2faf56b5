import { ROUTES } from '@entente/contract/openapi';
import { STATUS_OF } from '@entente/contract/problem';
import { documentPage } from '../platform/document-page.ts';

type Json = Readonly<Record<string, unknown>>;

const isJson = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);
const at = (value: unknown, ...path: readonly string[]): unknown =>
  path.reduce<unknown>((inner, key) => (isJson(inner) ? inner[key] : undefined), value);
const text = (value: unknown): string => (typeof value === 'string' ? value : '');

const escaped = (raw: string): string =>
  raw.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const code = (raw: string): string => `<code>${escaped(raw)}</code>`;
/** Code spans of a description, which is Markdown to that extent. */
const prose = (raw: string): string => escaped(raw).replace(/`([^`]+)`/g, '<code>$1</code>');

/** What a value may be, in a few words: `string`, `integer`, `one of …`, a link to a named schema, `… or null`. */
function typeWords(schema: unknown): string {
  const reference = text(at(schema, '$ref')).split('/').at(-1) ?? '';
  if (reference !== '') return `<a href="#schema-${escaped(reference)}">${escaped(reference)}</a>`;
  if (!isJson(schema)) return 'any';
  const options = schema['anyOf'] ?? schema['oneOf'];
  if (Array.isArray(options)) return options.map(typeWords).join(' or ');
  if (Array.isArray(schema['enum'])) return schema['enum'].map((term) => code(String(term))).join(', ');
  if ('const' in schema) return code(String(schema['const']));
  if (schema['type'] === 'array') return `list of ${typeWords(schema['items'])}`;
  if (schema['type'] === 'object' && isJson(schema['additionalProperties'])) {
    return `map to ${typeWords(schema['additionalProperties'])}`;
  }
  const format = text(schema['format']);
  return escaped(text(schema['type']) || 'any') + (format === '' ? '' : ` (${escaped(format)})`);
}

function row(name: string, where: string, required: boolean, schema: unknown, described: string): string {
  const preset = isJson(schema) && 'default' in schema ? ` Default: ${code(JSON.stringify(schema['default']))}.` : '';
  return `<tr><th scope="row">${code(name)}${required ? ' <span class="required">required</span>' : ''}</th><td>${where}</td><td>${typeWords(schema)}</td><td>${prose(described)}${preset}</td></tr>`;
}

const table = (rows: readonly string[]): string =>
  rows.length === 0
    ? ''
    : `<table><thead><tr><th scope="col">Name</th><th scope="col">In</th><th scope="col">Value</th><th scope="col">Meaning</th></tr></thead><tbody>${rows.join('')}</tbody></table>`;

function parameterRows(operation: Json): string[] {
  const parameters = operation['parameters'];
  if (!Array.isArray(parameters)) return [];
  return (parameters as readonly Json[]).map((parameter) =>
    row(
      text(parameter['name']),
      text(parameter['in']),
      parameter['required'] === true,
      parameter['schema'],
      text(parameter['description']),
    ),
  );
}

function propertyRows(schema: unknown): string[] {
  const required = at(schema, 'required');
  const names = Array.isArray(required) ? (required as readonly string[]) : [];
  return Object.entries((at(schema, 'properties') ?? {}) as Json).map(([name, property]) =>
    row(name, 'body', names.includes(name), property, text(at(property, 'description'))),
  );
}

function operationSection(
  document: Json,
  { id, method, path, status, permission, problems }: (typeof ROUTES)[number],
): string {
  const operation = (at(document, 'paths', path, method) ?? {}) as Json;
  const body = at(operation, 'requestBody', 'content', 'application/json', 'schema');
  const answer = at(operation, 'responses', String(status), 'content', 'application/json', 'schema');
  const refusals = problems.map(
    (problem) => `<li>${STATUS_OF[problem]} <a href="/docs/errors/${problem}">${problem}</a></li>`,
  );
  return `<section id="${id}"><h3>${escaped(text(operation['summary']))}</h3>
<p class="address"><strong>${method.toUpperCase()}</strong> ${code(path)}</p>
<p>Permission ${code(permission)}. Operation ${code(id)}.</p>
${table(parameterRows(operation))}
${body === undefined ? '' : `<p>Body: ${typeWords(body)}</p>`}
<p>Answer: ${status}${answer === undefined ? ', without a body' : ` ${typeWords(answer)}`}</p>
${refusals.length === 0 ? '' : `<ul class="refusals">${refusals.join('')}</ul>`}</section>`;
}

function schemaSection([name, schema]: readonly [string, unknown]): string {
  const rows = propertyRows(schema);
  const described = prose(text(at(schema, 'description')));
  return `<section id="schema-${escaped(name)}"><h3>${escaped(name)}</h3><p>${described}</p>${
    rows.length === 0 ? `<p>${typeWords(schema)}</p>` : table(rows)
  }</section>`;
}

/** The reference of the API as one page that needs no script: every operation and every schema of the document. */
export function referencePage(document: Json): string {
  const subjects = [...new Set(ROUTES.map((route) => route.subject))];
  const navigation = subjects.map((subject) => `<li><a href="#${subject}">${subject}</a></li>`).join('');
  const operations = subjects.map((subject) => {
    const routes = ROUTES.filter((route) => route.subject === subject);
    return `<section id="${subject}"><h2>${subject}</h2>${routes.map((route) => operationSection(document, route)).join('')}</section>`;
  });
  const schemas = Object.entries((at(document, 'components', 'schemas') ?? {}) as Json).map(schemaSection);
  return documentPage(
    'API',
    `<header><h1>The API of Entente</h1>
<p>Written from the <a href="/api/v1/openapi.json">OpenAPI 3.1 document</a> that this server answers by. Every refusal is a problem document (RFC 9457) with a stable code, the fields at fault and what to do; each code leads to its page. A change carries the version it was made on in <code>If-Match</code>; a write may carry an <code>Idempotency-Key</code>; the answer to a write names its change in <code>Entente-Change</code>, which can be undone.</p></header>
<nav aria-label="Subjects"><ul>${navigation}<li><a href="#schemas">schemas</a></li></ul></nav>
<main>${operations.join('\n')}<section id="schemas"><h2>Schemas</h2>${schemas.join('\n')}</section></main>`,
  );
}

/** The look of the reference page, in both themes. */
export const REFERENCE_STYLE = `:root { color-scheme: light dark; --line: light-dark(#d5d9e0, #3b4048); --quiet: light-dark(#4a5360, #b3bac4); background: light-dark(#fff, #16181c); color: light-dark(#16181c, #e8eaed); }
body { box-sizing: border-box; font: 1rem/1.5 system-ui, sans-serif; margin: 0 auto; overflow-wrap: anywhere; max-width: 70rem; padding: 1rem; }
a { color: light-dark(#2f3bb3, #aab4ff); }
pre { overflow-wrap: anywhere; white-space: pre-wrap; }
code { font-family: ui-monospace, monospace; font-size: 0.9em; overflow-wrap: anywhere; }
.home { border-bottom: 1px solid var(--line); display: flex; gap: 1.25rem; margin-bottom: 1rem; }
.home a { padding: 0.25rem 0; }
.home a:first-child { color: inherit; font-weight: 600; text-decoration: none; }
main > :is(p, ul, ol), header > p { max-width: 46rem; }
main > ul > li { margin: 0.25rem 0; }
.wide { overflow-x: auto; }
.wide :is(th, td, code) { overflow-wrap: break-word; }
.wide td { min-width: 4rem; }
nav ul { display: flex; flex-wrap: wrap; gap: 0.25rem 1rem; list-style: none; padding: 0; }
section section { border-top: 1px solid var(--line); padding: 0.5rem 0 1rem; }
table { border-collapse: collapse; width: 100%; }
th, td { border-bottom: 1px solid var(--line); padding: 0.25rem 0.5rem; text-align: left; vertical-align: top; font-weight: normal; }
thead th { color: var(--quiet); }
.required { color: var(--quiet); font-size: 0.85em; }
.refusals { display: flex; flex-wrap: wrap; gap: 0.25rem 1rem; list-style: none; padding: 0; }
`;
