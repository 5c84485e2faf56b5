import { Trans, useLingui } from '@lingui/react/macro';
import { Anchor } from '@mantine/core';
import { Section } from '../../../ui/section.tsx';
import classes from './import.module.css';
import { SAMPLES } from './samples.ts';

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
        {SAMPLES.map(({ file, about, text }) => (
          <li key={file}>
            {i18n._(about)}{' '}
            <Anchor href={addressOf(text)} download={file} inherit>
              <Trans>sample: {file}</Trans>
            </Anchor>
          </li>
        ))}
      </ul>
    </Section>
  );
}
