import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { today, useAsOf } from '../../../lib/as-of.ts';
import { OPEN } from '../../../lib/obligation-search.ts';
import { papersOfQuery } from '../../../lib/papers.ts';
import { AllianceRooms } from '../../../ui/alliance-rooms.tsx';
import { usePageTitle } from '../../../ui/page-title.ts';
import { Section } from '../../../ui/section.tsx';
import { FailureState, LoadingState } from '../../../ui/states.tsx';
import { allianceQuery, partiesQuery } from '../api/design-requests.ts';
import classes from '../components/design.module.css';
import { EveryObligationLink, RecordedAllianceLink } from '../components/design-links.tsx';
import { type Dossier, DossierContext, useDossier } from '../components/dossier-context.ts';
import { Totals } from '../components/obligations/obligation-figures.tsx';
import { ObligationForm } from '../components/obligations/obligation-form.tsx';
import { ObligationList } from '../components/obligations/obligation-list.tsx';
import { chosenRows, obligationRows } from '../components/obligations/obligation-rows.ts';
import { PaperButton } from '../components/paper-dialog.tsx';

const KINDS = ['obligation', 'clauses'] as const;

/** What the sides of one alliance have undertaken. */
export function AllianceObligationsPage() {
  const { t } = useLingui();
  const { workspace, slug } = useParams({ from: '/w/$workspace/alliances/$slug/obligations' });
  const { day } = useAsOf();
  const alliance = useQuery(allianceQuery(workspace, slug));
  const papers = useQuery(papersOfQuery(workspace, slug, KINDS));
  const parties = useQuery(partiesQuery(workspace, slug));
  const name = alliance.data?.name ?? slug;
  usePageTitle(alliance.data && t`Obligations: ${name}`);
  const error = alliance.error ?? papers.error;
  if (error && !(alliance.data && papers.data))
    return (
      <FailureState
        error={error}
        onRetry={() => {
          void alliance.refetch();
          void papers.refetch();
        }}
      />
    );
  if (!alliance.data || !papers.data) return <LoadingState lines={12} />;
  const dossier: Dossier = {
    slug,
    parties: parties.data ?? [],
    papers: papers.data.items,
    canAdd: papers.data.abilities.add,
    day,
    today: today(),
  };
  return (
    <DossierContext value={dossier}>
      <h1>
        <Trans>Obligations</Trans> <RecordedAllianceLink slug={slug}>{name}</RecordedAllianceLink>
      </h1>
      <AllianceRooms slug={slug} />
      <p className={classes.lead}>
        <EveryObligationLink>
          <Trans>Obligations of every alliance</Trans>
        </EveryObligationLink>
      </p>
      <OpenObligations />
    </DossierContext>
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
