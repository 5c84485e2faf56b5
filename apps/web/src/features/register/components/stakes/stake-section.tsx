import { Trans } from '@lingui/react/macro';
import { Button, Group } from '@mantine/core';
import { useState } from 'react';
import { Section } from '../../../../ui/section.tsx';
import type { AllianceRecord } from '../../api/answers.ts';
import type { Additions } from '../forms/additions.ts';
import { pickedOf } from '../forms/form-values.ts';
import { AddButton } from '../forms/row-actions.tsx';
import { StakeChart } from './stake-chart.tsx';
import { StakesTable } from './stakes-table.tsx';
import { VentureStakes } from './venture-stakes.tsx';

type Props = { readonly record: AllianceRecord; readonly additions: Additions };

/** Stakes of an alliance: the drawing over time, the table with sources, and the same table to type in. */
export function StakeSection({ record, additions }: Props) {
  const [isTyped, setTyped] = useState(false);
  const { alliance, stakes } = record;
  const inVenture = stakes.filter(({ issuer, exists }) => exists && issuer.id === alliance.venture?.id);
  const actions = alliance.abilities.change && !isTyped && (
    <Group gap="xs">
      {alliance.venture && (
        <Button size="compact-sm" variant="default" onClick={() => setTyped(true)}>
          <Trans>Edit as a table</Trans>
        </Button>
      )}
      <AddButton kind="stake" additions={additions} />
    </Group>
  );
  return (
    <Section id="stakes" title={<Trans>Stakes</Trans>} count={stakes.length} action={actions}>
      {alliance.venture && (
        <StakeChart stakes={inVenture} issuer={alliance.venture.name ?? alliance.venture.slug ?? ''} />
      )}
      {isTyped && alliance.venture ? (
        <VentureStakes
          alliance={pickedOf('alliance', alliance)}
          venture={pickedOf('organisation', alliance.venture)}
          stakes={inVenture}
          onDone={() => setTyped(false)}
        />
      ) : (
        <StakesTable stakes={stakes} side={stakes.length === inVenture.length ? 'holders' : 'both'} />
      )}
    </Section>
  );
}
