import type { FigureAnswer, ReleasePreview } from '@entente/contract/clean-team';
import { AGGREGATED_FIELDS, type Statistic, STATISTICS } from '@entente/core/accounts';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Group, Select, Stack, Textarea, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useToldMutation } from '../../../lib/use-told-mutation.ts';
import { useWords } from '../../../lib/use-words.ts';
import { useWorkspace } from '../../../lib/workspace.ts';
import { FailureState, LoadingState } from '../../../ui/states.tsx';
import { figuresQuery, proposeRelease } from '../api/release-requests.ts';
import { FIELD_LABELS, STATISTIC_MEANINGS, STATISTIC_WORDS } from './aggregate-words.ts';
import { type Chosen, FigureChoice } from './figure-choice.tsx';
import { PreviewOutcome } from './preview-outcome.tsx';

type Of = ReleasePreview['of'];
const FIELDS = Object.entries(AGGREGATED_FIELDS).flatMap(([kind, fields]) =>
  fields.map((field) => `${kind}.${field}` as Of),
);

/** Figures that may be added up: of one quantity, in one unit. */
const alikeAs = ({ quantity, unit }: FigureAnswer): string => `${quantity ?? ''} ${unit ?? ''}`;

/** Proposes an aggregate: chosen figures, a statistic, and what the firm needs it for. */
export function ProposeForm({ onDone }: { readonly onDone: () => void }) {
  const { t, i18n } = useLingui();
  const workspace = useWorkspace();
  const [of, setOf] = useState<Of>('measure.value');
  const [statistic, setStatistic] = useState<Statistic>('sum');
  const { data, error } = useQuery(figuresQuery(workspace, of));
  return (
    <Stack gap="sm">
      <Group grow align="flex-start">
        <Select
          label={t`Of`}
          data={FIELDS.map((value) => ({ value, label: i18n._(FIELD_LABELS[value]) }))}
          value={of}
          onChange={(value) => value !== null && setOf(value)}
          allowDeselect={false}
          data-autofocus
        />
        <Select
          label={t`Statistic`}
          data={STATISTICS.map((value) => ({ value, label: i18n._(STATISTIC_WORDS[value]) }))}
          value={statistic}
          onChange={(value) => value !== null && setStatistic(value)}
          allowDeselect={false}
        />
      </Group>
      <p>{i18n._(STATISTIC_MEANINGS[statistic])}</p>
      {error && !data && <FailureState inline error={error} />}
      {!data && !error && <LoadingState lines={4} />}
      {data?.items.length === 0 && (
        <p>
          <Trans>
            No record of the class CLEAN holds such a figure. Give records this class when you add them, or change their
            class on their page.
          </Trans>
        </p>
      )}
      {data && data.items.length > 0 && (
        <Proposal key={of} of={of} statistic={statistic} figures={data.items} onDone={onDone} />
      )}
    </Stack>
  );
}

type ProposalProps = {
  readonly of: Of;
  readonly statistic: Statistic;
  readonly figures: readonly FigureAnswer[];
  readonly onDone: () => void;
};

function Proposal({ of, statistic, figures, onDone }: ProposalProps) {
  const { t } = useLingui();
  const words = useWords();
  const workspace = useWorkspace();
  const groups = [...new Map(figures.map((figure) => [alikeAs(figure), figure]))];
  const [group, setGroup] = useState(groups[0]?.[0] ?? '');
  const alike = figures.filter((figure) => alikeAs(figure) === group);
  const [chosen, setChosen] = useState<Chosen>(() => new Set(figures.map(({ record }) => record)));
  const [part, setPart] = useState<Chosen>(() => new Set());
  const [title, setTitle] = useState('');
  const [purpose, setPurpose] = useState('');
  const records = alike.map(({ record }) => record).filter((record) => chosen.has(record));
  const preview: ReleasePreview = {
    of,
    statistic,
    records,
    ...(statistic === 'share' && part.size > 0 ? { part: records.filter((record) => part.has(record)) } : {}),
  };
  const propose = useToldMutation(() =>
    proposeRelease(workspace, { ...preview, title: title.trim(), purpose: purpose.trim() }).then(onDone),
  );
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        propose.mutate(undefined);
      }}
    >
      <Stack gap="sm">
        {groups.length > 1 && (
          <Select
            label={t`Quantity and unit`}
            data={groups.map(([value, { quantity, unit }]) => ({
              value,
              label: [quantity === null ? '' : words.quantity(quantity), unit === null ? '' : words.unit(unit)]
                .filter((each) => each !== '')
                .join(words.separator),
            }))}
            value={group}
            onChange={(value) => value !== null && setGroup(value)}
            allowDeselect={false}
          />
        )}
        <FigureChoice
          figures={alike}
          chosen={chosen}
          onChoose={setChosen}
          part={statistic === 'share' ? part : null}
          onPart={setPart}
        />
        <PreviewOutcome preview={preview} />
        <TextInput
          label={t`Title`}
          description={t`Everybody reads it once the aggregate is released: name no figure and no firm.`}
          required
          maxLength={600}
          value={title}
          onChange={(event) => setTitle(event.currentTarget.value)}
        />
        <Textarea
          label={t`Purpose`}
          description={t`What the firm needs it for, e.g. the decision that it serves.`}
          required
          maxLength={4000}
          autosize
          minRows={2}
          value={purpose}
          onChange={(event) => setPurpose(event.currentTarget.value)}
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={onDone}>
            <Trans>Cancel</Trans>
          </Button>
          <Button type="submit" loading={propose.isPending} disabled={records.length === 0}>
            <Trans>Propose</Trans>
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
