import type { ImportChange, ImportMatch } from '@entente/contract/register';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Button, Checkbox, Group } from '@mantine/core';
import { useState } from 'react';
import { useWords } from '../../../lib/use-words.ts';
import { useImportWords } from './import-words.ts';
import classes from './import.module.css';
import { newChoices, SURE, sureChoices } from './name-choices.ts';
import { NameMatch } from './name-match.tsx';
import { StepSection } from './step-section.tsx';
import { stepTitle } from './step-rail.tsx';
import type { StepProps } from './use-draft.ts';

const SHOWN = 40;

/** Each name of an organisation in the table, and which organisation of the register it is. */
export function NamesStep({ draft, onChange }: StepProps) {
  const { t } = useLingui();
  const words = useWords();
  const [only, setOnly] = useState(false);
  const [shown, setShown] = useState(SHOWN);
  // A name that was just chosen keeps its place until the reader asks for another list.
  const [kept, setKept] = useState<ReadonlySet<string>>(new Set());
  if (draft.matchTotal === 0) return null;
  const open = draft.matches.filter(({ choice }) => choice === null);
  const listed = only ? draft.matches.filter(({ choice, name }) => choice === null || kept.has(name)) : draft.matches;
  const choose = (match: ImportMatch, choice: string): void => {
    setKept((before) => new Set(before).add(match.name));
    onChange({ choices: { [match.name]: choice } });
  };
  const more = Math.min(SHOWN, listed.length - shown);
  const unseen = words.count(draft.matchTotal - draft.matches.length);
  return (
    <StepSection step="names" title={stepTitle('names')} open={draft.openMatches}>
      <p className={classes.lead}>
        <Trans>
          Names are looked up among names, other names, readings and LEIs of the register. Say where two are the same
          organisation.
        </Trans>
      </p>
      <Group gap="sm" mb="xs">
        <BulkChoices open={open} onChange={onChange} />
        {open.length > 0 && draft.matches.length > open.length && (
          <Checkbox
            size="xs"
            label={t`Only those to choose`}
            checked={only}
            onChange={(event) => {
              setOnly(event.currentTarget.checked);
              setKept(new Set());
            }}
          />
        )}
      </Group>
      <ul className={classes.names}>
        {listed.slice(0, shown).map((match) => (
          <NameMatch key={match.name} match={match} onChoose={(choice) => choose(match, choice)} />
        ))}
      </ul>
      {more > 0 && (
        <Button size="compact-sm" variant="default" onClick={() => setShown(shown + SHOWN)}>
          <Plural value={more} one="Show # more" other="Show # more" />
        </Button>
      )}
      {shown >= listed.length && draft.matchTotal > draft.matches.length && (
        <p className={classes.quiet}>
          <Trans>{unseen} more names are settled by an exact match, or are new.</Trans>
        </p>
      )}
    </StepSection>
  );
}

type BulkProps = { readonly open: readonly ImportMatch[]; readonly onChange: (change: ImportChange) => void };

function BulkChoices({ open, onChange }: BulkProps) {
  const own = useImportWords();
  const sure = sureChoices(open);
  const percent = own.confidence(SURE);
  const count = Object.keys(sure).length;
  if (open.length === 0) return null;
  return (
    <>
      {count > 0 && (
        <Button size="compact-sm" variant="default" onClick={() => onChange({ choices: sure })}>
          <Plural value={count} one={`Accept # from ${percent}`} other={`Accept all # from ${percent}`} />
        </Button>
      )}
      <Button size="compact-sm" variant="default" onClick={() => onChange({ choices: newChoices(open) })}>
        <Plural value={open.length} one="Take # as new" other="Take all # as new" />
      </Button>
    </>
  );
}
