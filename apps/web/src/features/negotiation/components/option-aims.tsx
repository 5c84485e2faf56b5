import { Trans, useLingui } from '@lingui/react/macro';
import { Button, NativeSelect, TextInput } from '@mantine/core';
import paper from '../../../dossier/paper.module.css';
import type { NegotiationIssue } from './negotiation-words.ts';
import classes from './negotiation.module.css';
import { AmountInput, newKey } from './rows.tsx';

type OptionIssue = Extract<NegotiationIssue, { scale: 'options' }>;
type Props = { readonly issue: OptionIssue; readonly onChange: (issue: NegotiationIssue) => void };
type Side = 'ours' | 'theirs';

const pointsOf = (issue: OptionIssue, side: Side, option: string): number | null =>
  issue[side].points.find((each) => each.option === option)?.points ?? null;

function withPoints(issue: OptionIssue, side: Side, option: string, points: number | null): OptionIssue {
  const others = issue[side].points.filter((each) => each.option !== option);
  return {
    ...issue,
    [side]: { ...issue[side], points: points === null ? others : [...others, { option, points }] },
  };
}

function withoutOption(issue: OptionIssue, option: string): OptionIssue {
  const aim = <A extends OptionIssue[Side]>(given: A): A => ({
    ...given,
    points: given.points.filter((each) => each.option !== option),
    target: given.target === option ? null : given.target,
    reservation: given.reservation === option ? null : given.reservation,
  });
  return {
    ...issue,
    options: issue.options.filter(({ key }) => key !== option),
    ours: aim(issue.ours),
    theirs: aim(issue.theirs),
  };
}

/** The options of an issue, how good each is for either side, and which they hope for or would just sign. */
export function OptionAims({ issue, onChange }: Props) {
  const { t } = useLingui();
  const { options } = issue;
  return (
    <>
      {options.map((option, at) => {
        const place = at + 1;
        return (
          <div key={option.key} className={paper.row}>
            <TextInput
              className={classes.grow ?? ''}
              label={t`Option ${place}`}
              required
              value={option.name}
              onChange={(event) =>
                onChange({ ...issue, options: options.with(at, { ...option, name: event.currentTarget.value }) })
              }
            />
            <AmountInput
              label={t`Points for us`}
              value={pointsOf(issue, 'ours', option.key)}
              onChange={(points) => onChange(withPoints(issue, 'ours', option.key, points))}
            />
            <AmountInput
              label={t`Points for them, estimated`}
              value={pointsOf(issue, 'theirs', option.key)}
              onChange={(points) => onChange(withPoints(issue, 'theirs', option.key, points))}
            />
            <Button
              size="xs"
              variant="subtle"
              color="gray"
              aria-label={t`Take away option ${place}`}
              onClick={() => onChange(withoutOption(issue, option.key))}
            >
              <Trans>Take away</Trans>
            </Button>
          </div>
        );
      })}
      <Button
        size="compact-xs"
        variant="default"
        onClick={() => onChange({ ...issue, options: [...options, { key: newKey(), name: '' }] })}
      >
        <Trans>Add an option</Trans>
      </Button>
      <OptionAim side="ours" issue={issue} onChange={onChange} />
      <OptionAim side="theirs" issue={issue} onChange={onChange} />
    </>
  );
}

function OptionAim({ side, issue, onChange }: Props & { readonly side: Side }) {
  const { t } = useLingui();
  const aim = issue[side];
  const set = (part: Partial<typeof aim>): void => onChange({ ...issue, [side]: { ...aim, ...part } });
  const data = [
    { value: '', label: t`unknown` },
    ...issue.options.map(({ key, name }, at) => ({ value: key, label: name === '' ? String(at + 1) : name })),
  ];
  const chosen = (value: string): string | null => (value === '' ? null : value);
  return (
    <fieldset className={classes.aim}>
      <legend>{side === 'ours' ? <Trans>Our side</Trans> : <Trans>Their side, as we estimate</Trans>}</legend>
      <div className={paper.row}>
        <NativeSelect
          label={t`Target`}
          value={aim.target ?? ''}
          data={data}
          onChange={(event) => set({ target: chosen(event.currentTarget.value) })}
        />
        <NativeSelect
          label={t`Reservation`}
          value={aim.reservation ?? ''}
          data={data}
          onChange={(event) => set({ reservation: chosen(event.currentTarget.value) })}
        />
        <AmountInput label={t`Weight`} min={0} value={aim.weight} onChange={(weight) => set({ weight })} />
      </div>
    </fieldset>
  );
}
