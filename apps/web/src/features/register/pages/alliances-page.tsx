import { Trans, useLingui } from '@lingui/react/macro';
import { RegisterTablePage } from '../components/table/register-table-page.tsx';

/** Every alliance of the workspace. */
export function AlliancesPage() {
  const { t } = useLingui();
  return (
    <RegisterTablePage
      table="alliances"
      title={t`Alliances`}
      empty={<Trans>Record the first alliance, or import a table of alliances.</Trans>}
    />
  );
}
