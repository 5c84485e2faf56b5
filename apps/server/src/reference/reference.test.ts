import { readFileSync } from 'node:fs';
import path from 'node:path';
import { openApiDocument, ROUTES } from '@entente/contract/openapi';
import { COLLECTIONS } from '@entente/contract/register';
import { afterAll, describe, expect, test } from 'vitest';
import { configurationFrom, projectFolder } from '../platform/configuration.ts';
import type { App } from '../platform/http.ts';
import { freshDatabase } from '../platform/test-database.ts';
import { buildApp } from '../server.ts';

const PORT = 15_501;
const database = await freshDatabase();
const configuration = configurationFrom({ PORT: String(PORT), ENTENTE_DEMO: '1' });
if (!configuration.ok) throw new Error(configuration.problems[0]?.message);
const app: App = await buildApp({ databases: database, configuration: configuration.value, logger: false });
afterAll(async () => {
  await app.close();
  await database.remove();
});

const fetched = (url: string) => app.inject({ url, headers: { host: `localhost:${PORT}` } });

describe('the OpenAPI document', () => {
  test('in the repository is the one that the contract gives: node scripts/write-openapi.mjs writes it', () => {
    const kept: unknown = JSON.parse(readFileSync(path.join(projectFolder, 'packages/contract/openapi.json'), 'utf8'));
    expect(kept).toEqual(JSON.parse(JSON.stringify(openApiDocument(ROUTES))));
  });

  test('names every route of the contract once, and the server has each of them', async () => {
    await app.ready();
    expect(new Set(ROUTES.map(({ id }) => id)).size).toBe(ROUTES.length);
    for (const { method, path: address } of ROUTES) {
      const url = address.replace(/\{(\w+)\}/g, ':$1');
      const known = app.hasRoute({ method: method.toUpperCase(), url });
      expect({ method, address, known }).toEqual({ method, address, known: true });
    }
  });

  test('has no reference that leads nowhere', () => {
    const document = openApiDocument(ROUTES) as { components: { schemas: Record<string, unknown> } };
    const references = JSON.stringify(document).match(/#\/components\/schemas\/\w+/g) ?? [];
    expect(references.length).toBeGreaterThan(100);
    for (const reference of references)
      expect(document.components.schemas).toHaveProperty(reference.split('/').at(-1) ?? '');
  });

  test('is served as it is', async () => {
    const reply = await fetched('/api/v1/openapi.json');
    expect(reply.json()).toMatchObject({ openapi: '3.1.0', info: { title: 'Entente' } });
  });
});

describe('the reference page', () => {
  test('shows every operation and schema and needs neither script nor inline style', async () => {
    const reply = await fetched('/docs/api');
    expect(reply.statusCode).toBe(200);
    for (const { id } of ROUTES) expect(reply.body).toContain(`id="${id}"`);
    expect(reply.body).toContain('id="schema-StakeCreation"');
    expect(reply.body).not.toMatch(/<script|style="|javascript:| on\w+=/);
    expect((await fetched('/docs/api.css')).headers['content-type']).toContain('text/css');
  });

  test('links only to what is there', async () => {
    const { body } = await fetched('/docs/api');
    const anchors = [...body.matchAll(/href="#([^"]+)"/g)].map((match) => match[1] ?? '');
    expect(anchors.length).toBeGreaterThan(Object.keys(COLLECTIONS).length);
    for (const anchor of new Set(anchors)) expect(body).toContain(`id="${anchor}"`);
    const pages = new Set([...body.matchAll(/href="(\/docs\/errors\/[^"]+)"/g)].map((match) => match[1] ?? ''));
    for (const page of pages) expect({ page, status: (await fetched(page)).statusCode }).toEqual({ page, status: 200 });
  });
});
