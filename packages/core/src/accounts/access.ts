/** How widely a record or field may travel; the order is from nowhere to partners. */
export const ACCESS_CLASSES = ['NEVER', 'CLEAN', 'INTERNAL', 'SHAREABLE'] as const;
export type AccessClass = (typeof ACCESS_CLASSES)[number];

export const ACTIONS = [
  'workspace.list',
  'workspace.create',
  'workspace.configure',
  'register.read',
  'register.write',
  'history.read',
  'history.undo',
  'audit.read',
] as const;
/** What a route lets somebody do; every route declares one. */
export type Action = (typeof ACTIONS)[number];

/** Who asks. Until there are accounts it is the one person who sits at the machine. */
export type Actor = { readonly kind: 'local'; readonly personId: string } | { readonly kind: 'nobody' };

/** What the action is about: a workspace at large, or a record of one class in it. */
export type AccessSubject = { readonly workspaceId: string | null; readonly class?: AccessClass };

/** The classes of records that an actor may read, in the order of `ACCESS_CLASSES`; the key of cached snapshots. */
export function audienceOf(actor: Actor): readonly AccessClass[] {
  return actor.kind === 'local' ? ACCESS_CLASSES : [];
}

/**
 * Whether the actor may do this. The local user may do everything; nobody may do nothing.
 * @example can({ kind: 'nobody' }, 'register.read', { workspaceId: null }) // => false
 */
export function can(actor: Actor, _action: Action, subject: AccessSubject): boolean {
  return subject.class === undefined ? actor.kind === 'local' : audienceOf(actor).includes(subject.class);
}
