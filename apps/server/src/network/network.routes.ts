import { type NetworkQuery, networkRoutes } from '@entente/contract/network';
import type { Room } from '../platform/http.ts';
import { mounting } from '../register/mounting.routes.ts';
import { Snapshots } from '../register/snapshot.commands.ts';
import { FiguresDesk } from './figures-desk.ts';
import { Networks } from './network.commands.ts';

/** Networks over HTTP, as the contract says it. */
export const networkRoom: Room = (app, context) => {
  const mount = mounting(app, context);
  const desk = new FiguresDesk();
  app.addHook('onClose', () => desk.close());
  const networks = new Networks(new Snapshots(), desk);
  mount(
    networkRoutes.read,
    ({ caller, params, query }) => networks.networkOf(caller, params['workspace'] ?? '', query as NetworkQuery),
    // JSON that was judged and written when it was computed goes out as it is.
    (reply, text) =>
      reply
        .type('application/json; charset=utf-8')
        .serializer((written: string) => written)
        .send(text),
  );
  return Promise.resolve();
};
