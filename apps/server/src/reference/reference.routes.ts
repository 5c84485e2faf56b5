import { openApiDocument, ROUTES } from '@entente/contract/openapi';
import type { Room } from '../platform/http.ts';
import { REFERENCE_STYLE, referencePage } from './reference.presenter.ts';

/** The API's description for machines and its reference page for people, both from the contract. */
export const referenceRoom: Room = (app) => {
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
  return Promise.resolve();
};
