import type { AuditEntryAnswer } from '@entente/contract/audit';
import { ALLIANCE_STAGES } from '@entente/core/register';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { ROLE_WORDS } from '../../../lib/role-words.ts';
import { useWords } from '../../../lib/use-words.ts';
import { Moment } from '../../../ui/moment.tsx';
import { SIGN_IN_WORDS } from './sign-in-words.ts';

type Entry = { readonly entry: AuditEntryAnswer };

/** What an entry of the audit tells of, in words. */
export function AuditedAct({ entry }: Entry) {
  switch (entry.action) {
    case 'change':
      return <Trans>Change of the register</Trans>;
    case 'member':
      return <MemberAct entry={entry} />;
    case 'invitation':
      return <InvitationAct entry={entry} />;
    case 'sign-in':
      return <SignInAct entry={entry} />;
    case 'clean-read':
      return (
        <Plural
          value={entry.recordCount ?? 0}
          one="Read # record of the class CLEAN"
          other="Read # records of the class CLEAN"
        />
      );
    case 'release':
      return <AuditedRelease entry={entry} />;
    case 'review':
      return <ReviewAct entry={entry} />;
    case 'candidate':
      return <CandidateAct entry={entry} />;
    case 'calendar-feed':
      return entry.state === 'made' ? <Trans>Calendar feed made</Trans> : <Trans>Calendar feed withdrawn</Trans>;
    case 'lifecycle':
      return <LifecycleAct entry={entry} />;
    case 'paper':
      return <PaperAct entry={entry} />;
    case 'release-rule':
      return <ReleaseRuleAct entry={entry} />;
    default:
      return <SharingAct entry={entry} />;
  }
}

function ReviewAct({ entry: { state, takenBack } }: Entry) {
  if (takenBack !== undefined) return <Trans>Step of a business review taken back</Trans>;
  switch (state) {
    case 'draft':
      return <Trans>Business review begun</Trans>;
    case 'submitted':
      return <Trans>Business review handed in</Trans>;
    case 'decided':
      return <Trans>Business review decided</Trans>;
    case 'signed':
      return <Trans>Business review signed</Trans>;
    default:
      return <Trans>Business review withdrawn</Trans>;
  }
}

/** With whom the move would be is not in the audit. */
function CandidateAct({ entry: { state } }: Entry) {
  if (state === 'discarded') return <Trans>Candidate move discarded</Trans>;
  if (state === 'turned') return <Trans>Candidate move turned into an alliance</Trans>;
  return <Trans>Candidate move kept</Trans>;
}

const isStage = (stage: string): boolean => ALLIANCE_STAGES.some((known) => known === stage);

/** What was said is read with the lifecycle; the audit tells that it was, and of which stage. */
function LifecycleAct({ entry: { stepKind, stage } }: Entry) {
  const words = useWords();
  const about = stage !== undefined && isStage(stage) ? words.term('stages', stage) : (stage ?? '');
  switch (stepKind) {
    case 'begun':
      return <Trans>Lifecycle begun in {about}</Trans>;
    case 'advanced':
      return <Trans>Lifecycle advanced to {about}</Trans>;
    case 'revisited':
      return <Trans>Lifecycle gone back to {about}</Trans>;
    case 'ended':
      return <Trans>Lifecycle ended</Trans>;
    case 'given-up':
      return <Trans>Lifecycle given up</Trans>;
    case 'waived':
      return <Trans>Waiver in the lifecycle: {about}</Trans>;
    case 'gate-judged':
      return <Trans>Gate of the lifecycle judged: {about}</Trans>;
    default:
      return <Trans>Step in the lifecycle: {about}</Trans>;
  }
}

/** Of which alliance it is, and what it says, is not in the audit. */
function PaperAct({ entry: { version, takenAway } }: Entry) {
  if (takenAway === true) return <Trans>Paper of an alliance taken away</Trans>;
  if (version === 1) return <Trans>Paper added to an alliance</Trans>;
  return <Trans>Paper of an alliance changed</Trans>;
}

