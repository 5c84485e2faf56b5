import type { PaperWithVersionsAnswer } from '@entente/contract/dossier';
import { Trans, useLingui } from '@lingui/react/macro';
import { TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useFocal } from '../../../lib/focal.ts';
import { addPaper, membersQuery, ofKind, paperQuery, papersOfQuery } from '../../../lib/papers.ts';
import { useToldMutation } from '../../../lib/use-told-mutation.ts';
import { usePageTitle } from '../../../ui/page-title.ts';
import { RoomHead } from '../../../dossier/room-head.tsx';
import { EmptyState, FailureState, LoadingState } from '../../../ui/states.tsx';
import { allianceNameQuery, screensQuery } from '../api/selection-requests.ts';
import { CandidatesSection } from '../components/candidates-section.tsx';
import { ChoiceContext, useChoice } from '../components/choice-context.ts';
import type { Choice } from '../components/choice-draft.ts';
import { CriteriaSection } from '../components/criteria-section.tsx';
import { DecisionSection } from '../components/decision-section.tsx';
import { NewChoice } from '../components/new-choice.tsx';
import { RankingSection } from '../components/ranking-section.tsx';
import { RatingsSection } from '../components/ratings-section.tsx';
import { SaveBar, type TypedChoice } from '../components/save-bar.tsx';
import classes from '../components/choice.module.css';

const ROUTE = '/w/$workspace/alliances/$slug/selection';

/** Who is chosen as partner: candidates, criteria, ratings, ranking, decision. */
export function SelectionPage() {
  const { t } = useLingui();
  const { workspace, slug } = useParams({ from: ROUTE });
  const papers = useQuery(papersOfQuery(workspace, slug, ['partner-choice']));
  const [found] = ofKind(papers.data?.items ?? [], 'partner-choice');
  const paper = useQuery({ ...paperQuery(workspace, slug, found?.id ?? ''), enabled: found !== undefined });
  const alliance = useQuery(allianceNameQuery(workspace, slug));
  const name = alliance.data ?? found?.alliance.name ?? slug;
  usePageTitle(papers.data && t`Partner selection: ${name}`);
  const error = alliance.error ?? papers.error ?? (found === undefined ? null : paper.error);
  if (error && !paper.data)
    return (
      <FailureState
        error={error}
        onRetry={() => void Promise.all([alliance.refetch(), papers.refetch(), paper.refetch()])}
      />
    );
  if (!alliance.data || !papers.data || (found !== undefined && !paper.data)) return <LoadingState lines={12} />;
  return (
    <>
      <RoomHead
        slug={slug}
        name={name}
        title={<Trans>Partner selection</Trans>}
        lead={<Trans>Who could be the partner, how they compare, and who is chosen.</Trans>}
      />
      {paper.data?.content?.kind === 'partner-choice' ? (
        <ChoiceOf key={paper.data.id} paper={paper.data} saved={paper.data.content} slug={slug} workspace={workspace} />
      ) : papers.data.abilities.add ? (
        <Begin name={name} slug={slug} workspace={workspace} />
      ) : (
        <EmptyState title={<Trans>No choice of a partner is here for you to read</Trans>}>
          <Trans>It is shown to owners, administrators and managers alone, never to a partner.</Trans>
        </EmptyState>
      )}
    </>
  );
}

type Place = { readonly workspace: string; readonly slug: string };

function Begin({ name, slug, workspace }: Place & { readonly name: string }) {
  const focal = useFocal();
  const screens = useQuery({
    ...screensQuery(workspace, focal ?? '', { besides: slug, organisations: ['-'] }),
    enabled: focal !== null,
  });
  const begin = useToldMutation((choice: Choice) => addPaper(workspace, slug, choice));
  return (
    <NewChoice
      name={name}
      firm={screens.data?.focal.id ?? null}
      isPending={begin.isPending}
      onBegin={(choice) => begin.mutate(choice)}
    />
  );
}

type OfProps = Place & { readonly paper: PaperWithVersionsAnswer; readonly saved: Choice };

function ChoiceOf({ paper, saved, slug, workspace }: OfProps) {
  const members = useQuery(membersQuery(workspace));
  const [typed, setTyped] = useState<TypedChoice | null>(null);
  const { reading, abilities, people } = paper;
  return (
    <ChoiceContext
      value={{
        slug,
        choice: typed?.choice ?? saved,
        set: (choice) => setTyped({ choice, on: typed?.on ?? paper.version }),
        reading: reading?.kind === 'partner-choice' ? reading : null,
        isChanged: typed !== null,
        canChange: abilities.change,
        members: (members.data?.items ?? []).map(({ person: { id, name } }) => ({ id, name })),
        left: new Set(people.flatMap(({ id, hasLeft }) => (hasLeft ? [id] : []))),
      }}
    >
      <Head />
      <CandidatesSection />
      <CriteriaSection />
      <RatingsSection />
      <RankingSection />
      <DecisionSection paper={paper.id} />
      {typed !== null && <SaveBar paper={paper.id} version={paper.version} typed={typed} onTyped={setTyped} />}
    </ChoiceContext>
  );
}

/** The question, what of it is made up, and who reads it. */
function Head() {
  const { t } = useLingui();
  const { choice, set, canChange } = useChoice();
  return (
    <>
      {canChange ? (
        <>
          <TextInput
            maw={640}
            label={t`Question`}
            maxLength={200}
            value={choice.question}
            onChange={(event) => set({ ...choice, question: event.currentTarget.value })}
          />
          <p className={classes.printed}>{choice.question}</p>
        </>
      ) : (
        <p>{choice.question}</p>
      )}
      <p className={classes.lead}>
        <Trans>shown to owners, administrators and managers, never to a partner</Trans>
      </p>
      {choice.illustrative !== null && (
        <p className={classes.caution} role="note">
          ▲ {choice.illustrative}
        </p>
      )}
    </>
  );
}
