import { readFileSync } from 'node:fs';
import path from 'node:path';
import { openApiDocument, ROUTES } from '@entente/contract/openapi';
import { referenceRoutes } from '@entente/contract/reference';
import { Outcome } from '@entente/core/kernel';
import type { Room } from '../platform/http.ts';
import { mounting, sendBody } from '../register/mounting.routes.ts';
import { glossaryFrom } from './glossary.ts';
import { REFERENCE_STYLE, referencePage } from './reference.presenter.ts';

/** The API's description for machines and its reference page for people, both from the contract; the terms. */
export const referenceRoom: Room = (app, context) => {
  const document = openApiDocument(ROUTES);
  const json = JSON.stringify(document);
  const page = referencePage(document);
  app.get('/api/v1/openapi.json', (_request, reply) =>
    reply.type('application/json; charset=utf-8').header('cache-control', 'no-cache').send(json),
  );
  app.get('/docs/api', (_request, reply) =>
    reply.type('text/html; charset=utf-8').header('cache-control', 'no-cache').send(page),
  );
  app.get('/docs/api.css', (_request, reply) =>
    reply.type('text/css; charset=utf-8').header('cache-control', 'no-cache').send(REFERENCE_STYLE),
  );
  const file = path.join(context.configuration.projectFolder, 'docs/glossary.md');
  const glossary = Outcome.of(glossaryFrom(readFileSync(file, 'utf8')));
  mounting(app, context)(referenceRoutes.glossary, () => Promise.resolve(glossary), sendBody);
  return Promise.resolve();
};
