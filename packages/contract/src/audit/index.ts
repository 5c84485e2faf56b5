export {
  auditContent,
  type AuditEntryAnswer,
  type AuditFault,
  type AuditPageAnswer,
  auditRoutes,
  type AuditVerdict,
  digest,
  sequence,
  SIGN_IN_ACTS,
  type SignInAct,
  type SignedHead,
  signedHead,
} from './audit.ts';
