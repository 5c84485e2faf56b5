import { Trans, useLingui } from '@lingui/react/macro';
import { RegisterTablePage } from '../components/table/register-table-page.tsx';

/** Every person of the workspace, where they worked and where they were sent. */
export function PeoplePage() {
  const { t } = useLingui();
  return (
    <RegisterTablePage
      table="people"
      title={t`People`}
      empty={<Trans>Record the first person: a manager, an engineer, somebody sent to a venture.</Trans>}
    />
  );
}
