import { Trans, useLingui } from '@lingui/react/macro';
import { RegisterTablePage } from '../components/table/register-table-page.tsx';

/** What happened, when, and to whom. */
export function EventsPage() {
  const { t } = useLingui();
  return (
    <RegisterTablePage
      table="events"
      title={t`Events`}
      empty={<Trans>Record the first event: what happened, when, and to whom.</Trans>}
    />
  );
}
