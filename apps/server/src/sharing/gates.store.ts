import type { RoomGateAnswer } from '@entente/contract/sharing';
import { sql } from 'kysely';
import type { DatabaseTransaction } from '../platform/database.ts';

/*
 * Read and written as entente_room: row-level security shows a guest what they themselves are asked, and takes their word alone.
 */

export type GateRow = {
  readonly id: string;
  readonly stageName: RoomGateAnswer['stage'];
  readonly words: string | null;
  readonly due: string | null;
  readonly askedAt: Date;
  readonly said: readonly {
    readonly id: string;
    readonly verdict: 'approved' | 'refused';
    readonly words: string | null;
    readonly on: string;
    readonly saidAt: string;
  }[];
};

/** The gates that the guest is asked about in a room, first to last, with what they said. */
export async function findGates(transaction: DatabaseTransaction, room: string): Promise<readonly GateRow[]> {
  const { rows } = await sql<GateRow>`
    select g.id, g.stage_name as "stageName", g.words, g.due::text, g.asked_at as "askedAt",
      (select coalesce(json_agg(json_build_object('id', w.id, 'verdict', w.verdict, 'words', w.words, 'on', w.day,
          'saidAt', w.said_at) order by w.said_at, w.id), '[]')
        from room.gate_word w where w.gate_id = g.id) as said
    from room.gate g where g.publication_id = ${room}::uuid order by g.asked_at, g.id`.execute(transaction);
  return rows;
}

/** Gives the guest's word on a gate. */
export async function insertGateWord(
  transaction: DatabaseTransaction,
  gate: string,
  { verdict, words }: { readonly verdict: 'approved' | 'refused'; readonly words: string | null },
): Promise<void> {
  await sql`
    insert into room.gate_word (workspace_id, gate_id, person_id, person_name, verdict, words, day)
    select g.workspace_id, ${gate}::uuid, g.person_id, g.name, ${verdict}, ${words}, current_date from room.guest g`.execute(
    transaction,
  );
}
