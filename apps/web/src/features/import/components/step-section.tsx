import { Plural } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { Section } from '../../../ui/section.tsx';
import classes from './import.module.css';
import type { StepName } from './steps.ts';

type Props = {
  readonly step: StepName;
  readonly title: ReactNode;
  readonly open: number;
  readonly action?: ReactNode;
  readonly children: ReactNode;
};

/** A step of an import under its heading, which says what is still open in it. */
export function StepSection({ step, title, open, action, children }: Props) {
  const head = (
    <>
      {title}
      {open > 0 && (
        <span className={classes.open}>
          {' '}
          <Plural value={open} one="# open" other="# open" />
        </span>
      )}
    </>
  );
  return (
    <Section id={step} title={head} action={action}>
      {children}
    </Section>
  );
}
