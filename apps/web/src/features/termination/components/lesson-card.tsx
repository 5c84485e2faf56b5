import type { Lesson } from '@entente/core/lifecycle';
import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { useWords } from '../../../lib/use-words.ts';
import classes from '../../../ui/paper/paper.module.css';
import own from './lesson-card.module.css';
import { useLessonWords } from './lesson-words.ts';

type Props = { readonly lesson: Lesson; readonly heading: ReactNode; readonly children?: ReactNode };

/** What happened, why, and what to do another time. */
export function LessonCard({ lesson, heading, children }: Props) {
  const words = useWords();
  const said = useLessonWords();
  const { title, lessonKind, about, happened, cause, advice, tags } = lesson;
  return (
    <article className={own.lesson}>
      <h3>
        {title} {heading}
      </h3>
      <p className={classes.quiet}>
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
