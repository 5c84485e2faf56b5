import { Textarea } from '@mantine/core';
import { type ReactNode, useRef, useState } from 'react';
import type { Onward } from './grid-places.ts';
import { PanelEditor, type PanelWords } from './panel-editor.tsx';

type Props = {
  readonly label: string;
  readonly initial: string;
  /** What was typed to begin stands in place of the value. */
  readonly typed: string | null;
  readonly description?: ReactNode;
  readonly words: PanelWords;
  readonly onCommit: (value: string | null, onward: Onward) => void;
  readonly onGiveUp: () => void;
};

/** Text of several lines below its cell; Enter begins a line. */
export function TextEditor({ label, initial, typed, description, words, onCommit, onGiveUp }: Props) {
  const [text, setText] = useState(typed ?? initial);
  const hasBegun = useRef(false);
  // As soon as it is there, so that no letter of what is typed is lost.
  const begin = (box: HTMLTextAreaElement | null): void => {
    if (box === null || hasBegun.current) return;
    hasBegun.current = true;
    box.focus({ preventScroll: true });
    box.setSelectionRange(box.value.length, box.value.length);
  };
  return (
    <PanelEditor
      label={label}
      shown={text.split('\n', 1)[0] ?? ''}
      words={words}
      onSave={() => onCommit(text.trim() === '' ? null : text, 'stay')}
      onGiveUp={onGiveUp}
    >
      <Textarea
        ref={begin}
        data-autofocus
        label={label}
        description={description}
        autosize
        minRows={3}
        maxRows={14}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
    </PanelEditor>
  );
}
