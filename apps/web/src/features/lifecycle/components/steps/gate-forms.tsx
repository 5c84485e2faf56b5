import { roleMay } from '@entente/core/accounts';
import { Trans, useLingui } from '@lingui/react/macro';
import { Checkbox, Stack, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useWorkspace } from '../../../../lib/workspace.ts';
import { LoadingState } from '../../../../ui/states.tsx';
import { membersQuery } from '../../../../lib/papers.ts';
import type { ApproverAnswer } from './course.ts';
import { StepForm } from './step-form.tsx';

const MOST = 4000;

type ApproversProps = {
  readonly stage: string;
  readonly named: readonly ApproverAnswer[];
  readonly onDone: () => void;
};

/** Who is to approve the gate of a stage: members who may write. */
export function ApproversForm({ stage, named, onDone }: ApproversProps) {
  const { t } = useLingui();
  const { data } = useQuery(membersQuery(useWorkspace()));
  const [chosen, setChosen] = useState(named.filter(({ hasLeft }) => !hasLeft).map(({ key }) => key));
  const people = data?.items.filter(({ endedAt, role }) => endedAt === null && roleMay(role, 'register.write')) ?? null;
  return (
    <StepForm
      bodyOf={(on) =>
        chosen.length === 0 && named.length === 0 ? null : { kind: 'approvers-named', on, stage, approvers: chosen }
      }
      submit={<Trans>Name approvers</Trans>}
      onDone={onDone}
    >
      {people === null ? (
        <LoadingState lines={3} />
      ) : (
        <Checkbox.Group
          label={t`Approvers`}
          description={t`Each of them has to approve before the gate opens. They take the place of those named before.`}
          value={chosen}
          onChange={setChosen}
        >
          <Stack gap={6} my={6}>
            {people.map(({ person, you }) => (
              <Checkbox key={person.id} value={person.id} label={you ? t`${person.name} (you)` : person.name} />
            ))}
          </Stack>
        </Checkbox.Group>
      )}
    </StepForm>
  );
}

type JudgeProps = {
  readonly stage: string;
  readonly verdict: 'approved' | 'refused';
  readonly onDone: () => void;
};

/** An approver's word on the gate. */
export function GateForm({ stage, verdict, onDone }: JudgeProps) {
  const { t } = useLingui();
  const [comment, setComment] = useState('');
  const isRefused = verdict === 'refused';
  return (
    <StepForm
      bodyOf={(on) =>
        isRefused && comment.trim() === ''
          ? null
          : { kind: 'gate-judged', on, stage, verdict, comment: comment.trim() === '' ? null : comment.trim() }
      }
      submit={isRefused ? <Trans>Refuse</Trans> : <Trans>Approve</Trans>}
      {...(isRefused && { color: 'red' })}
      onDone={onDone}
    >
      <Textarea
        label={isRefused ? t`What has to change` : t`Comment (optional)`}
        required={isRefused}
        maxLength={MOST}
        autosize
        minRows={2}
        value={comment}
        onChange={(event) => setComment(event.currentTarget.value)}
        data-autofocus
      />
    </StepForm>
  );
}
