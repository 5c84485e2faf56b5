import type { ExclusivityEntry } from '@entente/core/portfolio';
import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { plainTitle } from '../../../../lib/plain-words.ts';
import { useWords } from '../../../../lib/use-words.ts';
import { keptSearch } from '../../../../lib/kept-search.ts';
import { DateText } from '../../../../ui/date-text.tsx';
import { RuleBody } from '../../../../ui/rule-body.tsx';
import { Section } from '../../../../ui/section.tsx';
import { Term } from '../../../../ui/term.tsx';
import { Inspectable } from '../inspectable.tsx';
import { AllianceName, InRow, OrganisationName } from './named-links.tsx';
import { useSegmentation } from './segmentation-context.ts';
import { VerdictMark } from './verdict-mark.tsx';
import classes from './segmentation.module.css';

const DIMENSIONS = ['product', 'market', 'region'] as const;

/** Alliances that fall, or may fall, under an exclusivity of another: collisions of their own kind. */
export function ExclusivityList() {
  const { answer } = useSegmentation();
  const { exclusivities } = answer;
  return (
    <Section
      id="under-exclusivities"
      title={
        <>
          <Term id="exclusivity">
            <Trans>Exclusivities</Trans>
          </Term>{' '}
          <span className={classes.effect}>
            <Trans>alliances that fall under one of another alliance</Trans>
          </span>
        </>
      }
      count={exclusivities.length}
    >
      {exclusivities.length === 0 && (
        <p className={classes.quiet}>
          <Trans>
            No alliance falls under a recorded exclusivity on this day. Exclusivities are recorded in the design of each
            alliance.
          </Trans>
        </p>
      )}
      <ul className={classes.list}>
        {exclusivities.map((entry, place) => (
          <Entry key={`${entry.right.paper} ${entry.alliance}`} entry={entry} place={place} />
        ))}
      </ul>
    </Section>
  );
}

function Entry({ entry, place }: { readonly entry: ExclusivityEntry; readonly place: number }) {
  const { answer } = useSegmentation();
  const alliance = answer.alliances[entry.alliance];
  if (!alliance) return null;
  return (
    <li className={classes.entry} data-kind="exclusivity" data-overlap={entry.overlap}>
      <h3 className={classes.entryTitle}>
        <AllianceName {...alliance} /> <span aria-hidden="true">⊂</span> {entry.right.title}
      </h3>
      <p className={classes.quiet}>
        <Inspectable id={`segmentation.exclusivity.${place}`}>
          <VerdictMark overlap={entry.overlap} />
        </Inspectable>
      </p>
      <dl className={classes.facts}>
        <dt>
          <Trans>Given in</Trans>
        </dt>
        <dd>
          <DesignOf {...entry.right.alliance} />
        </dd>
        <dt>
          <Trans>Who is bound</Trans>
        </dt>
        <dd>
          <Organisations of={entry.bound} />
        </dd>
        <dt>
          <Trans>With whom they are here</Trans>
        </dt>
        <dd>
          <Organisations of={entry.outsiders} />
        </dd>
      </dl>
    </li>
  );
}

const Organisations = ({ of }: { readonly of: ExclusivityEntry['bound'] }) => (
  <InRow items={of} keyOf={({ slug }) => slug}>
    {(organisation) => <OrganisationName {...organisation} />}
  </InRow>
);

function DesignOf({ slug, name }: ExclusivityEntry['right']['alliance']) {
  const { workspace } = useSegmentation();
  return (
    <Link
      to="/w/$workspace/alliances/$slug/design"
      params={{ workspace, slug }}
      search={keptSearch}
      hash="exclusivities"
    >
      {name}
    </Link>
  );
}

/** Why an alliance falls under an exclusivity: the rule, who is bound, and each dimension. */
export function InspectedExclusivity({ entry }: { readonly entry: ExclusivityEntry }) {
  const { t } = useLingui();
  const { answer } = useSegmentation();
  const words = useWords();
  const { right, meetings } = entry;
  const [meeting] = meetings;
  const area = answer.alliances[entry.alliance]?.areas[meeting?.area ?? -1];
  const reach = (dimension: (typeof DIMENSIONS)[number]): string => {
    const of = right[dimension];
    if (of.reach === 'within') return plainTitle(of.term);
    return of.reach === 'anywhere' ? t`without limit` : t`unknown`;
  };
  const held = (dimension: (typeof DIMENSIONS)[number]): string => {
    const term = area?.[dimension] ?? null;
    return term === null ? t`unknown` : plainTitle(term);
  };
  return (
    <RuleBody
      rule={
        <Trans>
          A house that is bound takes part in the alliance, with one that is neither bound nor one of those with whom it
          may; both alliances hold on the day; and product, market and region all lie within what is exclusive. What is
          unknown of either leaves it possible.
        </Trans>
      }
      inputs={[
        { label: t`Verdict`, value: <VerdictMark overlap={entry.overlap} /> },
        { label: t`Exclusivity`, value: right.title },
        { label: t`Given in`, value: <DesignOf {...right.alliance} /> },
        { label: t`Who is bound`, value: words.listed(right.bound.map(({ name }) => name)) },
        { label: t`With whom they may still do it`, value: words.listed(right.towards.map(({ name }) => name)) },
        ...(right.from === null ? [] : [{ label: t`First day`, value: <DateText value={right.from} /> }]),
        ...(right.until === null ? [] : [{ label: t`Last day`, value: <DateText value={right.until} /> }]),
        ...DIMENSIONS.map((dimension) => ({
          label: words.field(dimension),
          value: (
            <>
              {reach(dimension)} × {held(dimension)} {meeting && <VerdictMark overlap={meeting[dimension]} />}
            </>
          ),
        })),
      ]}
      links={[
        <a key="card" href="/docs/methods/lifecycle#exclusivities" target="_blank" rel="noreferrer">
          <Trans>Method card: exclusivities</Trans>
        </a>,
      ]}
    />
  );
}
