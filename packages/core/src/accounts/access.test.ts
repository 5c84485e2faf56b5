import { describe, expect, test } from 'vitest';
import { ACCESS_CLASSES, ACTIONS, type Actor, audienceOf, can } from './index.ts';

const local: Actor = { kind: 'local', personId: '0d6cf3c1-93d8-4d0a-8d2c-5a7a6f6b8f10' };
const nobody: Actor = { kind: 'nobody' };

describe('until there are accounts', () => {
  test.each(ACTIONS)('the local user may %s, nobody else may', (action) => {
    expect(can(local, action, { workspaceId: null })).toBe(true);
    expect(can(nobody, action, { workspaceId: null })).toBe(false);
  });

  test.each(ACCESS_CLASSES)('the local user reads records of class %s, nobody else does', (recordClass) => {
    expect(can(local, 'register.read', { workspaceId: 'w', class: recordClass })).toBe(true);
    expect(can(nobody, 'register.read', { workspaceId: 'w', class: recordClass })).toBe(false);
    expect(audienceOf(nobody)).not.toContain(recordClass);
  });
});
