import type { ImportAnswer, ImportFinding } from '@entente/contract/register';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Button, Checkbox, Group } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { problemWords } from '../../../lib/problem-words.ts';
import { useWords } from '../../../lib/use-words.ts';
import { linesWith } from './draft-change.ts';
import { columnLetter } from './field-choices.ts';
import classes from './import.module.css';
import { PreviewGrid } from './preview-grid.tsx';
import { StepSection } from './step-section.tsx';
import { stepTitle } from './step-rail.tsx';
import type { StepProps } from './use-draft.ts';

const LISTED = 8;

/** The rows as they will be recorded, with what is wrong in its place. */
export function RowsStep({ draft, onChange }: StepProps) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const only = useSearch({ strict: false, select: (search: { only?: string }) => search.only === 'problems' });
  const show = (problems: boolean): void =>
    void navigate({
      to: '.',
      search: (before: object) => ({ ...before, only: problems ? 'problems' : undefined }),
      hash: true,
      replace: true,
      resetScroll: false,
    });
  const leaveOut = (lines: readonly number[]): void => {
    const kept = lines.reduce<readonly number[]>((all, line) => linesWith(all, line, false), draft.keep);
    onChange({
      leaveOut: lines.reduce((all, line) => linesWith(all, line, true), draft.leaveOut),
      ...(kept.length === draft.keep.length ? {} : { keep: [...kept] }),
    });
  };
  const { problemTotal } = draft;
  // Rows left out are told above; what is not asked to the end is no finding yet.
  const remarks = draft.openQuestions > 0 ? [] : draft.warnings.filter(({ code }) => code !== 'row-left-out');
  const remarkTotal = remarks.length === 0 ? 0 : draft.warningTotal - (draft.warnings.length - remarks.length);
  const isNarrowed = only && problemTotal > 0;
  return (
    <StepSection step="rows" title={stepTitle('rows')} open={problemTotal}>
      <Findings draft={draft} findings={draft.problems} total={problemTotal} tone="problem" onLeaveOut={leaveOut} />
      {remarkTotal > 0 && (
        <details className={classes.leftOut}>
          <summary>
            <Plural value={remarkTotal} one="# remark that stops nothing" other="# remarks that stop nothing" />
          </summary>
          <Findings draft={draft} findings={remarks} total={remarkTotal} tone="warning" onLeaveOut={leaveOut} />
        </details>
      )}
      {problemTotal > 0 && (
        <Group mb="xs">
          <Checkbox
            size="xs"
            label={t`Only rows with problems`}
            checked={isNarrowed}
            onChange={(event) => show(event.currentTarget.checked)}
          />
        </Group>
      )}
      <PreviewGrid draft={draft} only={isNarrowed ? 'problems' : null} onLeaveOut={leaveOut} onChange={onChange} />
    </StepSection>
  );
}

type FindingsProps = {
  readonly draft: ImportAnswer;
  readonly findings: readonly ImportFinding[];
  readonly total: number;
  readonly tone: 'problem' | 'warning';
  readonly onLeaveOut: (lines: readonly number[]) => void;
};

function Findings({ draft, findings, total, tone, onLeaveOut }: FindingsProps) {
  const { t, i18n } = useLingui();
  const words = useWords();
  if (findings.length === 0) return null;
  const more = words.count(total - Math.min(LISTED, findings.length));
  const placeOf = ({ column }: ImportFinding): string => {
    const heading = draft.columns.find(({ index }) => index === column)?.heading ?? '';
    return column === null ? '' : heading === '' ? columnLetter(column) : heading;
  };
  return (
    <>
      <ul className={classes.findings} data-tone={tone}>
        {findings.slice(0, LISTED).map((finding) => {
          const { message, fix } = problemWords(finding, i18n);
          const place = placeOf(finding);
          const { line } = finding;
          return (
            <li key={`${line} ${finding.column} ${finding.code} ${finding.message}`}>
              <span className={classes.quiet}>
                {place === '' ? (
                  <Trans>Row {line}</Trans>
                ) : (
                  <Trans>
                    Row {line}, {place}
                  </Trans>
                )}
              </span>{' '}
              {message} <span className={classes.quiet}>{fix}</span>{' '}
              {tone === 'problem' && line > draft.headerRow && (
                <Button
                  size="compact-xs"
                  variant="default"
                  aria-label={`${t`Leave out`}: ${t`Row ${line}`}`}
                  onClick={() => onLeaveOut([line])}
                >
                  <Trans>Leave out</Trans>
                </Button>
              )}
            </li>
          );
        })}
      </ul>
      {total > LISTED && (
        <p className={classes.quiet}>
          <Trans>{more} more; the rows below show each in its place.</Trans>
        </p>
      )}
    </>
  );
}
