import { QUOTE_WORDS, quotedWords } from '@entente/contract/evidence';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Textarea, TextInput } from '@mantine/core';
import type { Ref } from 'react';

type TextProps = {
  readonly value: string;
  readonly onChange: (text: string) => void;
  readonly onBlur?: () => void;
  readonly error: string | undefined;
  readonly inputRef?: Ref<HTMLElement>;
};

/** Where in the source it stands. */
export function PlaceInput({ value, onChange, onBlur, error, inputRef }: TextProps) {
  const { t } = useLingui();
  return (
    <TextInput
      ref={inputRef as Ref<HTMLInputElement>}
      label={t`Place in the source`}
      description={t`Section, table, page or note.`}
      required
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      {...(onBlur ? { onBlur } : {})}
      error={error}
    />
  );
}

/** The source's own words; how many there are is told while they are typed, and too many are refused at once. */
export function QuoteInput({ value, onChange, onBlur, error, inputRef }: TextProps) {
  const { t } = useLingui();
  const count = quotedWords(value);
  const over = count > QUOTE_WORDS ? count - QUOTE_WORDS : 0;
  return (
    <Textarea
      ref={inputRef as Ref<HTMLTextAreaElement>}
      label={t`Quotation`}
      description={
        count === 0 ? (
          t`At most 25 words.`
        ) : (
          <Trans>
            {count} of at most {QUOTE_WORDS} words.
          </Trans>
        )
      }
      autosize
      minRows={2}
      maxRows={8}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      {...(onBlur ? { onBlur } : {})}
      error={over > 0 ? <Plural value={over} one="# word too many." other="# words too many." /> : error}
    />
  );
}
