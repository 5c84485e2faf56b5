import { Trans, useLingui } from '@lingui/react/macro';
import { RegisterTablePage } from '../components/table/register-table-page.tsx';

/** Who holds how much of which company, from when until when. */
export function StakesPage() {
  const { t } = useLingui();
  return (
    <RegisterTablePage
      table="stakes"
      title={t`Stakes`}
      empty={<Trans>Stakes are recorded on the page of a venture’s alliance, or here.</Trans>}
    />
  );
}
