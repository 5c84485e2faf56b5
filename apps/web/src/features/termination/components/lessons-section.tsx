import type { PaperOf } from '@entente/contract/dossier';
import { LESSON_KINDS } from '@entente/core/lifecycle';
import { ALLIANCE_STAGES } from '@entente/core/register';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Group, NativeSelect, Stack, Textarea, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { keptSearch } from '../../../lib/kept-search.ts';
import { addPaper, changePaper, ofKind, papersOfQuery, takePaperAway } from '../../../lib/papers.ts';
import { useToldMutation } from '../../../lib/use-told-mutation.ts';
import { useWords } from '../../../lib/use-words.ts';
import { useWorkspace } from '../../../lib/workspace.ts';
import { Dialog } from '../../../ui/dialog.tsx';
import { Section } from '../../../ui/section.tsx';
import { EmptyState, FailureState, LoadingState } from '../../../ui/states.tsx';
import { useUndoNotice } from '../../../ui/undo-notice.tsx';
import { LessonCard } from './lesson-card.tsx';
import { useLessonWords } from './lesson-words.ts';

type Content = PaperOf<'lesson'>;

const BLANK: Content = {
  kind: 'lesson',
  title: '',
  lessonKind: 'worked',
  about: 'management',
  happened: '',
  cause: '',
  advice: '',
  tags: [],
};

/** What this alliance teaches for the next ones. */
export function LessonsSection({ slug }: { readonly slug: string }) {
  const { t } = useLingui();
  const workspace = useWorkspace();
  const { data, error, refetch } = useQuery(papersOfQuery(workspace, slug, ['lesson']));
  const adding = useToldMutation((content: Content) => addPaper(workspace, slug, content));
  const offer = useUndoNotice();
  const taking = useToldMutation(async ({ content, ...at }: { paper: string; version: number; content: Content }) => {
    const { version } = await takePaperAway({ workspace, alliance: slug, ...at });
    offer(t`The lesson is taken away.`, () =>
      changePaper({ workspace, alliance: slug, paper: at.paper, version }, content),
    );
  });
  const changing = useToldMutation(({ content, ...at }: { paper: string; version: number; content: Content }) =>
    changePaper({ workspace, alliance: slug, ...at }, content),
  );
  const lessons = ofKind(data?.items ?? [], 'lesson');
  const add = data?.abilities.add && (
    <LessonButton
      label={<Trans>Add a lesson</Trans>}
      content={BLANK}
      isSaving={adding.isPending}
      onSave={(content, close) => adding.mutate(content, { onSuccess: close })}
    />
  );
  return (
    <Section id="lessons" title={<Trans>Lessons</Trans>} count={lessons.length} action={lessons.length > 0 && add}>
      {error ? (
        <FailureState inline error={error} onRetry={() => void refetch()} />
      ) : !data ? (
        <LoadingState lines={3} />
      ) : lessons.length === 0 ? (
        <EmptyState title={<Trans>Write down what this alliance teaches for the next ones</Trans>} action={add} />
      ) : (
        <Stack gap="sm">
          {lessons.map(({ id, version, content, abilities }) => (
            <LessonCard key={id} level={3} lesson={content}>
              {abilities.change && (
                <Group gap="xs" data-screen-only>
                  <LessonButton
                    label={<Trans>Edit</Trans>}
                    content={content}
                    isSaving={changing.isPending}
                    onSave={(next, close) =>
                      changing.mutate({ paper: id, version, content: next }, { onSuccess: close })
                    }
                  />
                  <Button
                    size="compact-xs"
                    variant="subtle"
                    color="gray"
                    loading={taking.isPending}
                    onClick={() => taking.mutate({ paper: id, version, content })}
                  >
                    <Trans>Take away</Trans>
                  </Button>
                </Group>
              )}
            </LessonCard>
          ))}
        </Stack>
      )}
      <p>
        <Link to="/w/$workspace/lessons" params={{ workspace }} search={keptSearch}>
          <Trans>Lessons of all alliances</Trans>
        </Link>
      </p>
    </Section>
  );
}

type ButtonProps = {
  readonly label: ReactNode;
  readonly content: Content;
  readonly isSaving: boolean;
  readonly onSave: (content: Content, close: () => void) => void;
};

function LessonButton({ label, content, isSaving, onSave }: ButtonProps) {
  const { t } = useLingui();
  const [opened, { open, close }] = useDisclosure(false);
  return (
    <>
      <Button size="xs" variant="default" data-screen-only onClick={open}>
        {label}
      </Button>
      <Dialog opened={opened} title={t`Lesson`} onClose={close}>
        <LessonForm begun={content} isSaving={isSaving} onSave={(next) => onSave(next, close)} />
      </Dialog>
    </>
  );
}

type FormProps = {
  readonly begun: Content;
  readonly isSaving: boolean;
  readonly onSave: (content: Content) => void;
};

function LessonForm({ begun, isSaving, onSave }: FormProps) {
  const { t } = useLingui();
  const words = useWords();
  const said = useLessonWords();
  const [draft, setDraft] = useState(begun);
  const [tags, setTags] = useState(begun.tags.join(', '));
  const set = (part: Partial<Content>): void => setDraft({ ...draft, ...part });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        const listed = tags.split(/[,、，]/).map((tag) => tag.trim());
        onSave({ ...draft, tags: listed.filter((tag) => tag !== '') });
      }}
    >
      <Stack gap="sm">
        <TextInput
          label={t`Lesson in one line`}
          required
          value={draft.title}
          onChange={(event) => set({ title: event.currentTarget.value })}
          data-autofocus
        />
        <NativeSelect
          label={t`What kind`}
          value={draft.lessonKind}
          data={LESSON_KINDS.map((kind) => ({ value: kind, label: said(kind) }))}
          onChange={(event) => set({ lessonKind: event.currentTarget.value as Content['lessonKind'] })}
        />
        <NativeSelect
          label={t`Stage it is about`}
          value={draft.about}
          data={ALLIANCE_STAGES.map((stage) => ({ value: stage, label: words.term('stages', stage) }))}
          onChange={(event) => set({ about: event.currentTarget.value as Content['about'] })}
        />
        <Textarea
          label={t`What happened`}
          autosize
          minRows={2}
          value={draft.happened}
          onChange={(event) => set({ happened: event.currentTarget.value })}
        />
        <Textarea
          label={t`Why`}
          autosize
          minRows={2}
          value={draft.cause}
          onChange={(event) => set({ cause: event.currentTarget.value })}
        />
        <Textarea
          label={t`What to do another time`}
          autosize
          minRows={2}
          value={draft.advice}
          onChange={(event) => set({ advice: event.currentTarget.value })}
        />
        <TextInput
          label={t`Tags, with commas between`}
          value={tags}
          onChange={(event) => setTags(event.currentTarget.value)}
        />
        <Group justify="flex-end">
          <Button type="submit" loading={isSaving}>
            <Trans>Save</Trans>
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
