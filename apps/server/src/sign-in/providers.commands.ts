import type { SignOnProviderAnswer, SignOnProviderTest } from '@entente/contract/sign-in';
import { invariant, Outcome } from '@entente/core/kernel';
import { signedInAccount } from './account.commands.ts';
import { attempting, byPlace, LIMITS } from './attempts.commands.ts';
import { REFUSALS } from './refusals.ts';
import type { SignIn } from './sign-in.ts';
import { clientJudged, clientOf, enciphered, knownClient, SIGN_ON_PAGE } from './sign-on-client.ts';
import {
  findProviders,
  findProvidersNamed,
  insertProvider,
  removeProvider,
  type SignOnProvider,
  updateProvider,
} from './sign-on.store.ts';
import type { Visit } from './visit.ts';

const MOST_PROVIDERS = 10;

/** The workspace whose provider it is. */
export type ProviderPlace = { readonly id: string; readonly slug: string };
/** The same with whoever changes something there; the audit tells of it. */
type ChangedPlace = ProviderPlace & { readonly personId: string };

const redirectUriOf = ({ origin }: Visit): string => `${origin}/${SIGN_ON_PAGE}`;

const providerAnswer = (
  visit: Visit,
  { id, name, issuer, clientId, foundBy, createdAt }: SignOnProvider,
): SignOnProviderAnswer => ({
  id,
  name,
  issuer,
  clientId,
  findable: foundBy !== null,
  createdAt: createdAt.toISOString(),
  redirectUri: redirectUriOf(visit),
  link: `${visit.origin}/sign-in?provider=${id}`,
});

export async function listProviders(
  signIn: SignIn,
  visit: Visit,
  { id }: ProviderPlace,
): Promise<Outcome<{ readonly items: readonly SignOnProviderAnswer[] }>> {
  const rows = await findProviders(signIn.database, id);
  return Outcome.of({ items: rows.map((row) => providerAnswer(visit, row)) });
}

export type ProviderParts = {
  readonly name: string;
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly findable?: boolean | undefined;
};

export async function createProvider(
  signIn: SignIn,
  visit: Visit,
  { id: workspaceId, slug, personId }: ChangedPlace,
  { findable = false, ...given }: ProviderParts,
): Promise<Outcome<SignOnProviderAnswer>> {
  const account = await signedInAccount(visit);
  if (!account.ok) return account;
  if ((await findProviders(signIn.database, workspaceId)).length >= MOST_PROVIDERS) {
    return Outcome.refuse(REFUSALS.providersFull);
  }
  if ((await clientOf(signIn, given, given.clientSecret)) === null) return Outcome.refuse(REFUSALS.providerUnreachable);
  const clientSecret = await enciphered(signIn, given.clientSecret);
  const foundBy = findable ? slug : null;
  const row = await insertProvider(signIn.database, { ...given, workspaceId, clientSecret, foundBy }, personId);
  invariant(row, 'an inserted provider is returned');
  return Outcome.of(providerAnswer(visit, row));
}

async function providerIn(signIn: SignIn, { id: workspaceId }: ProviderPlace, id: string) {
  const found = (await findProviders(signIn.database, workspaceId)).find((row) => row.id === id);
  return found === undefined ? Outcome.refuse(REFUSALS.providerNotFound) : Outcome.of(found);
}

/** Changes what a provider is called and how it knows us. Its issuer stays: accounts are known by it. */
export async function changeProvider(
  signIn: SignIn,
  visit: Visit,
  place: ChangedPlace,
  id: string,
  {
    clientSecret,
    findable,
    ...change
  }: { readonly [K in keyof Omit<ProviderParts, 'issuer'>]?: ProviderParts[K] | undefined },
): Promise<Outcome<SignOnProviderAnswer>> {
  const found = await providerIn(signIn, place, id);
  if (!found.ok) return found;
  const before = found.value;
  const after = {
    ...before,
    name: change.name ?? before.name,
    clientId: change.clientId ?? before.clientId,
    clientSecret: clientSecret === undefined ? before.clientSecret : await enciphered(signIn, clientSecret),
    foundBy: findable === undefined ? before.foundBy : findable ? place.slug : null,
  };
  const row = await updateProvider(signIn.database, after, place.personId);
  return row === null ? Outcome.refuse(REFUSALS.providerNotFound) : Outcome.of(providerAnswer(visit, row));
}

/** Whether a provider answers, and takes what it is to know us by. */
export async function testProvider(
  signIn: SignIn,
  visit: Visit,
  place: ProviderPlace,
  id: string,
): Promise<Outcome<SignOnProviderTest>> {
  const found = await providerIn(signIn, place, id);
  if (!found.ok) return found;
  const client = await knownClient(signIn, found.value);
  if (client === null) return Outcome.refuse(REFUSALS.providerUnreachable);
  return Outcome.of({ client: await clientJudged(client, redirectUriOf(visit)) });
}

export async function endProvider(
  signIn: SignIn,
  { id: workspaceId, personId }: ChangedPlace,
  id: string,
): Promise<Outcome<null>> {
  const removed = await removeProvider(signIn.database, workspaceId, id, personId);
  return removed ? Outcome.of(null) : Outcome.refuse(REFUSALS.providerNotFound);
}

type Search = { readonly workspace?: string | undefined; readonly invitation?: string | undefined };

/**
 * The providers of a workspace: those that its owner lets be found, for whoever types its short name; all of them for
 * whoever holds an invitation to it. A workspace that wants none found answers like one that is not there.
 */
export async function searchProviders(
  signIn: SignIn,
  visit: Visit,
  { workspace, invitation }: Search,
): Promise<Outcome<{ readonly items: readonly Pick<SignOnProvider, 'id' | 'name'>[] }>> {
  const counted = [{ ...byPlace(LIMITS.signOnFrom, visit), forgiven: 'never' }] as const;
  return attempting(signIn.database, visit, counted, async () => {
    const invited = invitation === undefined ? null : await signIn.invitationOf(invitation);
    const found = [
      ...(workspace === undefined ? [] : await findProvidersNamed(signIn.database, workspace)),
      ...(invited === null ? [] : await findProviders(signIn.database, invited.workspaceId)),
    ];
    return Outcome.of({ items: found.map(({ id, name }) => ({ id, name })) });
  });
}
