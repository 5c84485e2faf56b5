import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Group } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import {
  type PaperKind,
  type PaperOf,
  type PaperWithVersionsAnswer,
  type ReadingOfKind,
  useSinglePaper,
} from '../lib/use-paper.ts';
import { Section } from '../ui/section.tsx';
import { EmptyState, FailureState, LoadingState } from '../ui/states.tsx';
import classes from './paper.module.css';
import { PaperVersions } from './paper-versions.tsx';

/** What a form of a paper gets: what is typed so far, and how it is changed. */
export type PaperDraft<K extends PaperKind> = {
  readonly draft: PaperOf<K>;
  readonly change: (part: Partial<PaperOf<K>>) => void;
};

type Props<K extends PaperKind> = {
  readonly slug: string;
  readonly kind: K;
  readonly title: ReactNode;
  /** What the form begins with where there is no paper. */
  readonly blank: PaperOf<K>;
  /** What the paper is for, said while there is none. */
  readonly purpose: ReactNode;
  readonly begin: ReactNode;
  readonly view: (shown: {
    readonly content: PaperOf<K>;
    readonly reading: ReadingOfKind<K> | null;
    readonly paper: PaperWithVersionsAnswer;
  }) => ReactNode;
  readonly form: (typed: PaperDraft<K>) => ReactNode;
  /** What is typed, as it is saved: rows that were left empty go. */
  readonly tidied?: (draft: PaperOf<K>) => PaperOf<K>;
};

/** A part of a page for the one paper of a kind: read, written, and brought back from each of its versions. */
export function PaperSection<K extends PaperKind>(props: Props<K>) {
  const { slug, kind, title, blank, purpose, begin, view, form, tidied } = props;
  const { t } = useLingui();
  const [draft, setDraft] = useState<PaperOf<K> | null>(null);
  const single = useSinglePaper(slug, kind);
  const { content, paper, canWrite } = single;
  const close = (): void => setDraft(null);
  const edit = (
    <Button size="xs" variant="default" data-screen-only onClick={() => setDraft(content ?? blank)}>
      {content === null ? begin : <Trans>Edit</Trans>}
    </Button>
  );
  return (
    <Section id={kind} title={title} action={content !== null && canWrite && draft === null && edit}>
      {single.error ? (
        <FailureState inline error={single.error} onRetry={single.refetch} />
      ) : single.isPending ? (
        <LoadingState lines={3} />
      ) : draft !== null ? (
        <form
          className={classes.form}
          onSubmit={(event) => {
            event.preventDefault();
            single.save(tidied ? tidied(draft) : draft, close);
          }}
        >
          {form({ draft, change: (part) => setDraft({ ...draft, ...part }) })}
          <Group gap="xs">
            <Button type="submit" size="xs" loading={single.isSaving}>
              <Trans>Save</Trans>
            </Button>
            <Button size="xs" variant="default" onClick={close}>
              <Trans>Cancel</Trans>
            </Button>
          </Group>
        </form>
      ) : content === null || paper === null ? (
        <EmptyState
          title={canWrite ? purpose : <Trans>Nothing is recorded here yet</Trans>}
          action={canWrite && edit}
        />
      ) : (
        <>
          {view({
            content,
            // A paper's reading is of its kind.
            reading: paper.reading as ReadingOfKind<K> | null,
            paper,
          })}
          <PaperVersions label={t`Versions`} single={single} />
        </>
      )}
    </Section>
  );
}
