import { Trans, useLingui } from '@lingui/react/macro';
import { RegisterTablePage } from '../components/table/register-table-page.tsx';

/** Every organisation of the workspace: partners, ventures, and those they deal with. */
export function PartnersPage() {
  const { t } = useLingui();
  return (
    <RegisterTablePage
      table="organisations"
      title={t`Partners`}
      empty={<Trans>Record the first organisation, or import a table of alliances: its members come with it.</Trans>}
    />
  );
}
