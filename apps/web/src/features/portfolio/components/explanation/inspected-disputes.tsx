import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { keptSearch } from '../../../../lib/kept-search.ts';
import { RuleBody } from '../../../../ui/rule-body.tsx';
import { usePortfolioView } from '../portfolio-context.ts';
import { AllianceLink } from '../record-links.tsx';
import { disputedFields } from './disputed-fields.ts';
import classes from './explanation.module.css';

/** Which alliances have fields that the sources state differently. */
export function InspectedDisputes() {
  const { t } = useLingui();
  const { workspace, answer } = usePortfolioView();
  const { alliances } = disputedFields(answer.milestones);
  return (
    <RuleBody
      rule={
        <Trans>
          A field is disputed when two sources, or two places of one, state it differently. All statements stand; one
          gives the value that is counted here. Counted are fields of the alliance, its members, stakes and resources,
          in the chosen sources.
        </Trans>
      }
      links={[
        <Link key="all" to="/w/$workspace/discrepancies" params={{ workspace }} search={keptSearch}>
          {t`All discrepancies`}
        </Link>,
      ]}
    >
      <ul className={classes.list}>
        {alliances.map(({ slug, disputed }) => (
          <li key={slug} className={classes.item}>
            <AllianceLink slug={slug} />
            <span className={classes.source}>
              <span className={classes.flag} aria-hidden="true">
                ⚑{' '}
              </span>
              {disputed}
            </span>
          </li>
        ))}
      </ul>
    </RuleBody>
  );
}
