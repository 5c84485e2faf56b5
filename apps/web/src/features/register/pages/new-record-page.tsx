import type { BatchAnswer } from '@entente/contract/register';
import type { SubjectKind } from '@entente/core/kernel';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQueries } from '@tanstack/react-query';
import { useLocation, useNavigate, useRouter } from '@tanstack/react-router';
import { useWords } from '../../../lib/use-words.ts';
import { useWorkspace } from '../../../lib/workspace.ts';
import { useOwnWorkspace } from '../../../lib/workspaces.ts';
import { usePageTitle } from '../../../ui/page-title.ts';
import { EmptyState, LoadingState } from '../../../ui/states.tsx';
import { kindOfPage } from '../api/record-kinds.ts';
import { calledOf, recordQuery } from '../api/record-queries.ts';
import classes from '../components/forms/forms.module.css';
import type { FormValue, FormValues, Picked } from '../components/forms/form-values.ts';
import { givenTextsFrom, givenValues } from '../components/forms/given-values.ts';
import { RecordForm } from '../components/forms/record-form.tsx';
import { useLeaveGuard } from '../components/forms/use-leave-guard.ts';

/** Adds a record of any kind; the address may say what the form begins with. */
export function NewRecordPage() {
  const collection = useLocation({ select: ({ pathname }) => pathname.split('/').at(-2) ?? '' });
  const kind = kindOfPage(collection);
  const own = useOwnWorkspace();
  if (own?.abilities.write === false) return <ReadersOnly />;
  if (kind === null) {
    return (
      <EmptyState title={<Trans>There is no such list.</Trans>}>
        <Trans>Choose one from the rooms at the side.</Trans>
      </EmptyState>
    );
  }
  return <NewRecord key={kind} kind={kind} />;
}

function ReadersOnly() {
  const { t } = useLingui();
  usePageTitle(t`You read here`);
  return (
    <EmptyState title={<Trans>Your role in this workspace lets you read and not write.</Trans>}>
      <Trans>Ask an administrator for another role; the list of members names them.</Trans>
    </EmptyState>
  );
}

const picksIn = (values: FormValues): readonly Picked[] =>
  Object.values(values).flatMap((value) =>
    typeof value === 'string' || value === null ? [] : 'kind' in value ? [value] : value,
  );

function NewRecord({ kind }: { readonly kind: SubjectKind }) {
  const { t } = useLingui();
  const words = useWords();
  const workspace = useWorkspace();
  const search = useLocation({ select: (location) => location.search as Readonly<Record<string, unknown>> });
  const given = givenValues(kind, givenTextsFrom(search));
  const picks = picksIn(given);
  const reads = useQueries({
    queries: picks.map(({ kind: of, reference }) => ({ ...recordQuery(workspace, of, reference ?? ''), retry: false })),
  });
  const title = words.term('subjects', kind);
  usePageTitle(t`Add: ${title}`);
  const named = (value: FormValue): FormValue => {
    if (typeof value === 'string' || value === null) return value;
    const read = (picked: Picked): Picked | null => {
      const found = reads[picks.indexOf(picked)]?.data;
      return found ? { ...picked, name: calledOf(found) } : null;
    };
    return 'kind' in value ? read(value) : value.flatMap((picked) => read(picked) ?? []);
  };
  return (
    <div className={classes.page}>
      <h1>
        <Trans>Add: {title}</Trans>
      </h1>
      {reads.some(({ isLoading }) => isLoading) ? (
        <LoadingState lines={8} />
      ) : (
        <NewRecordForm
          kind={kind}
          given={Object.fromEntries(Object.entries(given).map(([name, value]) => [name, named(value)]))}
        />
      )}
    </div>
  );
}

function NewRecordForm({ kind, given }: { readonly kind: SubjectKind; readonly given: FormValues }) {
  const workspace = useWorkspace();
  const navigate = useNavigate();
  const { history } = useRouter();
  const guard = useLeaveGuard(() => history.back());
  const onSaved = (answer: BatchAnswer | null): void => {
    const made = answer?.records.find(({ collection }) => kindOfPage(collection) === kind);
    if (!made) return history.back();
    const slug = made.slug ?? made.id;
    if (kind === 'alliance') {
      return void navigate({ to: '/w/$workspace/alliances/$slug', params: { workspace, slug }, replace: true });
    }
    if (kind === 'organisation') {
      return void navigate({ to: '/w/$workspace/partners/$slug', params: { workspace, slug }, replace: true });
    }
    if (kind === 'source') {
      return void navigate({ to: '/w/$workspace/sources/$key', params: { workspace, key: slug }, replace: true });
    }
    const params = { workspace, collection: made.collection, record: slug };
    void navigate({ to: '/w/$workspace/$collection/$record', params, replace: true });
  };
  return <RecordForm kind={kind} record={null} given={given} guard={guard} onSaved={onSaved} />;
}
