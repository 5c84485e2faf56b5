import { Trans } from '@lingui/react/macro';
import { type ReactNode, useEffect, useRef } from 'react';
import type { PaletteMode } from './palette-action.ts';
import type { Entry, EntryGroup, EntrySection } from './entries.ts';
import classes from './palette.module.css';

type Props = {
  readonly id: string;
  readonly sections: readonly EntrySection[];
  readonly mode: PaletteMode;
  readonly active: Entry | null;
  readonly onChoose: (entry: Entry) => void;
};

/** Ids hold no blanks. */
export const optionId = (list: string, key: string): string => `${list}-${key.replace(/[^\w-]/g, '_')}`;

/** The lines, under the heading of their group; the marked one stays in sight. */
export function PaletteList({ id, sections, mode, active, onChoose }: Props) {
  const list = useRef<HTMLDivElement>(null);
  const activeKey = active?.key ?? null;
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [activeKey]);
  const headings: Readonly<Record<EntryGroup, ReactNode>> = {
    recent: <Trans>Seen last</Trans>,
    record: mode === 'firm' ? <Trans>Firms</Trans> : <Trans>Records</Trans>,
    page: <Trans>Pages</Trans>,
    action: <Trans>Actions</Trans>,
    term: <Trans>Glossary</Trans>,
  };
  return (
    <div ref={list} id={id} role="listbox" aria-labelledby={`${id}-all`} className={classes.list}>
      <span id={`${id}-all`} hidden>
        <Trans>What was found</Trans>
      </span>
      {sections.map(({ group, entries }) => (
        <div key={group} role="group" aria-labelledby={`${id}-${group}`}>
          <p className={classes.heading} id={`${id}-${group}`} role="presentation">
            {headings[group]}
          </p>
          {entries.map((entry) => (
            <div
              key={entry.key}
              id={optionId(id, entry.key)}
              role="option"
              aria-selected={entry.key === activeKey}
              className={classes.entry}
              // The focus stays where one types.
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => onChoose(entry)}
            >
              <span className={classes.label}>{entry.label}</span>
              {entry.detail !== null && entry.detail !== '' && <span className={classes.detail}>{entry.detail}</span>}
            </div>
          ))}
        </div>
      ))}
    </div>
  );
}
