import type { RoomAnswer, RoomRequestAnswer } from '@entente/contract/sharing';
import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { Moment } from '../../../ui/moment.tsx';
import { AnswerForm } from './answer-form.tsx';
import classes from './requests.module.css';
import { SignDialog } from './sign-dialog.tsx';

const STATE_WORDS: Readonly<Record<RoomRequestAnswer['state'], MessageDescriptor>> = {
  open: msg`waits for your answer`,
  answered: msg`answered`,
  signed: msg`signed by both sides`,
  superseded: msg`over: another edition stands`,
  closed: msg`closed by the firm`,
};

type Props = { readonly room: RoomAnswer; readonly request: RoomRequestAnswer };

/** One request: what is asked, what was sent, what is still a draft, and both signatures. */
export function RequestItem({ room, request }: Props) {
  const { t, i18n } = useLingui();
  const { edition, state, askedAt, answers, signatures, abilities } = request;
  return (
    <article className={classes.request} aria-label={t`Request about edition ${edition.number}`}>
      <div className={classes.head}>
        <h3 className={classes.title}>
          <Trans>Are the stakes of edition {edition.number} right?</Trans>
        </h3>
        <span className={classes.state} data-state={state}>
          {i18n._(STATE_WORDS[state])}
        </span>
      </div>
      <p className={classes.quiet}>
        <Trans>
          {room.firm} asked on <Moment at={askedAt} parts="day" />. Confirm the stakes shown below, or say what is
          otherwise.
        </Trans>
      </p>
      <Answers answers={answers} />
      {abilities.answer && <Answering key={answers.length} room={room} request={request} />}
      <dl className={classes.signatures}>
        <Signature side={room.partner} signature={signatures.partner} />
        <Signature side={room.firm} signature={signatures.firm} />
      </dl>
      {abilities.sign && <SignDialog room={room} request={request} />}
    </article>
  );
}

/** What was sent, first to last; it stays as it is. */
function Answers({ answers }: Pick<RoomRequestAnswer, 'answers'>) {
  const { t } = useLingui();
  if (answers.length === 0) return null;
  return (
    <ol className={classes.answers} aria-label={t`What was sent`}>
      {answers.map(({ id, person, own, verdict, words, sentAt }) => (
        <li key={id}>
          <span className={classes.verdict} data-verdict={verdict}>
            {verdict === 'confirm' ? (
              own ? (
                <Trans>You confirm</Trans>
              ) : (
                <Trans>{person} confirms</Trans>
              )
            ) : own ? (
              <Trans>You comment</Trans>
            ) : (
              <Trans>{person} comments</Trans>
            )}
          </span>{' '}
          <span className={classes.quiet}>
            <Moment at={sentAt} />
          </span>
          {words !== null && <p className={classes.words}>{words}</p>}
        </li>
      ))}
    </ol>
  );
}

/** The form, at once while nothing was sent or something is written; else behind a button. */
function Answering({ room, request }: Props) {
  const [isWanted, setWanted] = useState(request.draft !== null || request.answers.length === 0);
  if (isWanted) return <AnswerForm room={room.id} request={request} />;
  return (
    <Button size="compact-sm" variant="default" onClick={() => setWanted(true)}>
      <Trans>Answer again</Trans>
    </Button>
  );
}

type SignatureProps = { readonly side: ReactNode; readonly signature: RoomRequestAnswer['signatures']['firm'] };

function Signature({ side, signature }: SignatureProps) {
  return (
    <div>
      <dt>{side}</dt>
      <dd>
        {signature === null ? (
          <span className={classes.quiet}>
            <Trans>not signed</Trans>
          </span>
        ) : (
          <Trans>
            signed by {signature.person}, <Moment at={signature.signedAt} />
          </Trans>
        )}
      </dd>
    </div>
  );
}
