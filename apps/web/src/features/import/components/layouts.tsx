import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { Section } from '../../../ui/section.tsx';
import classes from './import.module.css';
import { type Sample, SAMPLES } from './samples.ts';

const ABOUT: Readonly<Record<Sample['name'], MessageDescriptor>> = {
  members: msg`One row for each partner of an alliance: the alliance, the partner, its share, when it began and ended.`,
  alliances: msg`One row for each alliance, its partners side by side with their shares.`,
  deals: msg`One row for each participant of a deal, grouped by the deal’s number, as deal databases export them.`,
};

/** Spreadsheets take this mark for UTF-8. */
const MARK = '\ufeff';

const addressOf = (text: string): string => `data:text/csv;charset=utf-8,${encodeURIComponent(MARK + text)}`;

/** How tables may be laid out, each with a small one to look at. */
export function Layouts() {
  const { i18n } = useLingui();
  return (
    <Section id="layouts" title={<Trans>What a table may look like</Trans>}>
      <p className={classes.lead}>
        <Trans>
          Headings may be in English, Japanese or Chinese, in any order, below titles; dates and shares as people write
          them; totals and notes are told apart. What is unclear is asked, never guessed.
        </Trans>
      </p>
      <ul className={classes.layouts}>
        {SAMPLES.map(({ name, text }) => {
          const file = `${name}.csv`;
          return (
            <li key={name}>
              {i18n._(ABOUT[name])}{' '}
              <a href={addressOf(text)} download={file}>
                <Trans>sample: {file}</Trans>
              </a>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
