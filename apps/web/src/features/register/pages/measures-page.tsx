import { Trans, useLingui } from '@lingui/react/macro';
import { RegisterTablePage } from '../components/table/register-table-page.tsx';

/** What was counted and measured, with unit and date. */
export function MeasuresPage() {
  const { t } = useLingui();
  return (
    <RegisterTablePage
      table="measures"
      title={t`Measures`}
      empty={<Trans>Record the first measure: what was counted, of whom, when and in which unit.</Trans>}
    />
  );
}
