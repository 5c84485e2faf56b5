import { type PaperContent, paperRoutes, type PapersQuery } from '@entente/contract/dossier';
import type { Room } from '../platform/http.ts';
import { type Asked, mounting, sendBody, sendStored } from '../register/mounting.routes.ts';
import { addPaper, changePaper, takePaperAway } from './paper-writes.commands.ts';
import { listPapers, listPapersOf, readPaper } from './papers.commands.ts';

const workspaceOf = ({ params }: Asked): string => params['workspace'] ?? '';
const allianceOf = (asked: Asked) => ({ workspace: workspaceOf(asked), alliance: asked.params['record'] ?? '' });
const placeOf = (asked: Asked) => ({
  ...allianceOf(asked),
  paper: asked.params['paper'] ?? '',
  version: asked.version,
});

/** The papers of alliances over HTTP, as the contract says it. */
export const dossierRoom: Room = (app, context) => {
  const mount = mounting(app, context);
  const query = (asked: Asked) => asked.query as PapersQuery;
  mount(paperRoutes.list, (asked) => listPapers(asked.caller, workspaceOf(asked), query(asked)), sendBody);
  mount(paperRoutes.ofAlliance, (asked) => listPapersOf(asked.caller, allianceOf(asked), query(asked)), sendBody);
  mount(paperRoutes.get, (asked) => readPaper(asked.caller, placeOf(asked)), sendStored);
  mount(paperRoutes.add, (asked) => addPaper(asked.caller, allianceOf(asked), asked.body as PaperContent), sendStored);
  mount(
    paperRoutes.change,
    (asked) => changePaper(asked.caller, placeOf(asked), asked.body as PaperContent),
    sendStored,
  );
  mount(paperRoutes.takeAway, (asked) => takePaperAway(asked.caller, placeOf(asked)), sendStored);
  return Promise.resolve();
};
