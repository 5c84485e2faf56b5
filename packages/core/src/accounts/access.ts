import { ACCESS_CLASSES, type AccessClass } from './access-classes.ts';
import { CLEAN_TEAM_ACTIONS, type Role, ROLE_CLASSES, roleMay, type WorkspaceAction } from './roles.ts';

/** What anybody may do at this address, signed in or not. */
const OPEN_ACTIONS = ['session.begin', 'reference.read'] as const;
/** What a person does who belongs to no workspace yet; what rooms they are a guest of, the rooms themselves say. */
const PERSON_ACTIONS = ['account.use', 'workspace.list', 'workspace.create', 'room.use'] as const;

/** What a route lets somebody do; every route declares one. */
export type Action = (typeof OPEN_ACTIONS)[number] | (typeof PERSON_ACTIONS)[number] | WorkspaceAction;

/** What somebody is in one workspace. */
export type Membership = {
  readonly workspaceId: string;
  /** The workspace's name in addresses; empty for a guest, to whom it is not told. */
  readonly slug: string;
  readonly role: Role;
  /** One of the named people who read CLEAN records. */
  readonly cleanTeam: boolean;
};

/** Who asks. */
export type Actor =
  | {
      readonly kind: 'person';
      readonly personId: string;
      readonly memberships: readonly Membership[];
      /** What an API key is limited to; null: a person at a screen. */
      readonly scopes: readonly Action[] | null;
      /** The one workspace that the session or key is for; null: all that are not worked in apart. */
      readonly only: string | null;
    }
  | { readonly kind: 'nobody' };

export type PersonActor = Extract<Actor, { kind: 'person' }>;

/** What the action is about: a workspace at large, or a record of one class in it. */
export type AccessSubject = { readonly workspaceId: string | null; readonly class?: AccessClass };

/** The classes of records that a member reads, in the order of `ACCESS_CLASSES`; the key of cached snapshots. */
export function audienceOf({ role, cleanTeam }: Pick<Membership, 'role' | 'cleanTeam'>): readonly AccessClass[] {
  const classes: readonly AccessClass[] = ROLE_CLASSES[role];
  return ACCESS_CLASSES.filter((each) => (each === 'CLEAN' ? cleanTeam && role !== 'guest' : classes.includes(each)));
}

const isOneOf = <T extends string>(actions: readonly T[], action: Action): action is Extract<Action, T> =>
  (actions as readonly string[]).includes(action);

const isGuestOnly = ({ memberships }: PersonActor): boolean =>
  memberships.length > 0 && memberships.every(({ role }) => role === 'guest');

/**
 * Whether the actor may do this: the one place where that is decided outside the database, which decides it again.
 * @example can({ kind: 'nobody' }, 'register.read', { workspaceId: null }) // => false
 */
export function can(actor: Actor, action: Action, subject: AccessSubject): boolean {
  if (isOneOf(OPEN_ACTIONS, action)) return true;
  if (actor.kind === 'nobody') return false;
  if (actor.scopes !== null && !actor.scopes.includes(action)) return false;
  if (action === 'workspace.create' && (isGuestOnly(actor) || actor.only !== null)) return false;
  if (isOneOf(PERSON_ACTIONS, action)) return true;
  const held = actor.memberships.find(({ workspaceId }) => workspaceId === subject.workspaceId);
  if (held === undefined || !roleMay(held.role, action)) return false;
  if (CLEAN_TEAM_ACTIONS.includes(action) && !held.cleanTeam) return false;
  return subject.class === undefined || audienceOf(held).includes(subject.class);
}
