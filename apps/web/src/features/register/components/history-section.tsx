import { Trans } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { useWorkspace } from '../../../lib/workspace.ts';
import { Section } from '../../../ui/section.tsx';

/** Leads to all that was changed of a record (`kind:slug`), of the records that name it, and of the claims on them. */
export function HistorySection({ record }: { readonly record: string }) {
  const workspace = useWorkspace();
  return (
    <div data-screen-only>
      <Section id="history" title={<Trans>History</Trans>}>
        <Link to="/w/$workspace/history" params={{ workspace }} search={{ record }}>
          <Trans>What was changed here, by whom and why</Trans>
        </Link>
      </Section>
    </div>
  );
}
