import type { Lesson, LESSON_KINDS } from '@entente/core/lifecycle';
import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { useLingui } from '@lingui/react';

type Kind = (typeof LESSON_KINDS)[number];

const KIND_WORDS: Readonly<Record<Kind, MessageDescriptor>> = {
  worked: msg`it worked`,
  failed: msg`it failed`,
  'to-try': msg`to be tried`,
};

export function useLessonWords(): (kind: Kind) => string {
  const { i18n } = useLingui();
  return (kind) => i18n._(KIND_WORDS[kind]);
}

/** Whether a lesson speaks of what is looked for, in any of its words. */
export function isAbout(lesson: Lesson, looked: string): boolean {
  const { title, happened, cause, advice, tags } = lesson;
  const text = [title, happened, cause, advice, ...tags].join('\n').toLocaleLowerCase();
  return looked
    .toLocaleLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}
