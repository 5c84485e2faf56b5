import { Trans, useLingui } from '@lingui/react/macro';
import { Button, CloseButton, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useId, useState } from 'react';
import { CANDIDATE_STAGES } from '@entente/core/lifecycle';
import { useAsOf } from '../../../lib/as-of.ts';
import { useWorkspace } from '../../../lib/workspace.ts';
import { Section } from '../../../ui/section.tsx';
import { screensQuery } from '../api/selection-requests.ts';
import { type Candidate, changed, newKey } from './choice-draft.ts';
import { useChoice } from './choice-context.ts';
import { useChoiceWords } from './choice-words.ts';
import { RegisterSearch } from './register-search.tsx';
import { Screens } from './screens.tsx';
import { WideTable } from './wide-table.tsx';
import classes from './choice.module.css';

/** Who could be chosen: the long list with what the register knows against each, and how far each has come. */
export function CandidatesSection() {
  const { t } = useLingui();
  const { choice, set, canChange, slug } = useChoice();
  const workspace = useWorkspace();
  const { text: asOf } = useAsOf();
  const known = choice.candidates.flatMap(({ organisation }) => organisation ?? []);
  const { data } = useQuery({
    ...screensQuery(workspace, choice.firm ?? '', { besides: slug, asOf: asOf ?? undefined, organisations: known }),
    enabled: choice.firm !== null && known.length > 0,
  });
  const screenOf = (id: string | null) => data?.items.find((each) => each.id === id) ?? null;
  return (
    <Section id="candidates" title={<Trans>Candidates</Trans>} count={choice.candidates.length}>
      <WideTable label={t`Candidates`}>
        <table className={classes.grid}>
          <thead>
            <tr>
              <th scope="col">
                <Trans>Candidate</Trans>
              </th>
              <th scope="col">
                <Trans>Stands on</Trans>
              </th>
              <th scope="col">
                <Trans>Why</Trans>
              </th>
              <th scope="col">
                <Trans>The register knows</Trans>
              </th>
            </tr>
          </thead>
          <tbody>
            {choice.candidates.map((candidate) => (
              <CandidateRow key={candidate.key} candidate={candidate}>
                <Screens
                  of={candidate.key}
                  name={candidate.name}
                  screen={screenOf(candidate.organisation)}
                  isInRegister={candidate.organisation !== null}
                />
              </CandidateRow>
            ))}
          </tbody>
        </table>
      </WideTable>
      {canChange && (
        <>
          <NewCandidate />
          <RegisterSearch
            onAdd={({ id, name }) => {
              const key = newKey('f', choice);
              const added = { key, organisation: id, name, stage: 'long-list', reason: null } as const;
              set({ ...choice, candidates: [...choice.candidates, added] });
            }}
          />
        </>
      )}
    </Section>
  );
}

type RowProps = { readonly candidate: Candidate; readonly children: React.ReactNode };

function CandidateRow({ candidate, children }: RowProps) {
  const { t } = useLingui();
  const said = useChoiceWords();
  const { choice, set, canChange } = useChoice();
  const { key, name, stage, reason } = candidate;
  const change = (part: Partial<Candidate>): void =>
    set({ ...choice, candidates: changed(choice.candidates, key, part) });
  const isDecided = choice.decision?.chosen === key;
  return (
    <tr>
      <th scope="row">
        {name}
        {canChange && !isDecided && (
          <CloseButton
            size="xs"
            className={classes.remove ?? ''}
            aria-label={t`Take ${name} out`}
            onClick={() => set({ ...choice, candidates: choice.candidates.filter((each) => each.key !== key) })}
          />
        )}
      </th>
      <td>
        {canChange && !isDecided ? (
          <>
            <NativeSelect
              className={classes.select ?? ''}
              size="xs"
              aria-label={t`Where ${name} stands`}
              value={stage}
              onChange={(event) => change({ stage: event.currentTarget.value as Candidate['stage'] })}
              data={CANDIDATE_STAGES.filter((each) => each !== 'chosen').map((value) => ({
                value,
                label: said.stage(value),
              }))}
            />
            <span className={classes.printed}>{said.stage(stage)}</span>
          </>
        ) : (
          said.stage(stage)
        )}
      </td>
      <td>
        {canChange ? (
          <>
            <Textarea
              className={classes.long ?? ''}
              size="xs"
              aria-label={t`Why ${name} stands there`}
              maxLength={4000}
              rows={3}
              value={reason ?? ''}
              error={stage === 'dropped' && (reason ?? '').trim() === '' ? t`Give the reason` : null}
              onChange={(event) =>
                change({ reason: event.currentTarget.value === '' ? null : event.currentTarget.value })
              }
            />
            <span className={classes.printed}>{reason}</span>
          </>
        ) : (
          reason
        )}
      </td>
      <td className={classes.told}>{children}</td>
    </tr>
  );
}

/** A way to go, or somebody whom the register does not hold. */
function NewCandidate() {
  const { t } = useLingui();
  const { choice, set } = useChoice();
  const hint = useId();
  const [name, setName] = useState('');
  const isTaken = choice.candidates.some((each) => each.name.trim() === name.trim());
  const add = (): void => {
    if (name.trim() === '' || isTaken) return;
    const key = newKey('f', choice);
    const added = { key, organisation: null, name: name.trim(), stage: 'long-list', reason: null } as const;
    set({ ...choice, candidates: [...choice.candidates, added] });
    setName('');
  };
  return (
    <>
      <div className={classes.actions} data-screen-only>
        <TextInput
          size="xs"
          aria-describedby={hint}
          label={t`Somebody new, or another way to go`}
          maxLength={200}
          value={name}
          error={isTaken ? t`It is there already` : null}
          onChange={(event) => setName(event.currentTarget.value)}
          onKeyDown={(event: KeyboardEvent) => {
            if (event.key !== 'Enter') return;
            event.preventDefault();
            add();
          }}
        />
        <Button size="xs" variant="default" disabled={name.trim() === '' || isTaken} onClick={add}>
          <Trans>Add to the long list</Trans>
        </Button>
      </div>
      <p id={hint} className={classes.quiet} data-screen-only>
        <Trans>Going alone, or doing nothing, may be one.</Trans>
      </p>
    </>
  );
}
