import { useLingui } from '@lingui/react/macro';
import { SegmentedControl } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import type { AuditSearch } from '../audit-search.ts';
import classes from './audit.module.css';

/** Narrows the entries to one kind; the address holds it. */
export function AuditKinds({ kind }: AuditSearch) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const choose = (chosen: string): void =>
    void navigate({
      to: '.',
      search: chosen === 'all' ? {} : { kind: chosen },
      replace: true,
      resetScroll: false,
    });
  return (
    <SegmentedControl
      size="xs"
      className={classes.kinds}
      aria-label={t`Kind of entry`}
      data={[
        { value: 'all', label: t`All` },
        { value: 'changes', label: t`Changes` },
        { value: 'reads', label: t`Readings` },
        { value: 'sign-ins', label: t`Sign-ins` },
        { value: 'grants', label: t`Grants and partners` },
      ]}
      value={kind ?? 'all'}
      onChange={choose}
    />
  );
}
