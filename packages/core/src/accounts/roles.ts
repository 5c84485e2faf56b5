import type { AccessClass } from './access-classes.ts';

/** What somebody is in a workspace, from the widest to the narrowest; a guest belongs to a partner organisation. */
export const ROLES = ['owner', 'administrator', 'manager', 'contributor', 'reader', 'auditor', 'guest'] as const;
export type Role = (typeof ROLES)[number];

/**
 * The one table of what is done to what in a workspace, by whom. `can()` reads it, the database holds the same rows
 * (`app.role_permission`, compared by a test), and the page of members shows it.
 */
export const ROLE_TABLE = {
  'workspace.read': ['owner', 'administrator', 'manager', 'contributor', 'reader', 'auditor'],
  'workspace.configure': ['owner', 'administrator'],
  'register.read': ['owner', 'administrator', 'manager', 'contributor', 'reader', 'auditor'],
  'register.write': ['owner', 'administrator', 'manager', 'contributor'],
  'history.read': ['owner', 'administrator', 'manager', 'contributor', 'reader', 'auditor'],
  'history.undo': ['owner', 'administrator', 'manager', 'contributor'],
  'members.read': ['owner', 'administrator', 'manager', 'contributor', 'reader', 'auditor'],
  'members.write': ['owner', 'administrator'],
  'owners.write': ['owner'],
  'sharing.read': ['owner', 'administrator', 'manager', 'auditor'],
  'sharing.publish': ['owner', 'administrator', 'manager'],
  'releases.read': ['owner', 'administrator', 'manager', 'contributor', 'reader', 'auditor'],
  'releases.write': ['owner', 'administrator', 'manager', 'contributor', 'reader'],
  'reviews.sign': ['owner', 'administrator', 'manager'],
  'keys.write': ['owner', 'administrator', 'manager', 'contributor', 'reader', 'auditor'],
  'sign-on.configure': ['owner', 'administrator'],
  'audit.read': ['owner', 'administrator', 'auditor'],
} as const satisfies Readonly<Record<`${string}.${string}`, readonly Role[]>>;

/** What is done in a workspace; the part before the dot is the resource. */
export type WorkspaceAction = keyof typeof ROLE_TABLE;

export const WORKSPACE_ACTIONS = Object.keys(ROLE_TABLE) as readonly WorkspaceAction[];

/** What takes a name on the list of the clean team beside the role. */
export const CLEAN_TEAM_ACTIONS: readonly WorkspaceAction[] = ['releases.write'];

/** The classes of records that each role reads; CLEAN is read by the clean team alone, whatever the role. */
export const ROLE_CLASSES = {
  owner: ['NEVER', 'INTERNAL', 'SHAREABLE'],
  administrator: ['NEVER', 'INTERNAL', 'SHAREABLE'],
  manager: ['NEVER', 'INTERNAL', 'SHAREABLE'],
  contributor: ['INTERNAL', 'SHAREABLE'],
  reader: ['INTERNAL', 'SHAREABLE'],
  auditor: ['INTERNAL', 'SHAREABLE'],
  guest: [],
} as const satisfies Readonly<Record<Role, readonly AccessClass[]>>;

/** Whether a role may do this. */
export const roleMay = (role: Role, action: WorkspaceAction): boolean =>
  (ROLE_TABLE[action] as readonly Role[]).includes(role);
