import type { I18n, MessageDescriptor } from '@lingui/core';
import type { QueryClient } from '@tanstack/react-query';
import type { Abilities } from '../../lib/workspaces.ts';

/** What the palette asks for next; `all` is everything by name. */
export type PaletteMode = 'all' | 'date' | 'firm';

/** What an action may use. */
export type ActionContext = {
  readonly workspace: string;
  readonly i18n: I18n;
  readonly client: QueryClient;
  /** Goes to a page of the workspace, e.g. `/alliances`; date and firm in focus go along. */
  readonly goTo: (page: string) => void;
  readonly setColourScheme: (scheme: 'light' | 'dark' | 'auto') => void;
  /** Keeps the palette open and asks for something more. */
  readonly ask: (mode: PaletteMode) => void;
};

/** Something that can be done from everywhere. */
export type PaletteAction = {
  readonly id: string;
  readonly label: MessageDescriptor;
  /** Which ability it takes; without one, everybody may. */
  readonly needs?: keyof Abilities;
  /** Other words that people look for it by, in any language; never shown. */
  readonly also: readonly string[];
  readonly run: (context: ActionContext) => void | Promise<void>;
};
