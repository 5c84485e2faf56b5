import type { AreaEntry, DivertEntry, SegmentedAlliance, SupplyEntry } from '@entente/core/portfolio';
import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { plainTitle } from '../../../../lib/plain-words.ts';
import { useWords } from '../../../../lib/use-words.ts';
import { dateWords } from '../../../../ui/date-text.tsx';
import { Inspected } from '../../../../ui/inspector.tsx';
import { useInspector } from '../../../../ui/inspector-context.ts';
import { RuleBody } from '../../../../ui/rule-body.tsx';
import { InspectedExclusivity } from './exclusivity-list.tsx';
import { InspectedCarveOut } from './inspected-carve-out.tsx';
import { AllianceName, CardLink, InRow, OrganisationName, PartyName, Places, TermsLink } from './named-links.tsx';
import { useSegmentation } from './segmentation-context.ts';
import { useSegmentationWords } from './segmentation-words.ts';
import { VerdictMark } from './verdict-mark.tsx';
import classes from './segmentation.module.css';

type Content = { readonly title: ReactNode; readonly body: ReactNode };

const ROOM = 'segmentation.';

/** What the inspector shows of this page: the index, a collision, a proposal, a resource or a divert. */
export function SegmentationInspector() {
  const { activeId } = useInspector();
  const content = useContent(activeId?.startsWith(ROOM) ? activeId.slice(ROOM.length) : '');
  if (activeId === null || content === null) return null;
  return (
    <Inspected id={activeId} title={content.title}>
      {content.body}
    </Inspected>
  );
}

function useContent(id: string): Content | null {
  const { answer } = useSegmentation();
  const [subject = '', first = '', second = ''] = id.split('.');
  const place = Number(first);
  switch (subject) {
    case 'index':
      return { title: <Trans>Segmentation index</Trans>, body: <InspectedIndex /> };
    case 'collision':
      return answer.collisions[place]
        ? { title: <Trans>Collision</Trans>, body: <InspectedCollision place={place} /> }
        : null;
    case 'carve': {
      const proposal = answer.collisions[place]?.carveOuts[Number(second)];
      return proposal ? { title: <Trans>Carve-out</Trans>, body: <InspectedCarveOut proposal={proposal} /> } : null;
    }
    case 'exclusivity': {
      const entry = answer.exclusivities[place];
      return entry
        ? { title: <Trans>Under an exclusivity</Trans>, body: <InspectedExclusivity entry={entry} /> }
        : null;
    }
    case 'supply': {
      const supply = answer.supplies.find(({ kind, subject: of }) => kind === first && of === second);
      return supply ? { title: plainTitle(supply.subject), body: <InspectedSupply supply={supply} /> } : null;
    }
    case 'divert': {
      const divert = answer.diverts[place];
      return divert ? { title: <Trans>Partner divert</Trans>, body: <InspectedDivert divert={divert} /> } : null;
    }
    default:
      return null;
  }
}

function InspectedIndex() {
  const { t, i18n } = useLingui();
  const { answer } = useSegmentation();
  const terms = useWords();
  const words = useSegmentationWords();
  const { pairs, certain, possible, index, day, alliances, undated } = answer;
  return (
    <RuleBody
      rule={
        <Trans>
          1 minus the share of colliding pairs among all pairs of alliances that hold on the day and have no partner
          house in common. Two alliances collide when product, market and region all overlap: equal terms, or one
          broader than the other. Where a dimension is unknown and no known one keeps them apart, they may collide; the
          index then lies between counting all of those and none.
        </Trans>
      }
      inputs={[
        { label: t`As of`, value: dateWords(day, i18n) },
        { label: t`Alliances that hold on the day`, value: terms.count(alliances.length) },
        { label: t`Pairs with different partner houses`, value: terms.count(pairs) },
        { label: t`Certain collisions`, value: terms.count(certain) },
        { label: t`Possible collisions`, value: terms.count(possible) },
        { label: t`Segmentation index`, value: words.interval(index) },
        ...(undated.length > 0
          ? [{ label: t`Left out: no date`, value: terms.listed(undated.map(({ name }) => name)) }]
          : []),
      ]}
      links={[<TermsLink key="terms" />, <CardLink key="card" part="segmentation" />]}
    >
      <ul className={classes.list}>
        {alliances.map((alliance) => (
          <li key={alliance.slug}>
            <AllianceName {...alliance} />{' '}
            <span className={classes.effect}>
              <InRow items={alliance.parties} keyOf={({ slug }) => slug}>
                {(party) => <PartyName party={party} />}
              </InRow>
            </span>
          </li>
        ))}
      </ul>
    </RuleBody>
  );
}

