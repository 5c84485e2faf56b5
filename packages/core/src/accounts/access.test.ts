import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  ACCESS_CLASSES,
  type Action,
  type Actor,
  audienceOf,
  can,
  CLEAN_TEAM_ACTIONS,
  ROLE_TABLE,
  ROLES,
  type Role,
  WORKSPACE_ACTIONS,
} from './index.ts';

const HERE = 'e5dfb4b3-4d3c-4fb6-a4b0-7b5f3c6b9a01';
const ELSEWHERE = '0f8c7a55-9c6e-4d0b-8a51-58f1f2c9b102';

const member = (
  role: Role,
  {
    cleanTeam = false,
    scopes = null,
    only = null,
  }: { cleanTeam?: boolean; scopes?: Action[] | null; only?: string | null } = {},
): Actor => ({
  kind: 'person',
  personId: '0d6cf3c1-93d8-4d0a-8d2c-5a7a6f6b8f10',
  memberships: [{ workspaceId: HERE, slug: 'here', role, cleanTeam }],
  scopes,
  only,
});
const nobody: Actor = { kind: 'nobody' };

describe('what somebody may do', () => {
  test('is no workspace of their own making where they work in one alone', () => {
    expect(can(member('owner'), 'workspace.create', { workspaceId: null })).toBe(true);
    expect(can(member('owner', { only: HERE }), 'workspace.create', { workspaceId: null })).toBe(false);
  });

  test('is what the table says for their role there, and nothing anywhere else', () => {
    for (const role of ROLES) {
      for (const action of WORKSPACE_ACTIONS) {
        const expected = (ROLE_TABLE[action] as readonly Role[]).includes(role);
        const named = member(role, { cleanTeam: true });
        expect([role, action, can(named, action, { workspaceId: HERE })]).toEqual([role, action, expected]);
        expect(can(named, action, { workspaceId: ELSEWHERE })).toBe(false);
        expect(can(named, action, { workspaceId: null })).toBe(false);
        expect(can(nobody, action, { workspaceId: HERE })).toBe(false);
      }
    }
  });

  test('is nothing of the clean team without a name on its list, whatever the role', () => {
    for (const role of ROLES) {
      for (const action of WORKSPACE_ACTIONS) {
        const [named, other] = [true, false].map((cleanTeam) =>
          can(member(role, { cleanTeam }), action, { workspaceId: HERE }),
        );
        expect([role, action, other]).toEqual([role, action, named === true && !CLEAN_TEAM_ACTIONS.includes(action)]);
      }
    }
  });

  test('is never more for a narrower role among those who write', () => {
    const order = ['owner', 'administrator', 'manager', 'contributor', 'reader'] as const;
    for (const [index, role] of order.entries()) {
      const wider = order[index - 1];
      if (wider === undefined) continue;
      const more = WORKSPACE_ACTIONS.filter(
        (action) =>
          can(member(role), action, { workspaceId: HERE }) && !can(member(wider), action, { workspaceId: HERE }),
      );
      expect([role, more]).toEqual([role, []]);
    }
  });

  test('is nothing in the workspace for a guest, who has a room', () => {
    expect(WORKSPACE_ACTIONS.filter((action) => can(member('guest'), action, { workspaceId: HERE }))).toEqual([]);
    expect(can(member('guest'), 'workspace.create', { workspaceId: null })).toBe(false);
    expect(can(member('reader'), 'workspace.create', { workspaceId: null })).toBe(true);
  });

  test('is limited by the scopes of a key, whatever the role', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...ROLES),
        fc.subarray([...WORKSPACE_ACTIONS]),
        fc.constantFrom(...WORKSPACE_ACTIONS),
        (role, scopes, action) => {
          const allowed = can(member(role, { scopes: [...scopes] }), action, { workspaceId: HERE });
          expect(allowed).toBe(scopes.includes(action) && can(member(role), action, { workspaceId: HERE }));
        },
      ),
    );
  });

  test('without a session is to begin one', () => {
    expect(can(nobody, 'session.begin', { workspaceId: null })).toBe(true);
    for (const action of ['account.use', 'workspace.list', 'workspace.create'] as const) {
      expect(can(nobody, action, { workspaceId: null })).toBe(false);
      expect(can(member('reader'), action, { workspaceId: null })).toBe(true);
    }
  });
});

describe('the classes of records', () => {
  test('CLEAN is read by the clean team alone, whatever the role', () => {
    for (const role of ROLES) {
      expect(audienceOf({ role, cleanTeam: false })).not.toContain('CLEAN');
      expect(audienceOf({ role, cleanTeam: true }).includes('CLEAN')).toBe(role !== 'guest');
    }
  });

  test('NEVER is read from managers up', () => {
    const readers = ROLES.filter((role) => audienceOf({ role, cleanTeam: true }).includes('NEVER'));
    expect(readers).toEqual(['owner', 'administrator', 'manager']);
  });

  test.each(ACCESS_CLASSES)('of %s, reading follows the audience', (recordClass) => {
    for (const role of ROLES) {
      const expected = audienceOf({ role, cleanTeam: true }).includes(recordClass) && role !== 'guest';
      expect(can(member(role, { cleanTeam: true }), 'register.read', { workspaceId: HERE, class: recordClass })).toBe(
        expected,
      );
    }
  });
});
