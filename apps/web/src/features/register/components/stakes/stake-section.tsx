import type { StakeAnswer } from '@entente/contract/register';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { Dialog } from '../../../../ui/dialog.tsx';
import { Section } from '../../../../ui/section.tsx';
import type { AllianceRecord } from '../../api/answers.ts';
import { StakeChart } from './stake-chart.tsx';
import { StakeForm } from './stake-form.tsx';
import { StakesTable } from './stakes-table.tsx';

/** Stakes of an alliance: the drawing over time, the table with sources, and the way to record or change one. */
export function StakeSection({ record }: { readonly record: AllianceRecord }) {
  const { t } = useLingui();
  const [edited, setEdited] = useState<StakeAnswer | 'new' | null>(null);
  const { alliance, stakes } = record;
  const inVenture = stakes.filter(({ issuer }) => issuer.id === alliance.venture?.id);
  const close = (): void => setEdited(null);
  return (
    <Section
      id="stakes"
      title={<Trans>Stakes</Trans>}
      count={stakes.length}
      action={
        alliance.venture &&
        alliance.abilities.change && (
          <Button size="compact-sm" variant="default" onClick={() => setEdited('new')}>
            <Trans>Record a stake</Trans>
          </Button>
        )
      }
    >
      {alliance.venture && (
        <StakeChart stakes={inVenture} issuer={alliance.venture.name ?? alliance.venture.slug ?? ''} />
      )}
      <StakesTable
        stakes={stakes}
        side={stakes.length === inVenture.length ? 'holders' : 'both'}
        onChange={setEdited}
      />
      <Dialog opened={edited !== null} onClose={close} title={edited === 'new' ? t`Record a stake` : t`Change a stake`}>
        {edited !== null && <StakeForm record={record} stake={edited === 'new' ? null : edited} onDone={close} />}
      </Dialog>
    </Section>
  );
}