/** A row of a domain with its terms, what they lie within, and who says so. */
function AreaLine({ area }: { readonly area: AreaEntry }) {
  const { answer } = useSegmentation();
  const terms = useWords();
  const words = useSegmentationWords();
  const within = (dimension: 'product' | 'market' | 'region'): string => {
    const value = area[dimension];
    const known = answer.terms.find((each) => each.dimension === dimension && each.term === value);
    const chain = [value, ...(known?.broader ?? [])].map(words.term).join(' < ');
    return `${terms.field(dimension)}: ${chain}`;
  };
  return (
    <li className={classes.entry}>
      {(['product', 'market', 'region'] as const).map((dimension) => (
        <div key={dimension}>{within(dimension)}</div>
      ))}
      {area.activity !== null && (
        <div>
          {terms.field('activity')}: {plainTitle(area.activity)}
        </div>
      )}
      <div className={classes.effect}>
        <Places evidence={area.evidence} />
      </div>
    </li>
  );
}

function SideOf({ alliance, places }: { readonly alliance: SegmentedAlliance; readonly places: readonly number[] }) {
  const used = [...new Set(places)].flatMap((place) => alliance.areas[place] ?? []);
  return (
    <>
      <h3 className={classes.sub}>
        <AllianceName {...alliance} />
      </h3>
      <p className={classes.quiet}>
        {alliance.parties.map((party) => (
          <span key={party.slug}>
            <PartyName party={party} />
            {' ('}
            <InRow items={party.organisations} keyOf={({ slug }) => slug}>
              {(organisation) => <OrganisationName {...organisation} />}
            </InRow>
            {') '}
          </span>
        ))}
        · <Places evidence={alliance.evidence} />
      </p>
      {alliance.disputed > 0 && (
        <p className={classes.flag}>
          <span aria-hidden="true">⚑ </span>
          <Trans>Disputed fields of its domains and members: {alliance.disputed}</Trans>
        </p>
      )}
      <ul className={classes.list}>
        {used.map((area, at) => (
          <AreaLine key={at} area={area} />
        ))}
      </ul>
    </>
  );
}

function InspectedCollision({ place }: { readonly place: number }) {
  const { t } = useLingui();
  const { answer } = useSegmentation();
  const terms = useWords();
  const collision = answer.collisions[place];
  const one = answer.alliances[collision?.one ?? -1];
  const other = answer.alliances[collision?.other ?? -1];
  if (!collision || !one || !other) return null;
  const [meeting] = collision.meetings;
  return (
    <RuleBody
      rule={
        collision.overlap === 'certain' ? (
          <Trans>
            Both alliances hold on the day, have no partner house in common, and overlap in product, market and region.
          </Trans>
        ) : (
          <Trans>
            Both alliances hold on the day and have no partner house in common. What is known of product, market and
            region overlaps; something is unknown, so they may collide or not.
          </Trans>
        )
      }
      inputs={[
        { label: t`Verdict`, value: <VerdictMark overlap={collision.overlap} /> },
        ...(meeting
          ? (['product', 'market', 'region'] as const).map((dimension) => ({
              label: terms.field(dimension),
              value: <VerdictMark overlap={meeting[dimension]} />,
            }))
          : []),
      ]}
      links={[<TermsLink key="terms" />, <CardLink key="card" part="segmentation" />]}
    >
      <SideOf alliance={one} places={collision.meetings.map((each) => each.one)} />
      <SideOf alliance={other} places={collision.meetings.map((each) => each.other)} />
    </RuleBody>
  );
}

