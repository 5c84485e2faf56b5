import { Trans, useLingui } from '@lingui/react/macro';
import type { Lane, PartnerEntry } from '@entente/core/portfolio';
import { DateText } from '../../../../ui/date-text.tsx';
import { RuleBody } from '../../../../ui/rule-body.tsx';
import { AllianceLink, MethodCardLink, PartnerLink } from '../record-links.tsx';
import { TieList } from './tie-list.tsx';

type Props = { readonly partner: PartnerEntry | null; readonly lane: Lane | null };

/** A partner: since when, through which organisations and alliances, with the sources. */
export function InspectedPartner({ partner, lane }: Props) {
  const { t } = useLingui();
  const slug = partner?.slug ?? lane?.slug ?? '';
  const name = partner?.name ?? lane?.name ?? slug;
  const isHouse = (partner?.kind ?? lane?.kind) === 'house';
  const organisations = [...new Set(partner?.ties.map(({ organisation }) => organisation) ?? [])];
  return (
    <RuleBody
      rule={
        isHouse ? (
          <Trans>
            Organisations of one business group count as one partner house on the days on which they belong to it.
          </Trans>
        ) : (
          <Trans>An organisation that belongs to no business group counts as a house of its own.</Trans>
        )
      }
      inputs={[
        ...(partner ? [{ label: t`First tie`, value: <DateText value={partner.since} /> }] : []),
        ...(isHouse && organisations.length > 0
          ? [
              {
                label: t`Organisations`,
                value: organisations.map((each) => (
                  <div key={each}>
                    <PartnerLink slug={each} />
                  </div>
                )),
              },
            ]
          : []),
      ]}
      links={[
        <PartnerLink key="record" slug={slug} name={t`Page of ${name}`} />,
        <MethodCardLink key="card" part="configuration" />,
      ]}
    >
      {partner ? (
        <TieList partner={partner} weight={1} ties={partner.ties} />
      ) : (
        <ul>
          {lane?.bars.map(({ alliance }) => (
            <li key={alliance}>
              <AllianceLink slug={alliance} />
            </li>
          ))}
        </ul>
      )}
    </RuleBody>
  );
}
