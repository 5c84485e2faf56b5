import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Checkbox, NativeSelect, Stack, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { paperTableAddress } from '../../../lib/papers.ts';
import { printPage } from '../../../lib/printing.ts';
import { useWords } from '../../../lib/use-words.ts';
import { useWorkspace } from '../../../lib/workspace.ts';
import { DateText } from '../../../ui/date-text.tsx';
import { Section } from '../../../ui/section.tsx';
import { changed, isRanked } from './choice-draft.ts';
import { Unknown } from './choice-notes.tsx';
import { useChoice } from './choice-context.ts';
import classes from './choice.module.css';

type Props = { readonly paper: string };

/** Who was chosen, by whom, when and why; as a page to print and a file to take away. */
export function DecisionSection({ paper }: Props) {
  const { choice, canChange } = useChoice();
  return (
    <Section id="decision" title={<Trans>Decision</Trans>}>
      {choice.decision === null ? canChange ? <DecisionForm /> : <NotYet /> : <Decided />}
      <Illustrative />
      <Files paper={paper} />
    </Section>
  );
}

function NotYet() {
  return (
    <p>
      <Unknown>
        <Trans>Nothing is decided yet.</Trans>
      </Unknown>
    </p>
  );
}

function DecisionForm() {
  const { t } = useLingui();
  const { choice, set, members } = useChoice();
  const options = choice.candidates.filter(isRanked);
  const [chosen, setChosen] = useState('');
  const [by, setBy] = useState<readonly string[]>([]);
  const [on, setOn] = useState('');
  const [reason, setReason] = useState('');
  const key = options.some((each) => each.key === chosen) ? chosen : '';
  if (options.length === 0)
    return (
      <p className={classes.lead}>
        <Trans>Put candidates on the short list to decide for one of them.</Trans>
      </p>
    );
  return (
    <form
      data-screen-only
      onSubmit={(event) => {
        event.preventDefault();
        if (key === '' || reason.trim() === '') return;
        set({
          ...choice,
          candidates: changed(choice.candidates, key, { stage: 'chosen' }),
          decision: { chosen: key, by, on: on === '' ? null : on, reason: reason.trim() },
        });
      }}
    >
      <Stack gap="sm" maw={640}>
        <NativeSelect
          label={t`Who is chosen`}
          value={key}
          onChange={(event) => setChosen(event.currentTarget.value)}
          data={[{ value: '', label: t`choose` }, ...options.map((each) => ({ value: each.key, label: each.name }))]}
        />
        <Checkbox.Group label={t`Decided by`} value={[...by]} onChange={setBy}>
          <Stack gap={6} mt={6}>
            {members.map(({ id, name }) => (
              <Checkbox key={id} size="xs" value={id} label={name} />
            ))}
          </Stack>
        </Checkbox.Group>
        <TextInput
          type="date"
          label={t`Decided on, if known`}
          value={on}
          onChange={(event) => setOn(event.currentTarget.value)}
        />
        <Textarea
          label={t`Reason`}
          required
          maxLength={4000}
          autosize
          minRows={3}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <div>
          <Button type="submit" size="xs" disabled={key === '' || reason.trim() === ''}>
            <Trans>Decide</Trans>
          </Button>
        </div>
      </Stack>
    </form>
  );
}

function Decided() {
  const { t } = useLingui();
  const words = useWords();
  const { choice, set, canChange, members } = useChoice();
  const { decision } = choice;
  if (decision === null) return null;
  const name = choice.candidates.find(({ key }) => key === decision.chosen)?.name ?? '';
  const by = decision.by.map((id) => members.find((each) => each.id === id)?.name ?? t`somebody who has left`);
  return (
    <>
      <p>
        <strong>{name}</strong>
      </p>
      <p className={classes.words}>{decision.reason}</p>
      <p>
        <Trans>Decided by</Trans> {by.length === 0 ? <Unknown>{t`nobody who is named`}</Unknown> : words.listed(by)}
        {' · '}
        {decision.on === null ? <Unknown>{t`day unknown`}</Unknown> : <DateText value={decision.on} />}
      </p>
      {canChange && (
        <div className={classes.actions} data-screen-only>
          <Button
            size="xs"
            variant="default"
            onClick={() =>
              set({
                ...choice,
                decision: null,
                candidates: changed(choice.candidates, decision.chosen, { stage: 'short-list' }),
              })
            }
          >
            <Trans>Take the decision back</Trans>
          </Button>
        </div>
      )}
    </>
  );
}

/** What of it is made up, and where the rest is from. */
function Illustrative() {
  const { t } = useLingui();
  const { choice, set, canChange } = useChoice();
  if (!canChange) return null;
  return (
    <Textarea
      data-screen-only
      mt="md"
      maw={640}
      size="xs"
      label={t`What of it is made up, and where the rest is from`}
      description={t`Leave it empty where nothing is made up. It stands at the top of the page and in every file.`}
      maxLength={4000}
      autosize
      minRows={2}
      value={choice.illustrative ?? ''}
      onChange={(event) =>
        set({ ...choice, illustrative: event.currentTarget.value === '' ? null : event.currentTarget.value })
      }
    />
  );
}

/** The choice as it was saved, to take away. */
function Files({ paper }: Props) {
  const { slug, isChanged } = useChoice();
  const workspace = useWorkspace();
  const linkTo = (format: 'csv' | 'xlsx'): string => paperTableAddress(workspace, slug, paper, format);
  return (
    <div className={classes.actions} data-screen-only>
      {isChanged ? (
        <span className={classes.quiet}>
          <Trans>Save to take it away as a file.</Trans>
        </span>
      ) : (
        <>
          <Button size="xs" variant="default" component="a" href={linkTo('csv')} download>
            CSV
          </Button>
          <Button size="xs" variant="default" component="a" href={linkTo('xlsx')} download>
            Excel (XLSX)
          </Button>
        </>
      )}
      <Button size="xs" variant="default" onClick={() => void printPage()}>
        <Trans>Print</Trans>
      </Button>
    </div>
  );
}
