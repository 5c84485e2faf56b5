import { TERM_WORDS } from '@entente/core/register';
import { useLingui } from '@lingui/react/macro';
import { useWords } from '../../../lib/use-words.ts';

const ON_KIND = /^(create|change|remove)-(.+)$/;

/** What a change is called in the reader's language: "stake changed" for `change-stake`. */
export function useCommandWords(): (command: string, touched?: number) => string {
  const { t } = useLingui();
  const words = useWords();
  const whole: Readonly<Record<string, string>> = {
    import: t`records imported`,
    reset: t`all records replaced`,
    undo: t`change undone`,
    batch: t`changes made together`,
    'open-entry-source': t`source for typed-in entries dated today`,
    'create-claim': t`claim added`,
    'change-claim': t`claim changed`,
    'remove-claim': t`claim removed`,
  };
  return (command, touched) => {
    // A form is saved as several writes together; on one record it is one thing that was done.
    if (command === 'batch' && touched === 1) return t`record edited`;
    const known = whole[command];
    if (known !== undefined) return known;
    const [, act, kind = ''] = ON_KIND.exec(command) ?? [];
    if (act === undefined || !Object.hasOwn(TERM_WORDS.subjects, kind)) return command.replaceAll('-', ' ');
    const what = words.term('subjects', kind);
    if (act === 'create') return t`${what} added`;
    return act === 'change' ? t`${what} changed` : t`${what} removed`;
  };
}
