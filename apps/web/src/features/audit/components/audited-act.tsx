import type { AuditEntryAnswer } from '@entente/contract/audit';
import { Trans, useLingui } from '@lingui/react/macro';
import { ROLE_WORDS } from '../../../lib/role-words.ts';

/** What an entry of the audit tells of, in words. */
export function AuditedAct({ entry }: { readonly entry: AuditEntryAnswer }) {
  const { t, i18n } = useLingui();
  const { action, role, ended, cleanTeam, email, state } = entry;
  const roleName = role === undefined ? '' : i18n._(ROLE_WORDS[role]);
  const personName = entry.personName ?? t`somebody`;
  if (action === 'member') {
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
  if (action !== 'invitation') return <Trans>Change of the register</Trans>;
  if (state === 'accepted') return <Trans>{email} accepted the invitation</Trans>;
  if (state === 'withdrawn') return <Trans>Invitation of {email} withdrawn</Trans>;
  return (
    <Trans>
      {email} invited: {roleName}
    </Trans>
  );
}
