import { type CandidateScreensAnswer, candidateScreensAnswer } from '@entente/contract/portfolio';
import { beforeAll, describe, expect, it } from 'vitest';
import { configurationFrom } from '../platform/configuration.ts';
import { shippedLibrary } from '../register/case-library.ts';
import { createDemoWorkspace, localCaller } from '../register/demo.commands.ts';
import { registerRoom } from '../register/register.routes.ts';
import { testServer } from '../register/test-server.ts';
import { portfolioRoom } from './portfolio.routes.ts';

const server = await testServer([registerRoom, portfolioRoom]);

beforeAll(async () => {
  const configuration = configurationFrom({ ENTENTE_DEMO: '1' });
  if (!configuration.ok) throw new Error('the default configuration holds');
  const { rows } = shippedLibrary(configuration.value.projectFolder);
  await createDemoWorkspace(await localCaller(server.database.app, '2026-11-22'), () => Promise.resolve(rows));
});

const TM = '/workspaces/demo/organisations/takamatsu-machinery/candidate-screens';
async function screens(query = ''): Promise<CandidateScreensAnswer> {
  const reply = await server.ask('GET', `${TM}${query}`);
  if (reply.status !== 200) throw new Error(reply.text);
  return candidateScreensAnswer.parse(reply.body);
}

describe('screens of candidates', () => {
  it.each([
    ['/workspaces/demo/organisations/nobody/candidate-screens', 404, 'record-not-found'],
    [`${TM}?asOf=soon`, 400, 'request-invalid'],
    [`${TM}?country=Japan`, 400, 'request-invalid'],
    [`${TM}?sources=999`, 422, 'record-unknown'],
  ])('are refused: %s', async (path, status, code) => {
    const reply = await server.ask('GET', path);
    expect([reply.status, reply.body['code']]).toEqual([status, code]);
  });

  it('tell of Fair Friend, once it is a partner, in which alliances; for its first venture it was none yet', async () => {
    const [then] = (await screens('?name=Fair%20Friend%20Group&asOf=2003&besides=ft-china')).items;
    expect(then).toMatchObject({ slug: 'ffg', partnerIn: [] });
    const [later] = (await screens('?name=Fair%20Friend%20Group&asOf=2010&besides=ft-china')).items;
    expect(later?.partnerIn.map(({ slug }) => slug)).toContain('ft-japan');
  });

  it('name the place behind each collision, and narrow by country and by what is clear', async () => {
    const all = await screens('?asOf=2010');
    const collided = all.items.flatMap(({ collisions }) => collisions ?? []);
    expect(collided.length).toBeGreaterThan(0);
    expect(collided.every(({ evidence }) => evidence.length > 0)).toBe(true);
    const japanese = await screens('?asOf=2010&country=JP');
    expect(new Set(japanese.items.map(({ country }) => country))).toEqual(new Set(['JP']));
    const clear = await screens('?asOf=2010&clear=true');
    expect(
      clear.items.flatMap(({ collisions, partnerIn, sameHouse }) => [
        ...(collisions ?? []),
        ...partnerIn,
        ...sameHouse,
      ]),
    ).toEqual([]);
    expect(clear.total).toBeLessThan(all.total);
    const [one] = japanese.items;
    expect((await screens(`?organisations=${one?.id ?? ''}`)).items.map(({ id }) => id)).toEqual([one?.id]);
  });
});
