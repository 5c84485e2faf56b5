import { PAPER_KINDS, type PaperAnswer } from '@entente/contract/dossier';
import { paperTitle, type Workload, workloadOf } from '@entente/core/lifecycle';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { today } from '../../../lib/as-of.ts';
import { membersQuery, papersQuery } from '../../../lib/papers.ts';
import { type Column, DataTable } from '../../../ui/data-table.tsx';
import { DateText } from '../../../ui/date-text.tsx';
import { Inspected } from '../../../ui/inspector.tsx';
import { InspectButton } from '../../../ui/inspect-button.tsx';
import { usePageTitle } from '../../../ui/page-title.ts';
import { RuleBody } from '../../../ui/rule-body.tsx';
import { FailureState, LoadingState } from '../../../ui/states.tsx';
import classes from '../../../dossier/dossier.module.css';
import { ManagementLink, ManagementMethodLink } from '../components/management-links.tsx';
import { kindWords } from '../components/management-words.ts';

/** What each person holds in all alliances together. */
export function WorkloadPage() {
  const { t } = useLingui();
  const { workspace } = useParams({ from: '/w/$workspace/workload' });
  const open = useQuery(papersQuery(workspace, PAPER_KINDS, { open: 'true' }));
  const packs = useQuery(papersQuery(workspace, ['hand-over']));
  const members = useQuery(membersQuery(workspace));
  usePageTitle(t`Workload`);
  const error = open.error ?? packs.error ?? members.error;
  return (
    <>
      <h1>
        <Trans>Workload</Trans>
      </h1>
      <p className={classes.lead}>
        <Trans>
          What each person holds today in all alliances that you read. The alliance manager is whoever took the alliance
          on in its launch hand-over.
        </Trans>
      </p>
      {error && <FailureState inline error={error} onRetry={() => void open.refetch()} />}
      {!error && !(open.data && packs.data && members.data) && <LoadingState lines={6} />}
      {open.data && packs.data && members.data && (
        <WorkloadTable
          papers={[...open.data.items, ...packs.data.items.filter(({ isOpen }) => !isOpen)]}
          people={
            new Map(
              members.data.items
                .filter(({ endedAt }) => endedAt === null)
                .map(({ person }) => [person.id, person.name] as const),
            )
          }
        />
      )}
    </>
  );
}

type TableProps = { readonly papers: readonly PaperAnswer[]; readonly people: ReadonlyMap<string, string> };

const keyOf = ({ holder }: Workload): string => holder ?? 'nobody';

function WorkloadTable({ papers, people }: TableProps) {
  const { t } = useLingui();
  const rows = workloadOf(
    papers.map(({ alliance, ...paper }) => ({ ...paper, alliance: alliance.id })),
    [...people.keys()],
    today(),
  );
  const former = new Map(papers.flatMap((paper) => paper.people).map(({ id, name }) => [id, name]));
  const nameOf = ({ holder }: Workload): string => {
    if (holder === null) return t`nobody named`;
    const left = former.get(holder) ?? holder;
    return people.get(holder) ?? t`${left} (has left)`;
  };
  const counted = (id: 'actions' | 'issues' | 'meetings' | 'others' | 'overdue', header: string): Column<Workload> => ({
    id,
    header,
    numeric: true,
    value: (row) => row[id],
    cell: (row) => <InspectButton id={`workload.${keyOf(row)}`}>{row[id]}</InspectButton>,
  });
  return (
    <>
      <DataTable
        caption={t`Workload by person`}
        rows={rows}
        rowKey={keyOf}
        filtered
        columns={[
          { id: 'person', header: t({ message: 'Person', context: 'member' }), value: nameOf },
          {
            id: 'alliances',
            header: t`Alliances`,
            numeric: true,
            value: (row) => row.alliances.length,
            cell: (row) => <InspectButton id={`workload.${keyOf(row)}`}>{row.alliances.length}</InspectButton>,
          },
          counted('actions', t`Open actions`),
          counted('issues', t`Open issues`),
          counted('meetings', t`Meetings ahead`),
          counted('others', t`Other papers open`),
          counted('overdue', t`Overdue`),
        ]}
      />
      {rows.map((row) => (
        <InspectedWorkload key={keyOf(row)} row={row} name={nameOf(row)} papers={papers} />
      ))}
    </>
  );
}

type InspectedProps = { readonly row: Workload; readonly name: string; readonly papers: readonly PaperAnswer[] };

function InspectedWorkload({ row, name, papers }: InspectedProps) {
  const { t, i18n } = useLingui();
  const held = papers.filter(({ holder, isOpen, kind }) => holder === row.holder && (isOpen || kind === 'hand-over'));
  return (
    <Inspected id={`workload.${keyOf(row)}`} title={t`Workload: ${name}`}>
      <RuleBody
        rule={
          <Trans>
            Every open paper counts for its holder; meetings count from today on. An alliance counts when the person
            manages it or holds anything open in it. Overdue is what is open after its day.
          </Trans>
        }
        inputs={held.map(({ id, content, kind, alliance, due }) => ({
          label: kindWords(kind, i18n),
          value: (
            <span key={id}>
              {content === null ? '–' : (paperTitle(content) ?? '')}{' '}
              <ManagementLink slug={alliance.slug ?? alliance.id}>
                {alliance.name ?? alliance.slug ?? ''}
              </ManagementLink>
              {due !== null && (
                <>
                  {' · '}
                  <DateText value={due} />
                </>
              )}
            </span>
          ),
        }))}
        links={[<ManagementMethodLink key="card" />]}
      />
    </Inspected>
  );
}
