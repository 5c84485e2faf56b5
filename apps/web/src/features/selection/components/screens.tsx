import type { CandidateScreenAnswer } from '@entente/contract/portfolio';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useWords } from '../../../lib/use-words.ts';
import { DateText } from '../../../ui/date-text.tsx';
import { InspectButton } from '../../../ui/inspect-button.tsx';
import { Inspected } from '../../../ui/inspector.tsx';
import { RuleBody } from '../../../ui/rule-body.tsx';
import { SourcePlace } from '../../../ui/source-place.tsx';
import { Unknown } from './choice-notes.tsx';
import classes from './choice.module.css';

type Props = {
  /** What tells one candidate's screens from another's. */
  readonly of: string;
  readonly name: string;
  readonly screen: CandidateScreenAnswer | null;
  readonly isInRegister: boolean;
};

type Places = CandidateScreenAnswer['sizes'][number]['evidence'];

/** What the register knows of a candidate: collisions, ties, country, size; each opens to its places. */
export function Screens({ of, name, screen, isInRegister }: Props) {
  const { t } = useLingui();
  const words = useWords();
  if (screen === null)
    return <Unknown>{isInRegister ? <Trans>not read</Trans> : <Trans>not in the register</Trans>}</Unknown>;
  const { country, sizes, collisions, partnerIn, sameHouse } = screen;
  const certain = (collisions ?? []).filter(({ overlap }) => overlap === 'certain').length;
  const possible = (collisions ?? []).length - certain;
  const [size] = sizes;
  const id = `selection.screen.${of}`;
  return (
    <>
      <ul className={classes.plain}>
        <li>
          {country === null ? <Unknown>{t`country unknown`}</Unknown> : words.country(country)}
          {' · '}
          {size === undefined ? (
            <Unknown>{t`size unknown`}</Unknown>
          ) : (
            <>
              {words.quantity(size.quantity)}{' '}
              {size.bound === null || size.bound === '=' ? '' : words.term('bounds', size.bound)}{' '}
              {words.number(size.value ?? '')}
              {size.unit === null || size.quantity === 'employees' ? '' : ` ${words.unit(size.unit)}`} (
              {size.date === null ? <Trans>undated</Trans> : <DateText value={size.date} />})
            </>
          )}
        </li>
        <li>
          <InspectButton id={id}>
            {collisions === null ? (
              <Trans>collisions unknown: its business is not recorded</Trans>
            ) : certain + possible === 0 ? (
              <Trans>no collision known</Trans>
            ) : (
              <>
                {certain > 0 && <Plural value={certain} one="▲ # certain collision" other="▲ # certain collisions" />}
                {certain > 0 && possible > 0 && words.separator}
                {possible > 0 && (
                  <Plural value={possible} one="◐ # possible collision" other="◐ # possible collisions" />
                )}
              </>
            )}
          </InspectButton>
        </li>
        {partnerIn.length > 0 && (
          <li>
            <Trans>partner in {words.listed(partnerIn.map((each) => each.name))}</Trans>
          </li>
        )}
        {sameHouse.length > 0 && (
          <li>
            <Trans>of one house with {words.listed([...new Set(sameHouse.map(({ partner }) => partner.name))])}</Trans>
          </li>
        )}
      </ul>
      <Inspected id={id} title={t`What the register knows of ${name}`}>
        <ScreenBody screen={screen} />
      </Inspected>
    </>
  );
}

function ScreenBody({ screen }: { readonly screen: CandidateScreenAnswer }) {
  const { t } = useLingui();
  const words = useWords();
  const { house, collisions, partnerIn, sameHouse, sizes } = screen;
  const placesOf = (places: Places) =>
    places.map(({ source, place }) => (
      <div key={`${source} ${place}`}>
        <SourcePlace source={source} place={place} />
      </div>
    ));
  const unknown = t`unknown`;
  return (
    <RuleBody
      rule={
        <Trans>
          Two businesses meet where one of product, market and region is known to be shared and none is known to differ;
          for certain where all three are shared. What is read is the present business of the candidate and of its
          house, held beside the present alliances of the firm but for this one. Where nothing is recorded, it is
          unknown, not free of collisions.
        </Trans>
      }
      inputs={[
        {
          label: t`House`,
          value: house === null ? unknown : [house.name, ...placesOf(house.evidence)],
        },
        {
          label: t`Partner in`,
          value: partnerIn.length === 0 ? t`none` : words.listed(partnerIn.map(({ name }) => name)),
        },
        {
          label: t`Partners of its house`,
          value:
            sameHouse.length === 0
              ? t`none`
              : words.listed(sameHouse.map(({ partner, alliance }) => `${partner.name} (${alliance.name})`)),
        },
        ...(collisions ?? []).map(({ alliance, theirs, by, overlap, shared, open, evidence }) => ({
          label: alliance.name,
          value: (
            <>
              {overlap === 'certain' ? t`certain collision` : t`possible collision`}: {theirs.name} ({by.name})
              <div>
                <Trans>shared: {words.listed(shared.map((each) => words.field(each)))}</Trans>
                {open.length > 0 && (
                  <>
                    {' · '}
                    <Trans>open: {words.listed(open.map((each) => words.field(each)))}</Trans>
                  </>
                )}
              </div>
              {placesOf(evidence)}
            </>
          ),
        })),
        ...(collisions === null ? [{ label: t`Collisions`, value: unknown }] : []),
        ...sizes.map(({ quantity, value, unit, date, evidence }) => ({
          label: words.quantity(quantity),
          value: (
            <>
              {words.number(value ?? '')} {unit === null ? '' : words.unit(unit)}{' '}
              {date === null ? unknown : <DateText value={date} />}
              {placesOf(evidence)}
            </>
          ),
        })),
        ...(sizes.length === 0 ? [{ label: t`Size`, value: unknown }] : []),
      ]}
      links={[
        <a key="card" href="/docs/methods/lifecycle#screens-of-candidates" target="_blank" rel="noreferrer">
          <Trans>Method card: screens of candidates</Trans>
        </a>,
      ]}
    />
  );
}
