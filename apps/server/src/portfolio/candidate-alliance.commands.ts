import type { MoveTurning } from '@entente/contract/portfolio';
import { can } from '@entente/core/accounts';
import { Outcome, type Problem } from '@entente/core/kernel';
import type { Register } from '@entente/core/register';
import { writesMade } from '../register/batch.commands.ts';
import { type Caller, changing, required } from '../register/changing.commands.ts';
import { recordMissing } from '../register/record-writes.commands.ts';
import type { StoredAnswer } from '../register/stored-answer.ts';
import { allianceWrites } from './candidate-alliance.ts';
import { type MovePlace, moveAt, moveNow } from './candidate-moves.commands.ts';
import { membersOfHouse } from './candidate-moves.presenter.ts';
import { type MoveRow, updateAlliance } from './candidate-moves.store.ts';
import type { FirmReadings } from './firm-readings.commands.ts';

type Side = { readonly id: string; readonly name: string };

const unclear = (side: 'member' | 'partner'): Problem => ({
  code: 'candidate-member-unclear',
  message: 'An alliance has organisations as its members, and this side is a house',
  fix: 'Say which organisation of the house is the member.',
  pointer: `/${side}`,
});

/** The organisation that stands for a house: the one that is named, or the only one. */
function memberOf(
  register: Register,
  house: string,
  asked: string | undefined,
  side: 'member' | 'partner',
): Outcome<Side> {
  const members = membersOfHouse(register, house);
  const chosen = asked === undefined ? members : members.filter(({ id, slug }) => id === asked || slug === asked);
  const [one] = chosen;
  if (one === undefined || chosen.length > 1) return Outcome.refuse(unclear(side));
  return Outcome.of({ id: one.id, name: one.name ?? one.slug ?? one.id });
}

function organisationIn(register: Register, id: string | null): Outcome<Side> {
  const row = id === null ? null : register.organisation(id);
  return row === null ? Outcome.refuse(recordMissing) : Outcome.of({ id: row.id, name: row.name ?? row.slug });
}

const ownMember = (register: Register, { houseId, organisationId }: MoveRow, asked: string | undefined) =>
  houseId === null ? organisationIn(register, organisationId) : memberOf(register, houseId, asked, 'member');

function partnerOf(
  register: Register,
  { partner }: MoveRow['content'],
  asked: string | undefined,
): Outcome<{ readonly id: string | null; readonly name: string }> {
  if (partner.kind === 'name') return Outcome.of({ id: null, name: partner.name });
  return partner.kind === 'house'
    ? memberOf(register, partner.id, asked, 'partner')
    : organisationIn(register, partner.id);
}

/**
 * Makes an alliance in its first stage of a kept move, by the register's own writes and as one change; the move remembers
 * what it became.
 */
export async function turnMove(
  readings: FirmReadings,
  caller: Caller,
  place: MovePlace,
  { name, class: asked, member, partner }: MoveTurning,
): Promise<Outcome<StoredAnswer>> {
  const found = await readings.wholeRegister(caller, place.workspace);
  if (!found.ok) return found;
  const register = found.value;
  return changing(caller, place.workspace, { command: 'turn-candidate-move', reason: null }, async (change) => {
    const { transaction, workspace } = change;
    const row = await moveAt(transaction, place, ['kept']);
    const recordClass = asked ?? row.class;
    if (!can(workspace.viewer, 'register.write', { workspaceId: workspace.id, class: recordClass }))
      return Outcome.refuse(classRefused);
    const own = required(ownMember(register, row, member));
    const other = required(partnerOf(register, row.content, partner));
    const writes = allianceWrites(row.content, {
      member: own.id,
      partner: other.id,
      partnerName: other.name,
      name: name ?? `${own.name} – ${other.name}`,
      class: recordClass,
    });
    const ids = await writesMade(change, writes, undefined);
    const alliance = ids[writes.findIndex(({ collection }) => collection === 'alliances')] ?? '';
    await updateAlliance(transaction, row.id, alliance);
    const answer = await moveNow(transaction, workspace, register, row.id, 201);
    const location = `/api/v1/workspaces/${workspace.slug}/alliances/${alliance}`;
    return Outcome.of({ ...answer, headers: { ...answer.headers, location } });
  });
}

const classRefused: Problem = {
  code: 'value-refused',
  message: 'Your role does not read records of this class',
  fix: 'Choose INTERNAL.',
  pointer: '/class',
};
