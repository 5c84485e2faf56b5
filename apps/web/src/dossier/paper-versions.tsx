import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { changePaper } from '../lib/papers.ts';
import type { PaperKind, SinglePaper } from '../lib/use-paper.ts';
import { useWords } from '../lib/use-words.ts';
import { useWorkspace } from '../lib/workspace.ts';
import { Dialog } from '../ui/dialog.tsx';
import { Moment } from '../ui/moment.tsx';
import { useUndoNotice } from '../ui/undo-notice.tsx';
import classes from './paper.module.css';

type Props<K extends PaperKind> = { readonly label: string; readonly single: SinglePaper<K> };

/** Who wrote a paper last, and every version before, each of which can be brought back. */
export function PaperVersions<K extends PaperKind>({ label, single }: Props<K>) {
  const { t } = useLingui();
  const words = useWords();
  const [opened, { open, close }] = useDisclosure(false);
  const { paper, canWrite } = single;
  const workspace = useWorkspace();
  const offer = useUndoNotice();
  if (paper === null) return null;
  const takeAway = (): void => {
    const { content, id, alliance, version } = paper;
    const gone = { workspace, alliance: alliance.slug ?? alliance.id, paper: id, version: version + 1 };
    single.takeAway(() => {
      if (content !== null) offer(t`The paper is taken away.`, () => changePaper(gone, content));
    });
  };
  const name = paper.by.name ?? t`unknown`;
  return (
    <p className={classes.foot}>
      <span>
        <Trans>
          Written by {name}, <Moment at={paper.at} parts="day" />
        </Trans>
      </span>
      <Button size="compact-xs" variant="subtle" data-screen-only onClick={open}>
        {label} {words.count(paper.versions.length)}
      </Button>
      {canWrite && (
        <Button
          size="compact-xs"
          variant="subtle"
          color="gray"
          data-screen-only
          disabled={single.isSaving}
          onClick={takeAway}
        >
          <Trans>Take away</Trans>
        </Button>
      )}
      <Dialog opened={opened} title={label} onClose={close}>
        <ul className={classes.versions}>
          {paper.versions.map(({ version, content, by, at }) => (
            <li key={version} className={classes.row}>
              <span>
                {words.count(version)} · {by.name ?? t`unknown`} · <Moment at={at} />
                {content === null && (
                  <>
                    {' · '}
                    <Trans>taken away</Trans>
                  </>
                )}
              </span>
              {canWrite && content !== null && version !== paper.version && (
                <Button
                  size="compact-xs"
                  variant="default"
                  disabled={single.isSaving}
                  onClick={() => single.save(content, close)}
                >
                  <Trans>Bring back</Trans>
                </Button>
              )}
            </li>
          ))}
        </ul>
      </Dialog>
    </p>
  );
}