function InspectedSupply({ supply }: { readonly supply: SupplyEntry }) {
  const { t } = useLingui();
  const terms = useWords();
  const { kind, own, singleSourced, offers, elsewhere } = supply;
  return (
    <RuleBody
      rule={
        <Trans>
          Counted are the houses that bring a resource of this kind and subject to an alliance of the firm that holds on
          the day. It comes from one house alone when no second house brings it and the firm does not hold it itself.
          Elsewhere on record are houses outside of these alliances that bring or hold it.
        </Trans>
      }
      inputs={[
        { label: t`Kind`, value: terms.term('resourceKinds', kind) },
        { label: t`Houses that offer it`, value: terms.count(offers.length) },
        { label: t`Held by the firm itself`, value: own ? t`yes` : t`no, as far as is recorded` },
        { label: t`From one house alone`, value: singleSourced ? t`yes` : t`no` },
      ]}
      links={[<CardLink key="card" part="redundancy" />]}
    >
      {[...offers, ...elsewhere].map(({ party, by }) => (
        <div key={party.slug}>
          <h3 className={classes.sub}>
            <PartyName party={party} />
          </h3>
          <ul className={classes.list}>
            {by.map(({ alliance, organisation, evidence }, at) => (
              <li key={at} className={classes.entry}>
                <OrganisationName {...organisation} />
                {alliance !== null && (
                  <>
                    {' · '}
                    <AllianceName {...alliance} />
                  </>
                )}
                <div className={classes.effect}>
                  <Places evidence={evidence} />
                </div>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </RuleBody>
  );
}

function InspectedDivert({ divert }: { readonly divert: DivertEntry }) {
  const { t } = useLingui();
  const terms = useWords();
  const { party, thirdParties, elsewhere, against, overlap, meetings, sameResources } = divert;
  return (
    <RuleBody
      rule={
        <Trans>
          A member of the partner's house is in an alliance without the firm that holds on the day, and its product,
          market and region overlap with those of an alliance that the firm has with that house; or it brings the same
          resource into the same market. Found from the recorded network alone: whether one caused the other, it does
          not say.
        </Trans>
      }
      inputs={[
        { label: t`Verdict`, value: <VerdictMark overlap={overlap} /> },
        { label: t`Partner`, value: <PartyName party={party} /> },
        {
          label: t`With`,
          value: (
            <InRow items={thirdParties} keyOf={({ slug }) => slug}>
              {(third) => <OrganisationName {...third} />}
            </InRow>
          ),
        },
        ...(sameResources.length > 0
          ? [{ label: t`Same resource`, value: terms.listed(sameResources.map(({ subject }) => plainTitle(subject))) }]
          : []),
      ]}
      sources={[<Places key="elsewhere" evidence={elsewhere.evidence} />]}
      links={[<TermsLink key="terms" />, <CardLink key="card" part="diverts" />]}
    >
      <h3 className={classes.sub}>
        <AllianceName {...elsewhere} />
      </h3>
      <Areas areas={meetings.map(({ other }) => other)} />
      <h3 className={classes.sub}>
        <AllianceName {...against} />
      </h3>
      <Areas areas={meetings.map(({ one }) => one)} />
    </RuleBody>
  );
}

function Areas({ areas }: { readonly areas: readonly AreaEntry[] }) {
  return (
    <ul className={classes.list}>
      {areas.map((area, at) => (
        <AreaLine key={at} area={area} />
      ))}
    </ul>
  );
}
