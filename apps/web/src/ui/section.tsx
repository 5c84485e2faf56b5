import type { ReactNode } from 'react';
import { useWords } from '../lib/use-words.ts';
import classes from './section.module.css';

type Props = {
  readonly id: string;
  readonly title: ReactNode;
  readonly count?: number;
  readonly action?: ReactNode;
  readonly children: ReactNode;
};

/** A part of a page under a heading that can be linked to. */
export function Section({ id, title, count, action, children }: Props) {
  const words = useWords();
  return (
    <section id={id} className={classes.section} aria-labelledby={`${id}-heading`}>
      <div className={classes.head}>
        <h2 className={classes.heading} id={`${id}-heading`}>
          {title}
          {count !== undefined && <span className={classes.count}> {words.count(count)}</span>}
        </h2>
        {action}
      </div>
      {children}
    </section>
  );
}
