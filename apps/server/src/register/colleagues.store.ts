import type { Role } from '@entente/core/accounts';
import { sql } from 'kysely';
import type { DatabaseTransaction } from '../platform/database.ts';

export type ColleagueRow = {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  readonly cleanTeam: boolean;
};

/** The members of the workspace as it is now. */
export async function findColleagues(transaction: DatabaseTransaction): Promise<readonly ColleagueRow[]> {
  const { rows } = await sql<ColleagueRow>`
    select m.person_id as id, p.name, m.role, m.clean_team as "cleanTeam" from app.member m join app.person p on p.id = m.person_id
    where m.workspace_id = current_setting('entente.workspace')::uuid and m.role <> 'guest' and m.ended_at is null`.execute(
    transaction,
  );
  return rows;
}
