import { type Authority, type AuthorityGap, authorityGaps } from '@entente/core/lifecycle';
import { Trans, useLingui } from '@lingui/react/macro';
import { ofKind } from '../../../../lib/papers.ts';
import { Section } from '../../../../ui/section.tsx';
import { Term } from '../../../../ui/term.tsx';
import classes from '../design.module.css';
import shared from '../../../../dossier/dossier.module.css';
import { useDossier } from '../../../../dossier/dossier-context.ts';
import { PaperButton } from '../../../../dossier/paper-form.tsx';
import { usePartyNames } from '../../../../dossier/use-party-names.ts';
import { AuthorityForm } from './authority-form.tsx';
import { LookUp } from './look-up.tsx';
import { useRangeWords } from './use-range-words.ts';

/** Who approves what: the look-up first, then the rules, then what they leave open. */
export function AuthoritySection() {
  const { t } = useLingui();
  const { papers, canAdd } = useDossier();
  const paper = ofKind(papers, 'authority')[0] ?? null;
  const gaps = paper === null ? [] : authorityGaps(paper.content);
  return (
    <Section
      id="authority"
      title={
        <Term id="delegation of authority">
          <Trans>Delegation of authority</Trans>
        </Term>
      }
      count={paper?.content.matters.length ?? 0}
      action={
        canAdd && (
          <PaperButton
            label={paper === null ? <Trans>Say who approves what…</Trans> : <Trans>Change the delegation…</Trans>}
            title={t`Delegation of authority`}
            form={(close) => <AuthorityForm paper={paper} onDone={close} />}
          />
        )
      }
    >
      {paper === null || paper.content.matters.length === 0 ? (
        <p className={shared.quiet}>
          <Trans>
            Nobody has said who approves what. Name the matters, then who approves them up to which amount: in the
            venture, and in each parent.
          </Trans>
        </p>
      ) : (
        <>
          <LookUp authority={paper.content} />
          <RulesTable authority={paper.content} />
          {gaps.length > 0 && <Gaps authority={paper.content} gaps={gaps} />}
        </>
      )}
    </Section>
  );
}

function RulesTable({ authority }: { readonly authority: Authority }) {
  const { t } = useLingui();
  const range = useRangeWords();
  const nameOf = usePartyNames();
  return (
    <div className={classes.scroll} role="region" tabIndex={0} aria-label={t`Who approves what`}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">
              <Trans>Matter</Trans>
            </th>
            <th scope="col">
              <Trans>Amount</Trans>
            </th>
            <th scope="col">
              <Trans>Party</Trans>
            </th>
            <th scope="col">
              <Trans>Who approves</Trans>
            </th>
          </tr>
        </thead>
        <tbody>
          {authority.matters.flatMap((matter) =>
            matter.rules.map((rule) => (
              <tr key={`${matter.key} ${rule.key}`}>
                <th scope="row">{matter.title}</th>
                <td>{range(rule, matter.currency)}</td>
                <td>{rule.party === null ? <Trans>the venture</Trans> : nameOf(rule.party)}</td>
                <td>{rule.approver ?? <span className={shared.quiet}>{t`no approval needed`}</span>}</td>
              </tr>
            )),
          )}
        </tbody>
      </table>
    </div>
  );
}

type GapsProps = { readonly authority: Authority; readonly gaps: readonly AuthorityGap[] };

function Gaps({ authority, gaps }: GapsProps) {
  const { t } = useLingui();
  const range = useRangeWords();
  const nameOf = usePartyNames();
  return (
    <ul className={shared.inner} aria-label={t`Amounts that nobody approves`}>
      {gaps.map((gap) => {
        const matter = authority.matters.find(({ key }) => key === gap.matter);
        const who = gap.party === null ? t`the venture` : nameOf(gap.party);
        const what = matter?.title ?? '';
        const amounts = range(gap, matter?.currency ?? null);
        return (
          <li key={`${gap.matter} ${gap.party} ${gap.above}`} className={shared.caution}>
            <span aria-hidden="true">▲ </span>
            <Trans>
              {what}, {who}: {amounts} nobody approves
            </Trans>
          </li>
        );
      })}
    </ul>
  );
}
