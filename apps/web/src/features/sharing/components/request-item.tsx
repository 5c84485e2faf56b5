import type { PartnerRequestAnswer } from '@entente/contract/sharing';
import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Group } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { ReactNode } from 'react';
import { useToldMutation } from '../../../lib/use-told-mutation.ts';
import { useWorkspace } from '../../../lib/workspace.ts';
import { Moment } from '../../../ui/moment.tsx';
import { closeRequest, signForFirm } from '../api/publication-requests.ts';
import { FinalDialog } from './final-dialog.tsx';
import classes from './requests.module.css';

const STATE_WORDS: Readonly<Record<PartnerRequestAnswer['state'], MessageDescriptor>> = {
  open: msg`waits for an answer`,
  answered: msg`answered`,
  signed: msg`signed by both sides`,
  superseded: msg`over: another edition stands`,
  closed: msg`closed`,
};

type Props = {
  readonly publication: string;
  readonly request: PartnerRequestAnswer;
  readonly partner: string;
};

/** One request: to whom and about which edition, what was sent, and both signatures. */
export function RequestItem({ publication, request, partner }: Props) {
  const { t, i18n } = useLingui();
  const { edition, state, askedAt, closesAt, signatures, abilities } = request;
  const isCheck = request.kind === 'health-check';
  // What is said in a health check stands on the page of evaluation, side by side.
  const answers = isCheck ? [] : request.answers;
  return (
    <article className={classes.request} aria-label={t`Request to ${partner}, edition ${edition.number}`}>
      <div className={classes.head}>
        <h3 className={classes.title}>
          {isCheck ? (
            <Trans>{partner}, health check</Trans>
          ) : (
            <Trans>
              {partner}, edition {edition.number}
            </Trans>
          )}
        </h3>
        <span className={classes.state} data-state={state}>
          {i18n._(STATE_WORDS[state])}
        </span>
        <Group gap={4} ml="auto">
          {abilities.sign && <Sign publication={publication} request={request} partner={partner} />}
          {abilities.close && <CloseRequest publication={publication} request={request} partner={partner} />}
        </Group>
      </div>
      <p className={classes.quiet}>
        <Trans>
          Asked on <Moment at={askedAt} parts="day" />
        </Trans>
        {closesAt !== null && (
          <>
            {' · '}
            <Trans>
              answered until <Moment at={closesAt} />
            </Trans>
          </>
        )}
      </p>
      {answers.length > 0 && (
        <ol className={classes.answers} aria-label={t`Answers`}>
          {answers.map(({ id, person, verdict, words, sentAt }) => (
            <li key={id}>
              <span className={classes.verdict} data-verdict={verdict}>
                {verdict === 'confirm' ? <Trans>{person} confirms</Trans> : <Trans>{person} comments</Trans>}
              </span>{' '}
              <span className={classes.quiet}>
                <Moment at={sentAt} />
              </span>
              {words !== null && <p className={classes.words}>{words}</p>}
            </li>
          ))}
        </ol>
      )}
      {!isCheck && (
        <dl className={classes.signatures}>
          <Signature side={<Trans>For us</Trans>} signature={signatures.firm} />
          <Signature side={<Trans>For {partner}</Trans>} signature={signatures.partner} />
        </dl>
      )}
    </article>
  );
}

type SignatureProps = {
  readonly side: ReactNode;
  readonly signature: PartnerRequestAnswer['signatures']['firm'];
};

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

/** Signs what the partner confirmed, by the digest of its edition. */
function Sign({ publication, request, partner }: Props) {
  const { t } = useLingui();
  const workspace = useWorkspace();
  const [asked, { open, close }] = useDisclosure(false);
  const { number, digest } = request.edition;
  const sign = useToldMutation(() => signForFirm(workspace, publication, request.id, digest).finally(close));
  return (
    <>
      <Button size="compact-sm" onClick={open} aria-label={t`Sign with ${partner}`}>
        <Trans>Sign…</Trans>
      </Button>
      <FinalDialog
        opened={asked}
        title={t`Sign with ${partner}`}
        confirm={<Trans>Sign for the firm</Trans>}
        pending={sign.isPending}
        onConfirm={() => sign.mutate(undefined)}
        onClose={close}
        colour="accent"
      >
        <p>
          <Trans>
            You sign edition {number} for the firm, under your name, by its digest. A signature is never taken back.
          </Trans>
        </p>
        <p className={classes.digest}>{digest}</p>
      </FinalDialog>
    </>
  );
}

function CloseRequest({ publication, request, partner }: Props) {
  const { t } = useLingui();
  const workspace = useWorkspace();
  const [asked, { open, close }] = useDisclosure(false);
  const end = useToldMutation(() => closeRequest(workspace, publication, request.id).finally(close));
  return (
    <>
      <Button
        size="compact-sm"
        variant="default"
        onClick={open}
        aria-label={t`Close the request to ${partner}, edition ${request.edition.number}`}
      >
        <Trans>Close…</Trans>
      </Button>
      <FinalDialog
        opened={asked}
        title={t`Close the request to ${partner}`}
        confirm={<Trans>Close the request</Trans>}
        pending={end.isPending}
        onConfirm={() => end.mutate(undefined)}
        onClose={close}
      >
        <p>
          <Trans>
            It can then neither be answered nor signed any more, and is not opened again; what {partner} sent stays. You
            can ask anew.
          </Trans>
        </p>
      </FinalDialog>
    </>
  );
}
