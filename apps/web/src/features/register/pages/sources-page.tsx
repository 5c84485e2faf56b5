import { Trans, useLingui } from '@lingui/react/macro';
import { RegisterTablePage } from '../components/table/register-table-page.tsx';

/** The documents that the workspace’s facts stand on. */
export function SourcesPage() {
  const { t } = useLingui();
  return (
    <RegisterTablePage
      table="sources"
      title={t`Sources`}
      empty={<Trans>Record the first document: an article, an interview, a report.</Trans>}
    />
  );
}
