import { ACCESS_CLASSES, ROLES } from '@entente/core/accounts';
import { z } from 'zod';
import { reference } from '../field/index.ts';
import { type Route } from '../problem/index.ts';

export const digest = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .describe('SHA-256, in hexadecimal digits.');
export const sequence = z.number().int().nonnegative();

export const signedHead = z
  .strictObject({
    workspace: z.uuid(),
    sequence: sequence.describe('The last entry by then.'),
    digest,
    key: z
      .string()
      .regex(/^[A-Za-z0-9_-]{43}$/)
      .describe('Ed25519 public key as base64url.'),
    signature: z
      .string()
      .regex(/^[A-Za-z0-9_-]{86}$/)
      .describe('Ed25519 signature as base64url.'),
    signedAt: z.iso.datetime(),
  })
  .meta({ id: 'AuditHead' });
export type SignedHead = z.output<typeof signedHead>;

/** What is told of signing in. */
export const SIGN_IN_ACTS = [
  'signed-in',
  'session-ended',
  'second-factor-refused',
  'password-changed',
  'recovery-codes-changed',
  'totp-added',
  'totp-removed',
  'passkey-added',
  'passkey-removed',
  'key-added',
  'key-removed',
  'provider-added',
  'provider-changed',
  'provider-removed',
] as const;
export type SignInAct = (typeof SIGN_IN_ACTS)[number];

/** What an entry of the chain says. */
export const auditContent = z.object({
  workspace: z.uuid(),
  sequence,
  at: z.string().describe('When, with its offset from UTC.'),
  action: z
    .string()
    .describe(
      '`change`: of the register. `member`: somebody joined, left or became something else. `invitation`. `publication`, `grant`, `request`: to partners. `read`: by their guests. `answer`: by their guests, or to a health check by members. `signature`: by either side. `clean-read`: of records of the class CLEAN, by members. `sign-in`: what a member did in signing in. `release`: of an aggregate of the clean team. `release-rule`: for them. `review`: a business review. `candidate`: a move that the firm thinks of. `lifecycle`: a step in the development of an alliance. `paper`: a version of a paper of an alliance. `calendar-feed`: somebody’s calendar at a secret address. `gate`: a guest is asked about a gate, or no more. `gate-word`: what the guest says.',
    ),
  actor: z.uuid().nullable().describe('Null: by somebody past the application.'),
  actorName: z.string().nullable().describe('As the person was called then.'),
  changeSet: z.uuid().optional(),
  command: z.string().optional(),
  reason: z
    .string()
    .nullish()
    .describe('Null also where it is about records that not everybody reads; see `reasonDigest`.'),
  reasonDigest: z.string().optional().describe('SHA-256 of the reason of a change of NEVER or CLEAN, hexadecimal.'),
  undoes: z.uuid().nullish(),
  workspaceVersion: z.number().int().optional(),
  rows: z.number().int().optional().describe('Lines of the log that the entry covers.'),
  rowsDigest: digest.optional(),
  guarded: z
    .array(z.tuple([sequence, sequence, digest, z.enum(ACCESS_CLASSES)]))
    .optional()
    .describe('Lines that not everybody reads: place, how many, digest, class.'),
  person: z.uuid().optional().describe('Whose membership it is.'),
  personName: z.string().nullish().describe('As the person was called then.'),
  role: z.enum(ROLES).optional(),
  cleanTeam: z.boolean().optional(),
  ended: z.boolean().optional(),
  email: z.string().optional().describe('Who was invited.'),
  state: z
    .enum([
      'sent',
      'accepted',
      'withdrawn',
      'granted',
      'suspended',
      'proposed',
      'released',
      'refused',
      'draft',
      'submitted',
      'decided',
      'signed',
      'kept',
      'discarded',
      'turned',
      'made',
    ])
    .optional()
    .describe(
      'Of the invitation, grant, request, release, review or candidate move, from then on; `signed` tells of one signature.',
    ),
  partnerName: z.string().optional().describe('The organisation that the guest is of.'),
  publication: z.uuid().optional(),
  title: z.string().optional().describe('Of the publication, or of the aggregate once it was released.'),
  edition: z.number().int().optional(),
  editionDigest: digest.optional(),
  grant: z.uuid().optional(),
  grantee: z.uuid().optional().describe('The partner organisation or the guest.'),
  granteeName: z.string().optional(),
  expiresAt: z.string().optional(),
  channel: z.enum(['screen', 'file']).optional().describe('How the guest read it.'),
  request: z.uuid().optional(),
  requestKind: z.string().optional(),
  answer: z.uuid().optional(),
  verdict: z
    .enum(['confirm', 'comment', 'rated', 'approved', 'refused'])
    .optional()
    .describe('Of the answer, or on the gate.'),
  gate: z.uuid().optional().describe('Of a lifecycle, as a guest of a partner is asked about it.'),
  wordsDigest: digest.optional().describe('Of what the answer, or the word on a gate, says.'),
  doneAt: z.string().optional().describe('When it was done, where that is told before it is written here.'),
  act: z.enum(SIGN_IN_ACTS).optional().describe('Of a sign-in.'),
  session: z.uuid().optional().describe('That began or ended.'),
  passkey: z.uuid().optional(),
  key: z.uuid().optional().describe('Of the API.'),
  scopes: z.array(z.string()).optional().describe('Of the key.'),
  provider: z.uuid().optional(),
  name: z.string().optional().describe('Of the key or the provider.'),
  operation: z.string().nullish().describe('What was asked for; null: from the command line.'),
  records: z.array(z.uuid()).optional().describe('Records of the class CLEAN that the answer told of.'),
  release: z.uuid().optional(),
  review: z.uuid().optional(),
  takenBack: z.string().optional().describe('The state of the review that was taken back.'),
  candidate: z.uuid().optional(),
  lifecycleStep: z.uuid().optional(),
  stepKind: z.string().optional().describe('What the step did.'),
  stage: z.string().optional().describe('Of the development of the alliance.'),
  paper: z.uuid().optional(),
  paperKind: z.string().optional(),
  version: z.number().int().optional().describe('Of the paper.'),
  takenAway: z.boolean().optional().describe('Whether the version takes the paper away.'),
  proposer: z.uuid().optional().describe('Who proposed the aggregate.'),
  proposerName: z.string().optional(),
  statistic: z.string().optional(),
  figures: z.number().int().optional().describe('That entered the aggregate.'),
  contributors: z.number().int().optional().describe('Organisations behind them.'),
  contentDigest: digest.optional().describe('Of the aggregate with its rule.'),
  threshold: z.number().int().optional(),
  largestPercent: z.number().int().optional(),
});

