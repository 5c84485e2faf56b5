import { Trans, useLingui } from '@lingui/react/macro';
import { useParams } from '@tanstack/react-router';
import { OPEN } from '../../../lib/obligation-search.ts';
import { Section } from '../../../ui/section.tsx';
import classes from '../../../dossier/dossier.module.css';
import { EveryObligationLink } from '../components/design-links.tsx';
import { DossierPage } from '../../../dossier/dossier-page.tsx';
import { useDossier } from '../../../dossier/dossier-context.ts';
import { Totals } from '../components/obligations/obligation-figures.tsx';
import { ObligationForm } from '../components/obligations/obligation-form.tsx';
import { ObligationList } from '../components/obligations/obligation-list.tsx';
import { chosenRows, obligationRows } from '../components/obligations/obligation-rows.ts';
import { PaperButton } from '../../../dossier/paper-form.tsx';

const KINDS = ['obligation', 'clauses'] as const;

/** What the sides of one alliance have undertaken. */
export function AllianceObligationsPage() {
  const { t } = useLingui();
  const { slug } = useParams({ from: '/w/$workspace/alliances/$slug/obligations' });
  return (
    <DossierPage
      slug={slug}
      kinds={KINDS}
      title={<Trans>Obligations</Trans>}
      titleOf={(name) => t`Obligations: ${name}`}
      lead={
        <EveryObligationLink>
          <Trans>Obligations of every alliance</Trans>
        </EveryObligationLink>
      }
    >
      <OpenObligations />
    </DossierPage>
  );
}

function OpenObligations() {
  const { t } = useLingui();
  const { papers, canAdd, day } = useDossier();
  const rows = obligationRows(papers, day);
  const open = chosenRows(rows, { state: OPEN });
  const dated = open.filter(({ reading }) => !reading.isUndated).map(({ paper }) => paper);
  const undated = open.filter(({ reading }) => reading.isUndated).map(({ paper }) => paper);
  const over = rows.filter((row) => !open.includes(row)).map(({ paper }) => paper);
  return (
    <>
      <Section
        id="open"
        title={<Trans>To be met</Trans>}
        count={dated.length}
        action={
          canAdd && (
            <PaperButton
              label={<Trans>Add an obligation…</Trans>}
              title={t`Add an obligation`}
              form={(close) => <ObligationForm paper={null} onDone={close} />}
            />
          )
        }
      >
        {rows.length === 0 && (
          <p className={classes.quiet}>
            <Trans>
              No obligation is recorded. Go through the contract and add what each side has undertaken, with the day by
              which it is due.
            </Trans>
          </p>
        )}
        <Totals obligations={dated} />
        <ObligationList obligations={dated} />
      </Section>
      {undated.length > 0 && (
        <Section id="undated" title={<Trans>Without a date</Trans>} count={undated.length}>
          <p className={classes.quiet}>
            <Trans>Nobody says by when: they are never upcoming or overdue. Find the day in the contract.</Trans>
          </p>
          <ObligationList obligations={undated} />
        </Section>
      )}
      {over.length > 0 && (
        <Section id="over" title={<Trans>Over</Trans>} count={over.length}>
          <ObligationList obligations={over} />
        </Section>
      )}
    </>
  );
}
