import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import classes from './rule-body.module.css';

/** One input of a rule: its name and the value it had. */
export type RuleInput = { readonly label: ReactNode; readonly value: ReactNode };

type Props = {
  /** The rule in words. */
  readonly rule: ReactNode;
  readonly inputs?: readonly RuleInput[];
  /** Places in sources, each with its link. */
  readonly sources?: readonly ReactNode[];
  /** Where to read or look further: the record, the method card. */
  readonly links?: readonly ReactNode[];
  readonly children?: ReactNode;
};

/** The body of the inspector for what is computed: rule, inputs with values, sources, links. */
export function RuleBody({ rule, inputs = [], sources = [], links = [], children }: Props) {
  return (
    <div className={classes.rule}>
      <p>{rule}</p>
      {inputs.length > 0 && (
        <dl className={classes.inputs}>
          {inputs.map((input, index) => (
            <div key={index} className={classes.input}>
              <dt>{input.label}</dt>
              <dd>{input.value}</dd>
            </div>
          ))}
        </dl>
      )}
      {children}
      <Listed heading={<Trans>Sources</Trans>} items={sources} />
      <Listed heading={<Trans>Further</Trans>} items={links} />
    </div>
  );
}

function Listed({ heading, items }: { readonly heading: ReactNode; readonly items: readonly ReactNode[] }) {
  if (items.length === 0) return null;
  return (
    <>
      <h3 className={classes.heading}>{heading}</h3>
      <ul className={classes.items}>
        {items.map((item, index) => (
          <li key={index}>{item}</li>
        ))}
      </ul>
    </>
  );
}