function MemberAct({ entry: { personName: name, role, ended, cleanTeam } }: Entry) {
  const { t, i18n } = useLingui();
  const roleName = role === undefined ? '' : i18n._(ROLE_WORDS[role]);
  const personName = name ?? t`somebody`;
  if (ended === true) return <Trans>{personName} left</Trans>;
  return cleanTeam === true ? (
    <Trans>
      {personName}: {roleName}, clean team
    </Trans>
  ) : (
    <Trans>
      {personName}: {roleName}
    </Trans>
  );
}

function InvitationAct({ entry: { email, role, state } }: Entry) {
  const { i18n } = useLingui();
  const roleName = role === undefined ? '' : i18n._(ROLE_WORDS[role]);
  if (state === 'accepted') return <Trans>{email} accepted the invitation</Trans>;
  if (state === 'withdrawn') return <Trans>Invitation of {email} withdrawn</Trans>;
  return (
    <Trans>
      {email} invited: {roleName}
    </Trans>
  );
}

function SignInAct({ entry: { act, name } }: Entry) {
  const { i18n } = useLingui();
  const words = act === undefined ? '' : i18n._(SIGN_IN_WORDS[act]);
  return name === undefined ? (
    words
  ) : (
    <Trans>
      {words}: {name}
    </Trans>
  );
}

function SharingAct({ entry }: Entry) {
  const { action, state, granteeName, expiresAt, title, edition, partnerName, verdict, channel } = entry;
  switch (action) {
    case 'publication':
      return (
        <Trans>
          “{title}” published, edition {edition}
        </Trans>
      );
    case 'grant':
      if (state === 'withdrawn') return <Trans>Withdrawn from {granteeName}</Trans>;
      if (state === 'suspended') return <Trans>Suspended for {granteeName}</Trans>;
      return (
        <Trans>
          Opened for {granteeName} until {expiresAt === undefined ? null : <Moment at={expiresAt} parts="day" />}
        </Trans>
      );
    case 'request':
      return state === 'withdrawn' ? <Trans>Request to a partner closed</Trans> : <Trans>Request to a partner</Trans>;
    case 'gate':
      return state === 'withdrawn' ? (
        <Trans>{granteeName} is asked about a gate no more</Trans>
      ) : (
        <Trans>{granteeName} is asked about a gate</Trans>
      );
    case 'gate-word':
      return verdict === 'approved' ? (
        <Trans>{partnerName}: approved a gate</Trans>
      ) : (
        <Trans>{partnerName}: refused a gate</Trans>
      );
    case 'read':
      return channel === 'file' ? (
        <Trans>{partnerName}: took a file of the room away</Trans>
      ) : (
        <Trans>{partnerName}: read the room</Trans>
      );
    case 'answer':
      return verdict === 'confirm' ? <Trans>{partnerName}: confirmed</Trans> : <Trans>{partnerName}: commented</Trans>;
    case 'signature':
      return partnerName === undefined ? <Trans>Signed for the firm</Trans> : <Trans>{partnerName}: signed</Trans>;
    default:
      return action;
  }
}

/** An aggregate of the clean team; words of what did not leave it are not in the audit. */
function AuditedRelease({ entry }: Entry) {
  const { state, title, proposerName } = entry;
  if (state === 'released') {
    return (
      <Trans>
        Aggregate released: {title}, proposed by {proposerName}
      </Trans>
    );
  }
  if (state === 'withdrawn') return <Trans>Aggregate withdrawn: {title}</Trans>;
  if (state === 'refused') return <Trans>Aggregate refused, proposed by {proposerName}</Trans>;
  return <Trans>Aggregate of the clean team proposed</Trans>;
}

function ReleaseRuleAct({ entry: { threshold, largestPercent } }: Entry) {
  return (
    <Trans>
      Rule of the clean team: at least {threshold} organisations, at most {largestPercent} % of a total
    </Trans>
  );
}
