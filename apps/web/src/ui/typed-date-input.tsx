import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Group, TextInput } from '@mantine/core';
import { type ReactNode, type Ref, useId } from 'react';
import { problemWords } from '../lib/problem-words.ts';
import { endWords } from './date-text.tsx';

/** How a typed text is understood: as one date in EDTF, as one of several, or not at all, with the mend. */
type UnderstoodDate =
  | { readonly kind: 'date'; readonly edtf: string }
  | { readonly kind: 'choices'; readonly choices: readonly string[] }
  | {
      readonly kind: 'refused';
      readonly problem: { readonly code: string; readonly message: string; readonly fix: string };
    };

type Props = {
  readonly label: string;
  /** Without a label on screen, as in the cells of a table. */
  readonly bare?: boolean;
  readonly value: string;
  readonly onChange: (text: string) => void;
  readonly onBlur?: () => void;
  readonly error?: string | undefined;
  readonly required?: boolean;
  readonly read: (text: string) => UnderstoodDate;
  /** What leaving it empty means. */
  readonly empty?: string;
  readonly inputRef?: Ref<HTMLInputElement>;
  readonly disabled?: boolean;
};

/** Shorter texts are still being typed. */
const TYPED = 6;

/** A date as people write it; below it stands at once how it is read, or which of several dates is meant. */
export function TypedDateInput(props: Props) {
  const {
    label,
    bare = false,
    value,
    onChange,
    onBlur,
    error,
    required = false,
    read,
    empty,
    inputRef,
    disabled = false,
  } = props;
  const { t } = useLingui();
  const understood = value.trim() === '' ? null : read(value);
  const choices = useId();
  return (
    <div>
      <TextInput
        {...(bare ? { 'aria-label': label } : { label })}
        ref={inputRef ?? null}
        size={bare ? 'xs' : 'sm'}
        required={required}
        autoComplete="off"
        disabled={disabled}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
        onBlur={onBlur}
        error={understood?.kind === 'choices' ? undefined : error}
        description={
          <span aria-live="polite">
            <Understood text={value} understood={understood} empty={empty} silent={error !== undefined} bare={bare} />
          </span>
        }
        inputWrapperOrder={['label', 'input', 'description', 'error']}
      />
      {understood?.kind === 'choices' && (
        <Group gap={4} mt={4} role="group" aria-labelledby={choices}>
          <span id={choices} hidden>{t`Which date is meant?`}</span>
          {understood.choices.map((edtf) => (
            <Choice key={edtf} edtf={edtf} onChoose={() => onChange(edtf)} />
          ))}
        </Group>
      )}
    </div>
  );
}

function Choice({ edtf, onChoose }: { readonly edtf: string; readonly onChoose: () => void }) {
  const { i18n } = useLingui();
  const words = endWords(edtf, i18n);
  return (
    <Button size="compact-xs" variant="default" onClick={onChoose}>
      {words === edtf ? edtf : `${words} · ${edtf}`}
    </Button>
  );
}

type UnderstoodProps = {
  readonly text: string;
  readonly understood: UnderstoodDate | null;
  readonly empty: string | undefined;
  /** An error says the same below. */
  readonly silent: boolean;
  readonly bare: boolean;
};

function Understood({ text, understood, empty, silent, bare }: UnderstoodProps): ReactNode {
  const { i18n } = useLingui();
  if (understood === null) return bare ? null : empty;
  if (understood.kind === 'choices') return <Trans>Which date is meant?</Trans>;
  if (understood.kind === 'date') {
    const words = endWords(understood.edtf, i18n);
    const { edtf } = understood;
    if (edtf === text.trim() && (bare || words === edtf)) return null;
    return words === edtf || edtf === text.trim() ? (
      <Trans>Read as: {words}</Trans>
    ) : (
      <Trans>
        Read as: {words} · {edtf}
      </Trans>
    );
  }
  if (silent) return null;
  if (text.trim().length < TYPED)
    return bare ? null : <Trans>Apr 2003 · 2003-04-22 · about 1995 · 2010-2015 · 1990s</Trans>;
  const { message, fix } = problemWords(understood.problem, i18n);
  return `${message}${/[.。]$/.test(message) ? '' : i18n.locale === 'en' ? '.' : '。'} ${fix ?? ''}`;
}