/** The kinds of entries that a list is narrowed to, by what they tell of; `grants` are all that are none of the others. */
export const AUDIT_KINDS = ['changes', 'reads', 'sign-ins', 'grants'] as const;
export type AuditKind = (typeof AUDIT_KINDS)[number];
export const AUDIT_ACTIONS = {
  changes: ['change'],
  reads: ['read', 'clean-read'],
  'sign-ins': ['sign-in'],
} as const satisfies Partial<Record<AuditKind, readonly string[]>>;

const entry = auditContent
  .omit({ guarded: true })
  .extend({
    digest,
    recordCount: sequence.optional().describe('Of how many records `records` are the first.'),
  })
  .meta({ id: 'AuditEntry' });
export type AuditEntryAnswer = z.output<typeof entry>;

const page = z
  .object({
    items: z.array(entry),
    total: sequence.describe('Entries of the chain, of the kind that was asked for.'),
    heads: z.array(signedHead).describe('The heads that were signed last, latest first.'),
    headTotal: sequence.describe('Heads that were signed and kept.'),
  })
  .meta({ id: 'AuditPage' });
export type AuditPageAnswer = z.output<typeof page>;

const FAULT_CODES = [
  'audit-file-broken',
  'audit-entry-missing',
  'audit-entry-differs',
  'audit-rows-differ',
  'audit-tail-cut',
  'audit-head-differs',
  'audit-head-missing',
  'audit-change-unlisted',
] as const;

const verdict = z
  .object({
    workspace: z.uuid().nullable(),
    entries: sequence,
    rows: sequence.describe('Lines of the log that were read.'),
    guarded: sequence.describe('Lines of classes that the reader may not read: their digests were compared alone.'),
    heads: sequence,
    witnesses: sequence,
    earlier: sequence.describe('Changes before the chain began, which it says nothing of.'),
    end: z.object({ sequence, digest }).nullable(),
    faults: z.array(z.object({ code: z.enum(FAULT_CODES), sequence: sequence.nullable(), message: z.string() })),
  })
  .meta({ id: 'AuditVerdict' });
export type AuditVerdict = z.output<typeof verdict>;
export type AuditFault = AuditVerdict['faults'][number];

const path = '/api/v1/workspaces/{workspace}/audit';
const shared = {
  subject: 'audit',
  permission: 'audit.read',
  params: z.object({ workspace: reference.describe('Slug or id of the workspace.') }),
  query: null,
  headers: null,
  body: null,
  status: 200,
} as const;

/** The chain of digests that covers every change of a workspace. */
export const auditRoutes = {
  list: {
    ...shared,
    id: 'listAuditEntries',
    method: 'get',
    path,
    summary: 'List the entries of the audit, latest first',
    query: z.strictObject({
      before: z.coerce.number().int().min(1).optional().describe('Only entries before this one.'),
      kind: z.enum(AUDIT_KINDS).optional().describe('Only entries of this kind.'),
      limit: z.coerce.number().int().min(1).max(500).default(100),
    }),
    answer: page,
    problems: ['workspace-not-found'],
  },
  sign: {
    ...shared,
    id: 'signAuditHead',
    method: 'post',
    path: `${path}/heads`,
    summary: 'Sign the head of the chain, for a partner to keep as a witness',
    answer: signedHead,
    problems: ['workspace-not-found', 'audit-empty'],
  },
  verify: {
    ...shared,
    id: 'verifyAudit',
    method: 'post',
    path: `${path}/verification`,
    summary: 'Compute every digest of the chain anew and tell what does not fit',
    body: z
      .strictObject({ witnesses: z.array(signedHead).max(100).default([]).describe('Heads that were kept elsewhere.') })
      .meta({ id: 'AuditVerification' }),
    answer: verdict,
    problems: ['workspace-not-found'],
  },
  file: {
    ...shared,
    id: 'exportAudit',
    method: 'get',
    path: `${path}/file`,
    summary: 'Save the audit with the log that it covers, a JSON line each, to be verified elsewhere',
    answer: null,
    files: ['application/x-ndjson'],
    problems: ['workspace-not-found'],
  },
} as const satisfies Readonly<Record<string, Route>>;
