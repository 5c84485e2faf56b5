import type { CleanTeamAnswer, ReleaseAnswer, ReleaseInputAnswer } from '@entente/contract/clean-team';
import { describe, expect, test } from 'vitest';
import { cleanWorld, codeOf, releaseOf } from './test-team.ts';

const world = await cleanWorld();
const { approve, ask, counsel, manager, owner, propose, sales } = world;
const firms = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
const records: string[] = [];
for (const [nth, firm] of firms.entries()) records.push(await sales(firm, String(10 + nth)));
const some = (...places: readonly number[]): readonly string[] => places.map((place) => records[place] ?? '');
const listed = async (as: typeof owner): Promise<readonly ReleaseAnswer[]> =>
  (await ask(as, 'GET', '/releases')).body['items'] as ReleaseAnswer[];
const because = { reason: 'Not needed' };

describe('an aggregate of the clean team', () => {
  test('is seen by the team alone until another of its people approves, then by everybody, without its inputs', async () => {
    const proposed = await propose(owner, some(0, 1, 2));
    expect(proposed.status).toBe(201);
    const { id } = proposed;
    expect(releaseOf(proposed)).toMatchObject({
      state: 'proposed',
      value: '33',
      unit: 'million JPY',
      quantity: 'sales',
    });
    expect((await listed(manager)).map((each) => each.id)).not.toContain(id);
    const hidden = await ask(manager, 'GET', `/releases/${id}`);
    const absent = await ask(manager, 'GET', '/releases/00000000-0000-4000-8000-000000000000');
    expect([hidden.status, hidden.text.replaceAll(id, '')]).toEqual([
      404,
      absent.text.replaceAll('00000000-0000-4000-8000-000000000000', ''),
    ]);
    expect(releaseOf(await ask(counsel, 'GET', `/releases/${id}`)).abilities).toMatchObject({ approve: true });

    const released = await approve(counsel, id);
    expect(releaseOf(released)).toMatchObject({
      state: 'released',
      records: 3,
      contributors: 3,
      unknown: 0,
      rule: { threshold: 3, largestPercent: 50 },
      proposedBy: { name: 'Owner One' },
      decidedBy: { name: 'Counsel Two' },
    });
    const [seen] = await listed(manager);
    expect(seen).toMatchObject({
      id,
      value: '33',
      abilities: { approve: false, refuse: false, withdraw: false, inputs: false },
    });
    expect((await ask(manager, 'GET', `/releases/${id}/inputs`)).status).toBe(404);
    const inputs = (await ask(counsel, 'GET', `/releases/${id}/inputs`)).body['items'] as ReleaseInputAnswer[];
    expect(inputs.map(({ organisation, value }) => [organisation.name, value])).toEqual([
      ['Firm a', '10'],
      ['Firm b', '11'],
      ['Firm c', '12'],
    ]);
  });

  test('is not released by whoever proposed it, nor by somebody outside the team, nor after its proposer left the team', async () => {
    const { id } = await propose(counsel, some(0, 1, 2), { statistic: 'mean' });
    expect(codeOf(await approve(counsel, id))).toBe('second-person-needed');
    expect((await approve(manager, id)).status).toBe(404);
    const members = (await ask(owner, 'GET', '/members')).body['items'] as {
      person: { id: string };
      version: number;
    }[];
    const name = async (cleanTeam: boolean, version: number) =>
      world.server.ask(
        'PATCH',
        `/workspaces/firm/members/${counsel.id}`,
        { cleanTeam },
        { ...owner.headers, 'if-match': `"${version}"` },
      );
    const version = members.find(({ person }) => person.id === counsel.id)?.version ?? 0;
    expect((await name(false, version)).status).toBe(200);
    expect(codeOf(await approve(owner, id))).toBe('second-person-needed');
    expect((await ask(counsel, 'GET', `/releases/${id}`)).status).toBe(404);
    expect((await name(true, version + 1)).status).toBe(200);
    expect(codeOf(await approve(owner, id))).toBe('done');
  });

  test('is refused with a reason, or taken back, once; what was decided is not decided again', async () => {
    const { id } = await propose(owner, some(3, 4, 5));
    expect((await ask(counsel, 'POST', `/releases/${id}/refusal`, {})).status).toBe(400);
    const refused = releaseOf(await ask(counsel, 'POST', `/releases/${id}/refusal`, because));
    expect(refused).toMatchObject({ state: 'refused', reason: 'Not needed', decidedBy: { name: 'Counsel Two' } });
    expect(codeOf(await approve(counsel, id))).toBe('release-decided');
    expect(codeOf(await ask(owner, 'POST', `/releases/${id}/withdrawal`, because))).toBe('release-decided');
    expect((await listed(manager)).map((each) => each.id)).not.toContain(id);
    const own = await propose(owner, some(3, 4, 5));
    expect(releaseOf(await ask(owner, 'POST', `/releases/${own.id}/refusal`, because)).state).toBe('refused');
  });

  test('is read by nobody beside the team once it is withdrawn, and still counts as told', async () => {
    const { id } = await propose(owner, some(3, 4, 5));
    await approve(counsel, id);
    expect((await ask(manager, 'GET', `/releases/${id}`)).status).toBe(200);
    expect(releaseOf(await ask(owner, 'POST', `/releases/${id}/withdrawal`, because)).state).toBe('withdrawn');
    expect((await ask(manager, 'GET', `/releases/${id}`)).status).toBe(404);
    expect(codeOf(await propose(owner, some(3, 4, 5, 6)))).toBe('aggregate-derivable');
  });

  test('is refused where too little stands behind it, with what to do', async () => {
    const preview = (chosen: readonly string[], more: object = {}) =>
      ask(owner, 'POST', '/releases/preview', { of: 'measure.value', statistic: 'sum', records: chosen, ...more });
    expect(codeOf(await preview(some(0, 1)))).toBe('too-few-contributors');
    const large = await sales('h', '1000');
    expect(codeOf(await preview([...some(4, 5, 6), large]))).toBe('contributor-dominates');
    expect(codeOf(await preview(some(0, 1, 2, 3)))).toBe('aggregate-derivable');
    const euro = await sales('i', '5', { unit: 'EUR' });
    expect(codeOf(await preview([...some(0, 1, 2), euro]))).toBe('units-differ');
    const cost = await sales('i', '5', { quantity: 'cost' });
    expect(codeOf(await preview([...some(0, 1, 2), cost]))).toBe('units-differ');
    const open = await sales('j', '12', { class: 'INTERNAL' });
    expect(codeOf(await preview([...some(0, 1, 2), open]))).toBe('record-unknown');
    expect(codeOf(await preview([...some(0, 1, 2), '00000000-0000-4000-8000-000000000000']))).toBe('record-unknown');
    expect(codeOf(await preview([...some(0, 1), ...some(0, 1)]))).toBe('record-unknown');
    await ask(owner, 'POST', '/alliances', { name: 'No venture', slug: 'no-venture', form: 'supply', start: '2001' });
    const alliance = await sales('j', '12', { of: { kind: 'alliance', id: 'no-venture' } });
    expect(codeOf(await preview([...some(0, 1, 2), alliance]))).toBe('contributor-unclear');
  });

  test('counts firms of one house once, and tells how many figures are unknown', async () => {
    await ask(owner, 'POST', '/houses', { name: 'The Group', slug: 'group' });
    const own = [await sales('k', '20'), await sales('l', '21'), await sales('m', '22'), await sales('n', '23')];
    for (const firm of ['k', 'l'])
      await ask(owner, 'POST', '/house-memberships', { house: 'group', organisation: firm, from: '1990', to: '1995' });
    expect(codeOf(await propose(owner, own.slice(0, 3)))).toBe('too-few-contributors');
    const unknown = [await sales('o', null), await sales('p', '40', { bound: '>' })];
    const proposed = releaseOf(await propose(owner, [...own, ...unknown], { statistic: 'median' }));
    expect(proposed).toMatchObject({ records: 4, contributors: 3, unknown: 2, value: '20', valueTo: '30' });
    expect(codeOf(await approve(counsel, proposed.id))).toBe('done');
  });

  test('is not released once a record is not as it was', async () => {
    const own = [await sales('q', '20'), await sales('r', '21'), await sales('s', '22')];
    const proposals = [await propose(owner, own), await propose(owner, own), await propose(owner, own)];
    const change = async (body: object) => {
      const { body: now } = await ask(owner, 'GET', `/measures/${own[0] ?? ''}`);
      return world.server.ask('PATCH', `/workspaces/firm/measures/${own[0] ?? ''}`, body, {
        ...owner.headers,
        'if-match': `"${String(now['version'])}"`,
      });
    };
    expect((await change({ value: '25' })).status).toBe(200);
    expect(codeOf(await approve(counsel, proposals[0]?.id ?? ''))).toBe('release-stale');
    expect((await change({ value: '20' })).status).toBe(200);
    expect((await change({ class: 'INTERNAL' })).status).toBe(200);
    expect(codeOf(await approve(counsel, proposals[1]?.id ?? ''))).toBe('release-stale');
    expect((await change({ class: 'CLEAN' })).status).toBe(200);
    expect(codeOf(await approve(counsel, proposals[2]?.id ?? ''))).toBe('done');
  });

  test('is one of two that together would tell too much, whoever of both approves first', async () => {
    const own: string[] = [];
    for (const firm of ['t', 'u', 'v', 'w']) own.push(await sales(firm, '30'));
    const three = await propose(owner, own.slice(0, 3));
    const four = await propose(owner, own);
    const both = await Promise.all([approve(counsel, three.id), approve(counsel, four.id)]);
    expect(both.map(codeOf).sort()).toEqual(['aggregate-derivable', 'done']);
  });

  test('is released once by two approvals at the same time', async () => {
    const third = world.manager;
    const { id } = await propose(owner, some(0, 1, 2), { statistic: 'count' });
    const members = (await ask(owner, 'GET', '/members')).body['items'] as {
      person: { id: string };
      version: number;
    }[];
    const version = members.find(({ person }) => person.id === third.id)?.version ?? 0;
    const named = (cleanTeam: boolean, at: number) =>
      world.server.ask(
        'PATCH',
        `/workspaces/firm/members/${third.id}`,
        { cleanTeam },
        { ...owner.headers, 'if-match': `"${at}"` },
      );
    await named(true, version);
    const replies = await Promise.all([approve(counsel, id), approve(third, id), approve(counsel, id)]);
    expect(replies.map(codeOf).sort()).toEqual(['done', 'release-decided', 'release-decided']);
    await named(false, version + 1);
    const entries = (await ask(owner, 'GET', '/audit?limit=500')).body['items'] as {
      release?: string;
      state?: string;
    }[];
    expect(entries.filter(({ release }) => release === id).map(({ state }) => state)).toEqual(['released', 'proposed']);
  });
});

