import { SourcePage } from '../features/evidence/pages/source-page.tsx';
import { SourceActions } from '../features/register/components/forms/source-actions.tsx';

/** A document with what stands on it, and the forms of the register to change it. */
export function SourceRoom() {
  return <SourcePage actionsOf={(source) => <SourceActions source={source} />} />;
}
