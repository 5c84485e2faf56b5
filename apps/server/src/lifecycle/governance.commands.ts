import type { GovernanceFormAnswer } from '@entente/contract/lifecycle';
import { groupedBy, Outcome } from '@entente/core/kernel';
import { governanceAdvice } from '@entente/core/lifecycle';
import type { AllianceForm, Membership, Resource } from '@entente/core/register';
import type { DatabaseTransaction } from '../platform/database.ts';
import { type Caller, reading } from '../register/changing.commands.ts';
import { findClaims } from '../register/claims.store.ts';
import type { RowKind } from '../register/record-tables.ts';
import { linkOf } from '../register/record.presenter.ts';
import { recordMissing } from '../register/record-writes.commands.ts';
import { findRecord, findRecordsBy } from '../register/records.store.ts';
import { modelRow } from '../register/stored-rows.ts';

type Brought = GovernanceFormAnswer['members'][number]['resources'][number];

/** Neither memberships nor resources name a source in a field of theirs. */
function noKey(id: string): never {
  throw new Error(`No key was asked for, but ${id}`);
}

/** Rows of an alliance that are stated, as the model has them. */
async function partsOf<T>(transaction: DatabaseTransaction, kind: RowKind, alliance: string): Promise<readonly T[]> {
  const rows = await findRecordsBy(transaction, kind, 'alliance', [alliance]);
  return rows
    .filter(({ fields }) => fields['exists'] !== false)
    .map(({ id, fields }) => modelRow(kind, id, fields, noKey) as unknown as T);
}

/** Each place where it stands that a member brings a resource, by the resource. */
async function evidenceOf(
  transaction: DatabaseTransaction,
  resources: readonly Resource[],
): Promise<(resource: Resource) => Brought['evidence']> {
  const { claims } = await findClaims(
    transaction,
    resources.map(({ id }) => id),
  );
  const stand = groupedBy(
    claims.filter(({ rank }) => rank !== 'deprecated'),
    ({ subject }) => subject.id,
  );
  return ({ id }) => {
    const places = (stand.get(id) ?? []).map(({ source, place }) => ({ source, place }));
    return [...new Map(places.map((each) => [`${each.source} ${each.place}`, each])).values()];
  };
}

/** The form that the resources of an alliance's members speak for, from the side of each. */
export const readGovernanceForm = (
  caller: Pick<Caller, 'database' | 'actor' | 'today'>,
  { workspace, alliance }: { readonly workspace: string; readonly alliance: string },
  asOf: string = caller.today,
): Promise<Outcome<GovernanceFormAnswer>> =>
  reading(caller, workspace, async (transaction) => {
    const found = await findRecord(transaction, 'alliance', alliance);
    if (found === null) return Outcome.refuse(recordMissing);
    const joined = await partsOf<Membership>(transaction, 'membership', found.id);
    const ids = [...new Set(joined.map(({ organisation }) => organisation))];
    const firms = new Map((await findRecordsBy(transaction, 'organisation', 'id', ids)).map((row) => [row.id, row]));
    // Whom the reader may not see has no part in what they read.
    const memberships = joined.filter(({ organisation }) => firms.has(organisation));
    const resources = await partsOf<Resource>(transaction, 'resource', found.id);
    const form = (found.fields['form'] ?? null) as AllianceForm | null;
    const { members, preferences, common, present } = governanceAdvice({ form, memberships, resources }, asOf);
    const evidence = await evidenceOf(transaction, resources);
    const told = members.flatMap(({ organisation, profile, property, knowledge, untyped }) => {
      const firm = firms.get(organisation);
      const brought = [...property, ...knowledge, ...untyped].map((resource): Brought => {
        const { id, kind, subject, property: type } = resource;
        return { id, kind, subject, type, evidence: evidence(resource) };
      });
      return firm === undefined ? [] : [{ organisation: linkOf(firm), profile, resources: brought }];
    });
    return Outcome.of({ alliance: linkOf(found), asOf, members: told, preferences, common, present });
  });
