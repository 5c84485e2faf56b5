import { ALLIANCE_STAGES } from '@entente/core/register';
import { Trans, useLingui } from '@lingui/react/macro';
import { NativeSelect, Stack, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { keptSearch } from '../../../lib/kept-search.ts';
import { ofKind, papersQuery } from '../../../lib/papers.ts';
import { useWords } from '../../../lib/use-words.ts';
import { useWorkspace } from '../../../lib/workspace.ts';
import { usePageTitle } from '../../../ui/page-title.ts';
import classes from '../../../dossier/paper.module.css';
import { EmptyState, FailureState, LoadingState } from '../../../ui/states.tsx';
import { LessonCard } from '../components/lesson-card.tsx';
import { isAbout } from '../components/lesson-words.ts';

/** What all alliances have taught, to be looked through before the next one. */
export function LessonsPage() {
  const { t } = useLingui();
  const words = useWords();
  const workspace = useWorkspace();
  const [looked, setLooked] = useState('');
  const [stage, setStage] = useState('');
  usePageTitle(t`Lessons`);
  const { data, error, refetch } = useQuery(papersQuery(workspace, ['lesson']));
  const lessons = ofKind(data?.items ?? [], 'lesson');
  const shown = lessons.filter(({ content }) => isAbout(content, looked) && (stage === '' || content.about === stage));
  const [count, all] = [shown.length, lessons.length].map(words.count);
  return (
    <>
      <h1>
        <Trans>Lessons</Trans>
      </h1>
      {error ? (
        <FailureState inline error={error} onRetry={() => void refetch()} />
      ) : !data ? (
        <LoadingState lines={8} />
      ) : lessons.length === 0 ? (
        <EmptyState title={<Trans>No alliance has left a lesson yet</Trans>}>
          <Trans>Lessons are written on the termination page of an alliance, also while it goes on.</Trans>
        </EmptyState>
      ) : (
        <>
          <div className={classes.row} data-screen-only>
            <TextInput
              type="search"
              label={t`Look for`}
              value={looked}
              onChange={(event) => setLooked(event.currentTarget.value)}
            />
            <NativeSelect
              label={t`Stage`}
              value={stage}
              data={[
                { value: '', label: t`every stage` },
                ...ALLIANCE_STAGES.map((each) => ({ value: each, label: words.term('stages', each) })),
              ]}
              onChange={(event) => setStage(event.currentTarget.value)}
            />
          </div>
          <p className={classes.quiet} role="status">
            <Trans>
              {count} of {all} lessons
            </Trans>
          </p>
          <Stack gap="sm">
            {shown.map(({ id, content, alliance }) => (
              <LessonCard
                key={id}
                lesson={content}
                level={2}
                alliance={
                  <Link
                    to="/w/$workspace/alliances/$slug/termination"
                    params={{ workspace, slug: alliance.slug ?? alliance.id }}
                    search={keptSearch}
                  >
                    {alliance.name ?? alliance.slug}
                  </Link>
                }
              />
            ))}
          </Stack>
        </>
      )}
    </>
  );
}
