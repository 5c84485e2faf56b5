import { openTestServer } from '../register/test-app.ts';
import { rooms } from '../rooms.ts';
import { identifyByHeader, person } from './test-people.store.ts';
import type { MatrixWorld } from './authorisation-matrix.ts';
import { identifyPersona, matrixPersonas } from './matrix-personas.ts';
import { matrixWorkspace } from './matrix-world.ts';

/** Two workspaces of rivals, filled alike, and everybody who tries to get at them. */
export async function openMatrixWorld(): Promise<MatrixWorld & { readonly close: () => Promise<void> }> {
  const server = await openTestServer(rooms, async (request) => {
    const persona = await identifyPersona(request);
    return persona.kind === 'nobody' ? identifyByHeader(request) : persona;
  });
  const maker = await person(server.database, 'Maker of ours');
  const rival = await person(server.database, 'Maker of theirs');
  const ours = await matrixWorkspace(server, 'ours', maker.headers);
  const theirs = await matrixWorkspace(server, 'theirs', rival.headers);
  const partners = ['INTERNAL', 'SHAREABLE'].map(
    (each) => ours.records.get('organisations')?.get(each as 'INTERNAL' | 'SHAREABLE') ?? '',
  ) as [string, string];
  const personas = await matrixPersonas(server.database, { ours: ours.id, theirs: theirs.id, partners });
  return { server, ours, theirs, personas, close: server.close };
}