describe('the audit', () => {
  test('tells proposals, releases, refusals and withdrawals, without the words and figures of what stayed in the team', async () => {
    const title = 'Words that stay in the team';
    const { id } = await propose(owner, some(0, 1, 2), { title });
    await ask(counsel, 'POST', `/releases/${id}/refusal`, { reason: 'A reason that stays in the team' });
    const page = await ask(owner, 'GET', '/audit?limit=500');
    const items = page.body['items'] as { action: string; release?: string; state?: string; title?: string }[];
    const own = items.filter(({ action, release }) => action === 'release' && release === id);
    expect(own.map(({ state }) => state)).toEqual(['refused', 'proposed']);
    expect(page.text).not.toContain('stays in the team');
    expect(page.text).not.toContain('stay in the team');
    const released = items.filter(({ state }) => state === 'released');
    expect(released.length).toBeGreaterThan(1);
    expect(released.at(-1)).toMatchObject({
      title: 'Sales of the sector',
      actorName: 'Counsel Two',
      proposerName: 'Owner One',
    });
    expect((await ask(owner, 'POST', '/audit/verification', { witnesses: [] })).body['faults']).toEqual([]);
  });
});

describe('the rule', () => {
  test('is read by everybody, raised by owners, and never below three', async () => {
    const team = (await ask(manager, 'GET', '/clean-team')).body as unknown as CleanTeamAnswer;
    expect(team.team.map(({ name, you }) => [name, you])).toEqual([
      ['Counsel Two', false],
      ['Owner One', false],
    ]);
    expect([team.rule, team.abilities]).toEqual([
      { threshold: 3, largestPercent: 50 },
      { propose: false, changeRule: false },
    ]);
    expect((await ask(manager, 'PATCH', '/clean-team', { threshold: 5, largestPercent: 40 })).status).toBe(404);
    expect((await ask(owner, 'PATCH', '/clean-team', { threshold: 2, largestPercent: 50 })).status).toBe(400);
    const waiting = await propose(owner, some(0, 1, 2), { statistic: 'mean' });
    expect((await ask(owner, 'PATCH', '/clean-team', { threshold: 4, largestPercent: 40 })).status).toBe(200);
    expect(codeOf(await approve(counsel, waiting.id))).toBe('too-few-contributors');
    expect((await ask(owner, 'PATCH', '/clean-team', { threshold: 3, largestPercent: 50 })).status).toBe(200);
    expect(codeOf(await approve(counsel, waiting.id))).toBe('done');
  });

  test('leaves figures to the team', async () => {
    expect((await ask(manager, 'GET', '/clean-team/figures')).status).toBe(404);
    const figures = (await ask(counsel, 'GET', '/clean-team/figures')).body['items'] as { value: string | null }[];
    expect(figures.length).toBeGreaterThan(10);
    const entries = (await ask(owner, 'GET', '/audit?limit=500')).body['items'] as {
      operation?: string;
      actorName: string;
    }[];
    expect(entries.find(({ operation }) => operation === 'listCleanFigures')?.actorName).toBe('Counsel Two');
    expect(entries.some(({ operation }) => operation === 'listReleaseInputs')).toBe(true);
  });
});
