import { AUDIT_KINDS, type AuditKind } from '@entente/contract/audit';

/** What the address of the audit narrows it to. */
export type AuditSearch = { kind?: AuditKind };

/** Keeps what can be read; a malformed part of an address is left out, not an error. */
export function auditSearchFrom({ kind }: Readonly<Record<string, unknown>>): AuditSearch {
  const known = AUDIT_KINDS.find((each) => each === kind);
  return known === undefined ? {} : { kind: known };
}
