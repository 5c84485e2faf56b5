import type { Lesson } from '@entente/core/lifecycle';
import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { useWords } from '../../../lib/use-words.ts';
import classes from '../../../dossier/paper.module.css';
import own from './lesson-card.module.css';
import { useLessonWords } from './lesson-words.ts';

type Props = {
  /** The level of its heading on the page. */
  readonly level: 2 | 3;
  readonly lesson: Lesson;
  readonly alliance?: ReactNode;
  readonly children?: ReactNode;
};

/** What happened, why, and what to do another time. */
export function LessonCard({ level, lesson, alliance, children }: Props) {
  const Heading = `h${level}` as const;
  const words = useWords();
  const said = useLessonWords();
  const { title, lessonKind, about, happened, cause, advice, tags } = lesson;
  return (
    <article className={own.lesson}>
      <Heading className={own.heading}>{title}</Heading>
      <p className={classes.quiet}>
        {alliance}
        {alliance && ' · '}
        {said(lessonKind)} · {words.term('stages', about)}
        {tags.length > 0 && ` · ${words.listed(tags)}`}
      </p>
      {happened !== '' && <p className={classes.words}>{happened}</p>}
      {cause !== '' && (
        <p className={classes.words}>
          <Trans>Why: {cause}</Trans>
        </p>
      )}
      {advice !== '' && (
        <p className={classes.words}>
          <strong>
            <Trans>Another time: {advice}</Trans>
          </strong>
        </p>
      )}
      {children}
    </article>
  );
}
