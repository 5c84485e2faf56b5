import { Trans } from '@lingui/react/macro';
import type { PanelWords } from '../../../../ui/grid/panel-editor.tsx';

/** What stands below an editor that opens under its cell. */
export const usePanelWords = (): PanelWords => ({
  save: <Trans>Save</Trans>,
  giveUp: <Trans>Cancel</Trans>,
  keys: <Trans>Ctrl+Enter saves, Escape leaves it.</Trans>,
});
