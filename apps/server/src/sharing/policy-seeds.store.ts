import { sql } from 'kysely';
import { inWorkspace } from '../platform/database.ts';
import type { FreshDatabase } from '../platform/test-database.ts';
import type { RoomPlaces } from './policy-steps.store.ts';

/** Publications that are as no API makes them: granted with an edition that is not sealed, and deeds that wait. */
export async function seedHalfMade(
  { superuser }: FreshDatabase,
  places: Pick<
    RoomPlaces,
    'workspaceId' | 'ownerId' | 'allianceId' | 'stakeId' | 'partnerA' | 'both' | 'annaId' | 'bertId'
  > & { readonly managerId: string },
): Promise<{ readonly halfMade: string; readonly halfEdition: string }> {
  const { workspaceId: w, ownerId, managerId, allianceId, stakeId, partnerA, both, annaId, bertId } = places;
  return superuser.transaction().execute(async (t) => {
    await sql`set local session_replication_role = replica`.execute(t);
    const made = await sql<{ id: string }>`
      insert into room.publication (workspace_id, title, alliance_id, alliance_name, firm_name, selection, made_by)
      values (${w}, 'Half made', ${allianceId}, 'x', 'x', '[]', ${ownerId}) returning id`.execute(t);
    const halfMade = made.rows[0]?.id ?? '';
    const begun = await sql<{ id: string }>`
      insert into room.edition (workspace_id, publication_id, number, made_by) values (${w}, ${halfMade}, 1, ${managerId})
      returning id`.execute(t);
    const halfEdition = begun.rows[0]?.id ?? '';
    await sql`
      insert into room.item (workspace_id, edition_id, position, form, kind, class, record_id, record_class, payload)
      values (${w}, ${halfEdition}, 0, 'record', 'stake', 'INTERNAL', ${stakeId}, 'INTERNAL', '{}')`.execute(t);
    await sql`
      insert into room.grant (workspace_id, publication_id, partner_id, grantee_name, granted_by, expires_at)
      values (${w}, ${halfMade}, ${partnerA}, 'x', ${ownerId}, now() + interval '1 day')`.execute(t);
    for (const person of [annaId, bertId])
      await sql`
        insert into room.deed (workspace_id, publication_id, person_id, action, said)
        values (${w}, ${both}, ${person}, 'read', '{}')`.execute(t);
    await sql`
      insert into room.deed (workspace_id, publication_id, person_id, action, said)
      values (${w}, ${halfMade}, ${annaId}, 'answer', '{}')`.execute(t);
    return { halfMade, halfEdition };
  });
}

/** Gates that Anna and Bert are asked about in the room of both, each with a word, and one of Anna's that is closed. */
export async function seedGates(
  { app, room }: FreshDatabase,
  {
    workspaceId,
    ownerId,
    both,
    annaId,
    bertId,
  }: Pick<RoomPlaces, 'workspaceId' | 'ownerId' | 'both' | 'annaId' | 'bertId'>,
): Promise<{ readonly gateOfAnna: string; readonly gateOfBert: string }> {
  const asked = (person: string, stage: string) =>
    inWorkspace(app, { workspaceId, actorId: ownerId }, async (t) => {
      const { rows } = await sql<{ id: string }>`
        insert into room.gate (workspace_id, publication_id, person_id, stage, stage_name, asked_by_step, asked_on)
        values (${workspaceId}, ${both}, ${person}, ${stage}, '{}', 1, now()) returning id`.execute(t);
      return rows[0]?.id ?? '';
    });
  const said = (gate: string, person: string) =>
    inWorkspace(room, { workspaceId, actorId: person }, (t) =>
      sql`insert into room.gate_word (workspace_id, gate_id, person_id, person_name, verdict, day)
        values (${workspaceId}, ${gate}, ${person}, 'x', 'approved', now())`.execute(t),
    );
  const over = await asked(annaId, 'negotiation');
  await said(over, annaId);
  await inWorkspace(app, { workspaceId, actorId: ownerId }, (t) =>
    sql`update room.gate set closed_at = now() where id = ${over}`.execute(t),
  );
  const [gateOfAnna, gateOfBert] = [await asked(annaId, 'design'), await asked(bertId, 'design')];
  await said(gateOfAnna, annaId);
  await said(gateOfBert, bertId);
  return { gateOfAnna, gateOfBert };
}

/** Anonymous health checks that are over: one with the first partner that nobody looked at yet, and one of each that was opened. */
export async function seedAnonymousChecks(
  { superuser }: FreshDatabase,
  places: Pick<RoomPlaces, 'workspaceId' | 'ownerId' | 'both' | 'partnerA' | 'annaId' | 'almaId'> & {
    readonly bothEdition: string;
    readonly partnerB: string;
    readonly managerId: string;
  },
): Promise<string> {
  const { workspaceId: w, ownerId, managerId, both, bothEdition, partnerA, partnerB, annaId, almaId } = places;
  return superuser.transaction().execute(async (t) => {
    await sql`set local session_replication_role = replica`.execute(t);
    const asked = async (partner: string) => {
      const { rows } = await sql<{ id: string }>`
        insert into room.request (workspace_id, publication_id, edition_id, edition_number, digest, partner_id, kind, closes_at,
          anonymous, asked_by)
        values (${w}, ${both}, ${bothEdition}, 1, '', ${partner}, 'health-check', now() - interval '1 hour', true, ${ownerId})
        returning id`.execute(t);
      return rows[0]?.id ?? '';
    };
    for (const partner of [partnerA, partnerB]) {
      const request = await asked(partner);
      await sql`insert into room.tally (workspace_id, request_id, firm, partner) values (${w}, ${request}, 0, 3)`.execute(
        t,
      );
      await sql`
        insert into room.unnamed_rating (workspace_id, id, request_id, side, dimension, score)
        values (${w}, gen_random_uuid(), ${request}, 'partner', 'fairness', 3)`.execute(t);
    }
    const sealed = await asked(partnerA);
    for (const [person, side] of [
      [annaId, 'partner'],
      [almaId, 'partner'],
      [managerId, 'firm'],
      [ownerId, 'firm'],
    ] as const)
      await sql`
        insert into room.answer (workspace_id, request_id, side, person_id, person_name, verdict, ratings, sent_at)
        values (${w}, ${sealed}, ${side}, ${person}, 'x', 'rated', '[{"dimension": "fairness", "score": 3}]', now())`.execute(
        t,
      );
    // Who was sent off may have answered for either side; three of a side let its scores be written.
    await sql`
      insert into room.answer (workspace_id, request_id, side, person_id, person_name, verdict, ratings, sent_at)
      values (${w}, ${sealed}, 'partner', gen_random_uuid(), 'x', 'rated', '[{"dimension": "fairness", "score": 3}]', now())`.execute(
      t,
    );
    return sealed;
  });
}
