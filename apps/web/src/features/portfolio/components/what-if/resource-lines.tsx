import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Select, TextInput } from '@mantine/core';
import { RESOURCE_KINDS } from '@entente/core/register';
import { useWords } from '../../../../lib/use-words.ts';
import { MOST_RESOURCES } from './move-address.ts';
import type { DraftFault, DraftResource } from './move-draft.ts';
import classes from './what-if.module.css';

type Props = {
  readonly resources: readonly DraftResource[];
  /** Empty until somebody has tried to add the move. */
  readonly faults: readonly DraftFault[];
  readonly onChange: (resources: readonly DraftResource[]) => void;
};

/** What the partner would bring: a line each. */
export function ResourceLines({ resources, faults, onChange }: Props) {
  const { t } = useLingui();
  const words = useWords();
  const set = (key: number, part: Partial<DraftResource>): void =>
    onChange(resources.map((each) => (each.key === key ? { ...each, ...part } : each)));
  const next = Math.max(-1, ...resources.map(({ key }) => key)) + 1;
  return (
    <fieldset className={classes.resources}>
      <legend className={classes.legend}>
        <Trans>The partner brings</Trans>
      </legend>
      {resources.map(({ key, kind, subject }, at) => {
        const isWrong = faults.includes(key);
        const nth = at + 1;
        const [ofKind, ofWhat, away] = [t`Brings: kind`, t`Brings: what`, t`Remove`];
        return (
          <div key={key} className={classes.resource}>
            <Select
              label={ofKind}
              aria-label={`${ofKind}, ${nth}`}
              data={RESOURCE_KINDS.map((each) => ({ value: each, label: words.term('resourceKinds', each) }))}
              value={kind}
              clearable
              clearButtonProps={{ 'aria-label': t`Clear` }}
              onChange={(each) => set(key, { kind: each })}
              error={isWrong && kind === null ? t`Choose a kind.` : undefined}
            />
            <TextInput
              label={ofWhat}
              aria-label={`${ofWhat}, ${nth}`}
              value={subject}
              onChange={(event) => set(key, { subject: event.currentTarget.value })}
              error={isWrong && kind !== null ? t`Name it in Latin letters, as the register does: casting.` : undefined}
            />
            {resources.length > 1 && (
              <Button
                size="compact-sm"
                variant="subtle"
                color="gray"
                aria-label={`${away}: ${nth}`}
                onClick={() => onChange(resources.filter((each) => each.key !== key))}
              >
                {away}
              </Button>
            )}
          </div>
        );
      })}
      <Button
        size="compact-sm"
        variant="default"
        disabled={resources.length >= MOST_RESOURCES}
        onClick={() => onChange([...resources, { key: next, kind: null, subject: '' }])}
      >
        <Trans>Add a resource</Trans>
      </Button>
    </fieldset>
  );
}
