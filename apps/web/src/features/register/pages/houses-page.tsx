import { Trans, useLingui } from '@lingui/react/macro';
import { RegisterTablePage } from '../components/table/register-table-page.tsx';

/** Every house of the workspace: the business groups to which organisations belong. */
export function HousesPage() {
  const { t } = useLingui();
  return (
    <RegisterTablePage
      table="houses"
      title={t`Houses`}
      empty={<Trans>Record the first house, a business group to which several organisations belong.</Trans>}
    />
  );
}
