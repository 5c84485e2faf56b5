import type { CleanTeamAnswer } from '@entente/contract/clean-team';
import { P_PERCENT } from '@entente/core/accounts';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { Link } from '@tanstack/react-router';
import { useWorkspace } from '../../../lib/workspace.ts';
import { Dialog } from '../../../ui/dialog.tsx';
import { Section } from '../../../ui/section.tsx';
import classes from './clean-team.module.css';
import { RuleForm } from './rule-form.tsx';

/** Who is in the clean team, and what it asks of whatever leaves it. */
export function Team({ told }: { readonly told: CleanTeamAnswer }) {
  const { t } = useLingui();
  const workspace = useWorkspace();
  const [changing, { open, close }] = useDisclosure(false);
  const { team, rule, abilities } = told;
  const { threshold, largestPercent } = rule;
  return (
    <Section
      id="team"
      title={<Trans>People</Trans>}
      count={team.length}
      action={
        abilities.changeRule && (
          <Button size="xs" variant="default" onClick={open}>
            <Trans>Change the rule…</Trans>
          </Button>
        )
      }
    >
      <ul className={classes.names}>
        {team.map(({ id, name, you }) => (
          <li key={id}>
            {name} {you && <Trans>(you)</Trans>}
          </li>
        ))}
      </ul>
      {team.length < 2 && (
        <p className={classes.lead}>
          <Trans>
            Releasing takes two people of the team. An owner names them under{' '}
            <Link to="/w/$workspace/members" params={{ workspace }}>
              Members and roles
            </Link>
            .
          </Trans>
        </p>
      )}
      <p className={classes.lead}>
        <Trans>
          What leaves the team has at least {threshold} organisations behind it. No organisation has more than{' '}
          {largestPercent} % of a total, nobody comes closer to another’s figure than {P_PERCENT} %, and no figure of
          fewer organisations can be derived from several releases together.
        </Trans>
      </p>
      <Dialog opened={changing} title={t`Rule for what leaves the clean team`} onClose={close}>
        <RuleForm rule={rule} onDone={close} />
      </Dialog>
    </Section>
  );
}
