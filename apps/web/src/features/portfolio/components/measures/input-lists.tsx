import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Fragment, type ReactNode } from 'react';
import type { MeasureInputsAnswer } from '@entente/contract/portfolio';
import { useWords } from '../../../../lib/use-words.ts';
import { DateText } from '../../../../ui/date-text.tsx';
import { CategoryTable } from './category-table.tsx';
import { useMeasureWords } from './measure-words.ts';
import { AlliancesOf, PartnersOf, PlacesOf } from './measure-links.tsx';
import classes from './measures.module.css';
import { usePortfolioWords } from '../words.ts';

type Props = { readonly answer: MeasureInputsAnswer };
type Input = MeasureInputsAnswer['inputs'][number];

/** Everything that a measure counts, with its dates and sources; of a share first what is of the part. */
export function InputLists({ answer }: Props) {
  const { how, inputs, total } = answer;
  if (inputs.length === 0) return null;
  const rest = total - inputs.length;
  return (
    <>
      {(how === 'diversity' || how === 'concentration' || how === 'kinds') && <CategoryTable answer={answer} />}
      {how === 'share' ? (
        <>
          <Inputs heading={<Trans>In the share</Trans>} answer={answer} inputs={inputs.filter(({ part }) => part)} />
          <Inputs
            heading={<Trans>Not in the share</Trans>}
            answer={answer}
            inputs={inputs.filter(({ part }) => !part)}
          />
        </>
      ) : (
        <Inputs heading={<Trans>What is counted</Trans>} answer={answer} inputs={inputs} />
      )}
      {rest > 0 && (
        <p className={classes.detail}>
          <Plural value={rest} one="and # more" other="and # more" />
        </p>
      )}
    </>
  );
}

type InputsProps = {
  readonly heading: ReactNode;
  readonly answer: MeasureInputsAnswer;
  readonly inputs: readonly Input[];
};

function Inputs({ heading, answer, inputs }: InputsProps) {
  if (inputs.length === 0) return null;
  return (
    <>
      <h3 className={classes.heading}>
        {heading} <span className={classes.detail}>{inputs.length}</span>
      </h3>
      <ul className={classes.list}>
        {inputs.map((input, nth) => (
          <li key={nth} className={classes.item}>
            <InputItem input={input} answer={answer} />
          </li>
        ))}
      </ul>
    </>
  );
}

function InputItem({ input, answer }: { readonly input: Input; readonly answer: MeasureInputsAnswer }) {
  const words = useMeasureWords();
  const amount = answer.how === 'mean' && input.amount !== null ? words.value(input.amount, 'years') : null;
  const isOfPartner = input.partners.length > 0 && answer.column.name !== 'exploration-share';
  return (
    <>
      <div>
        <What input={input} answer={answer} />
        {isOfPartner ? (
          <PartnersOf slugs={input.partners} names={answer.names.organisations} />
        ) : (
          <AlliancesOf slugs={input.alliances} names={answer.names.alliances} />
        )}
        {amount !== null && (
          <span className={classes.detail}>
            {' '}
            · <Trans>{amount} years</Trans>
          </span>
        )}
      </div>
      {isOfPartner && (
        <div>
          <AlliancesOf slugs={input.alliances} names={answer.names.alliances} />
        </div>
      )}
      {input.from !== null && (
        <div className={classes.detail}>
          <Dates from={input.from} until={input.until} isMove={answer.column.name === 'exploration-share'} />
        </div>
      )}
      <Flags input={input} />
      <div className={classes.detail}>
        <PlacesOf evidence={input.evidence} />
      </div>
    </>
  );
}

/** The resource, the move, or the kind by which an input counts. */
function What({ input, answer }: { readonly input: Input; readonly answer: MeasureInputsAnswer }) {
  const { separator } = useWords();
  const portfolio = usePortfolioWords();
  if (input.what === null) return null;
  const isMove = answer.column.name === 'exploration-share';
  return (
    <Fragment>
      {isMove
        ? portfolio.moveKind(input.what as Parameters<typeof portfolio.moveKind>[0])
        : portfolio.resource(input.what)}
      {separator}
    </Fragment>
  );
}

type DatesProps = { readonly from: string; readonly until: string | null; readonly isMove: boolean };

function Dates({ from, until, isMove }: DatesProps) {
  if (isMove) return <DateText value={from} />;
  return until === null ? (
    <Trans>
      since <DateText value={from} />
    </Trans>
  ) : (
    <Trans>
      <DateText value={from} /> until <DateText value={until} />
    </Trans>
  );
}

function Flags({ input: { uncertain, disputed } }: { readonly input: Input }) {
  const { t } = useLingui();
  if (!uncertain && disputed === 0) return null;
  return (
    <div className={classes.flag}>
      {uncertain && (
        <>
          <span aria-hidden="true">◐ </span>
          {t`its dates leave open whether it counts on this day`}
          {disputed > 0 && ' · '}
        </>
      )}
      {disputed > 0 && (
        <>
          <span aria-hidden="true">⚑ </span>
          <Plural value={disputed} one="# disputed field" other="# disputed fields" />
        </>
      )}
    </div>
  );
}
