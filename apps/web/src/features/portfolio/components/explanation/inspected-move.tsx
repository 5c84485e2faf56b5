import { Trans, useLingui } from '@lingui/react/macro';
import { DateText } from '../../../../ui/date-text.tsx';
import { RuleBody } from '../../../../ui/rule-body.tsx';
import type { MoveRow } from '../moves/move-rows.ts';
import { AllianceLink, MethodCardLink, PartnerLink, sourceItems } from '../record-links.tsx';
import { usePortfolioWords } from '../words.ts';

export function MoveTitle({ row }: { readonly row: MoveRow }) {
  const words = usePortfolioWords();
  return (
    <>
      <DateText value={row.date} /> · {words.moveKind(row.kind)}
    </>
  );
}

function ruleFor(row: MoveRow) {
  if (row.founding) {
    return (
      <Trans>
        The alliances of the first date found the portfolio. They are judged against nothing and are no moves.
      </Trans>
    );
  }
  if (row.type === null) {
    return <Trans>This change brings neither partner nor resource, so it is told but not typed.</Trans>;
  }
  return (
    <Trans>
      A partner is new when the firm had no earlier tie of any form with its house. A resource is new when its kind and
      subject stood neither in the firm's own stock nor in any earlier tie. Both together give the type; moves of one
      date are judged against the portfolio before it.
    </Trans>
  );
}

/** How a move got its type: novelty of partner and resource, and who says so. */
export function InspectedMove({ row }: { readonly row: MoveRow }) {
  const { t } = useLingui();
  const words = usePortfolioWords();
  const partners = row.partners.map((slug) => (
    <div key={slug}>
      <PartnerLink slug={slug} />
    </div>
  ));
  return (
    <RuleBody
      rule={ruleFor(row)}
      inputs={[
        { label: t`Alliance`, value: <AllianceLink slug={row.alliance} /> },
        ...(partners.length > 0 ? [{ label: t`Partners`, value: partners }] : []),
        ...(row.partner === null ? [] : [{ label: t`Partner is`, value: words.novelty(row.partner) }]),
        ...(row.resource === null
          ? []
          : [{ label: t`New resources`, value: words.listed(row.resources.map(words.resource)) || t`none` }]),
        ...(row.type === null ? [] : [{ label: t`Type`, value: <b>{words.typeName(row.type)}</b> }]),
      ]}
      sources={sourceItems(row.evidence)}
      links={[<MethodCardLink key="card" part="configuration" />]}
    />
  );
}
