import { roleMay } from '@entente/core/accounts';
import { Trans, useLingui } from '@lingui/react/macro';
import { Checkbox, Stack, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useWorkspace } from '../../../../lib/workspace.ts';
import { LoadingState } from '../../../../ui/states.tsx';
import { membersQuery } from '../../../../lib/papers.ts';
import { useAbilities } from '../../../../lib/workspaces.ts';
import { askableGuestsQuery } from '../../api/lifecycle-requests.ts';
import classes from '../course/course.module.css';
import { type ApproverAnswer, useCourse } from './course.ts';
import { StepForm } from './step-form.tsx';

const MOST = 4000;

type ApproversProps = {
  readonly stage: string;
  readonly named: readonly ApproverAnswer[];
  readonly onDone: () => void;
};

/** Who is to approve the gate of a stage: members who may write, and guests of partners for whoever shares. */
export function ApproversForm({ stage, named, onDone }: ApproversProps) {
  const { t } = useLingui();
  const workspace = useWorkspace();
  const { answer } = useCourse();
  const { publish } = useAbilities();
  const { data } = useQuery(membersQuery(workspace));
  const { data: asked } = useQuery({ ...askableGuestsQuery(workspace, answer.alliance.id), enabled: publish });
  const [chosen, setChosen] = useState(named.filter(({ hasLeft }) => !hasLeft).map(({ key }) => key));
  const [words, setWords] = useState('');
  const people = data?.items.filter(({ endedAt, role }) => endedAt === null && roleMay(role, 'register.write')) ?? null;
  const kept = named.flatMap(({ key, name, organisation, hasLeft }) =>
    organisation === null || hasLeft ? [] : [{ id: key, name, partner: organisation }],
  );
  const guests = publish ? (asked ?? []) : kept;
  const isAsking = guests.some(({ id }) => chosen.includes(id));
  return (
    <StepForm
      bodyOf={(on) =>
        chosen.length === 0 && named.length === 0
          ? null
          : {
              kind: 'approvers-named',
              on,
              stage,
              approvers: chosen,
              toPartner: isAsking && words.trim() !== '' ? words.trim() : null,
            }
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
            {guests.map(({ id, name, partner }) => (
              <Checkbox key={id} value={id} label={t`${name}, for ${partner}`} />
            ))}
          </Stack>
          {publish && asked?.length === 0 && (
            <p className={classes.quiet}>
              <Trans>
                People of a partner can approve too: open a room of the alliance for them first, under Partner rooms.
              </Trans>
            </p>
          )}
        </Checkbox.Group>
      )}
      {publish && isAsking && (
        <Textarea
          label={t`Words to the partner (optional)`}
          description={t`They read them in their room with the name of the stage and its day, and nothing else of the lifecycle.`}
          maxLength={MOST}
          autosize
          minRows={2}
          value={words}
          onChange={(event) => setWords(event.currentTarget.value)}
        />
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
