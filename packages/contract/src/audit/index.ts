export {
  auditContent,
  type AuditEntryAnswer,
  type AuditFault,
  type AuditPageAnswer,
  auditRoutes,
  type AuditVerdict,
  digest,
  sequence,
  type SignedHead,
  signedHead,
} from './audit.ts';
