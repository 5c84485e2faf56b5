import type { ReviewAnswer } from '@entente/contract/portfolio';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Group, Stack, Textarea } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useState } from 'react';
import { SourceFields } from '../../../../ui/source-fields.tsx';
import { Dialog } from '../../../../ui/dialog.tsx';
import { hasEvidence, NO_EVIDENCE, type PartEvidence, partKey, type Typed } from './review-content.ts';
import { SourcePlace } from '../../../../ui/source-place.tsx';
import { useReviewWords } from './review-words.ts';
import classes from './reviews.module.css';

type ButtonProps = {
  /** Which contribution: criterion and member. */
  readonly of: string;
  readonly evidence: PartEvidence;
  readonly onChange: (evidence: PartEvidence) => void;
};

/** Opens what a contribution rests on, to be written: a note, the document, and the place in it. */
export function EvidenceButton({ of, evidence, onChange }: ButtonProps) {
  const { t } = useLingui();
  const [opened, { open, close }] = useDisclosure(false);
  const isGiven = hasEvidence(evidence);
  return (
    <>
      <button
        type="button"
        className={classes.evidence}
        data-given={isGiven || undefined}
        aria-label={isGiven ? t`Note and source: ${of} (given)` : t`Note and source: ${of}`}
        title={t`Note and source`}
        onClick={open}
      >
        <span aria-hidden="true">{isGiven ? '¶' : '+'}</span>
      </button>
      <Dialog opened={opened} title={t`Note and source: ${of}`} onClose={close}>
        <EvidenceForm
          evidence={evidence}
          onDone={(next) => {
            if (next) onChange(next);
            close();
          }}
        />
      </Dialog>
    </>
  );
}

const textOrNull = (text: string): string | null => (text.trim() === '' ? null : text.trim());

type FormProps = { readonly evidence: PartEvidence; readonly onDone: (evidence: PartEvidence | null) => void };

function EvidenceForm({ evidence, onDone }: FormProps) {
  const { t } = useLingui();
  const [note, setNote] = useState(evidence.note ?? '');
  const [source, setSource] = useState(evidence.source ?? '');
  const [place, setPlace] = useState(evidence.place ?? '');
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        // A form within the page's own is not meant to send that one too.
        event.stopPropagation();
        onDone({ note: textOrNull(note), source: textOrNull(source), place: textOrNull(place) });
      }}
    >
      <Stack gap="sm">
        <Textarea
          label={t`Note`}
          description={t`Why this figure: what was counted or weighed.`}
          maxLength={4000}
          autosize
          minRows={2}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
          data-autofocus
        />
        <SourceFields source={source} onSource={setSource} place={place} onPlace={setPlace} />
        <p className={classes.quiet}>
          <Trans>It is kept when the draft is saved.</Trans>
        </p>
        <Group justify="flex-end">
          <Button variant="default" onClick={() => onDone(null)}>
            <Trans>Cancel</Trans>
          </Button>
          <Button type="submit">
            <Trans>Take over</Trans>
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

type TableProps = { readonly review: ReviewAnswer; readonly typed: Typed };

/** What the contributions rest on, one row for each that says so. */
export function EvidenceTable({ review, typed }: TableProps) {
  const { t } = useLingui();
  const said = useReviewWords();
  const rows = typed.criteria.flatMap(({ key, name }) =>
    review.members.flatMap((member) => {
      const evidence = typed.evidence[partKey(key, member.key)] ?? NO_EVIDENCE;
      return hasEvidence(evidence) ? [{ criterion: said.criterion(key, name), member: member.name, ...evidence }] : [];
    }),
  );
  if (rows.length === 0) return null;
  return (
    <div className={classes.scroll}>
      <table className={classes.listed} aria-label={t`Notes and sources of the contributions`}>
        <thead>
          <tr>
            <th scope="col">
              <Trans>Criterion</Trans>
            </th>
            <th scope="col">
              <Trans>Member</Trans>
            </th>
            <th scope="col">
              <Trans>Note</Trans>
            </th>
            <th scope="col">
              <Trans>Source</Trans>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ criterion, member, note, source, place }) => (
            <tr key={`${criterion} ${member}`}>
              <th scope="row">{criterion}</th>
              <td>{member}</td>
              <td className={classes.words}>{note ?? '–'}</td>
              <td>{source === null && place === null ? '–' : <SourcePlace source={source} place={place} />}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
