import type { LifecycleTemplateAnswer } from '@entente/contract/lifecycle';
import type { DueItemAnswer } from '@entente/contract/overview';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Link, useRouter } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { keptSearch } from '../../../lib/kept-search.ts';
import { plainWords } from '../../../lib/plain-words.ts';
import { useWorkspace } from '../../../lib/workspace.ts';
import { DateText } from '../../../ui/date-text.tsx';
import { PAPER_WORDS } from './paper-words.ts';
import classes from './today.module.css';

type Matter = DueItemAnswer['matter'];
type MatterOf<W extends Matter['what']> = Extract<Matter, { what: W }>;
type Stages = LifecycleTemplateAnswer['template']['stages'];
type Of<W extends Matter['what']> = {
  readonly matter: MatterOf<W>;
  readonly slug: string;
  readonly stages: Stages;
};

/** Where the papers of a stage are worked on: the last part of the address below the alliance. */
const ROOMS: Readonly<Record<string, string>> = {
  'strategy-formation': 'strategy',
  'partner-selection': 'selection',
};
const LIFECYCLE = '/w/$workspace/alliances/$slug/lifecycle';

/** The room of a stage; the lifecycle of the alliance where the stage has none. */
function useRoomOf(stage: string): typeof LIFECYCLE {
  const room = `/w/$workspace/alliances/$slug/${ROOMS[stage] ?? stage}`;
  const isThere = Object.keys(useRouter().routesByPath).includes(room);
  return isThere ? (room as typeof LIFECYCLE) : LIFECYCLE;
}

/** The name of a stage, or the words of one of its criteria, in the reader's language. */
function useStageWords(stages: Stages) {
  const { i18n } = useLingui();
  const stageOf = (key: string) => stages.find((stage) => stage.key === key);
  const said = (words: Readonly<Record<string, string>> | undefined, key: string): string =>
    words?.[i18n.locale] ?? plainWords(key);
  return {
    stage: (key: string): string => said(stageOf(key)?.name, key),
    criterion: (stage: string, key: string): string =>
      said(stageOf(stage)?.exitCriteria.find((each) => each.key === key)?.words, key),
  };
}

type ToStage = { readonly slug: string; readonly stage: string; readonly children: ReactNode };

function StageLink({ slug, stage, children }: ToStage) {
  const workspace = useWorkspace();
  return (
    <Link to={LIFECYCLE} params={{ workspace, slug }} search={(before) => ({ ...keptSearch(before), stage })}>
      {children}
    </Link>
  );
}

const Aside = ({ children }: { readonly children: ReactNode }) => <p className={classes.aside}>{children}</p>;

function PaperMatter({ matter: { kind, stage, title }, slug, stages }: Of<'paper'>) {
  const { i18n } = useLingui();
  const called = PAPER_WORDS[kind];
  const workspace = useWorkspace();
  const words = useStageWords(stages);
  const room = useRoomOf(stage);
  return (
    <>
      <Link to={room} params={{ workspace, slug }} search={keptSearch}>
        {title ?? <Trans>Paper without a title</Trans>}
      </Link>
      <Aside>
        {called && `${i18n._(called)} · `}
        {words.stage(stage)}
      </Aside>
    </>
  );
}

function GateMatter({ matter: { stage, missing }, slug, stages }: Of<'gate'>) {
  const name = useStageWords(stages).stage(stage);
  return (
    <>
      <StageLink slug={slug} stage={stage}>
        <Trans>Gate of the stage {name}</Trans>
      </StageLink>
      {missing > 0 && (
        <Aside>
          <Plural
            value={missing}
            one="# exit criterion neither met nor waived"
            other="# exit criteria neither met nor waived"
          />
        </Aside>
      )}
    </>
  );
}

function WaiverMatter({ matter: { stage, criterion }, slug, stages }: Of<'waiver'>) {
  const words = useStageWords(stages);
  const name = words.stage(stage);
  return (
    <>
      <StageLink slug={slug} stage={stage}>
        <Trans>Waiver in the stage {name} runs out</Trans>
      </StageLink>
      <Aside>{criterion === null ? <Trans>of the whole stage</Trans> : words.criterion(stage, criterion)}</Aside>
    </>
  );
}

function TermMatter({ matter: { end }, slug }: Of<'term'>) {
  const workspace = useWorkspace();
  return (
    <>
      <Link to="/w/$workspace/alliances/$slug" params={{ workspace, slug }} search={keptSearch}>
        <Trans>The alliance ends</Trans>
      </Link>
      <Aside>
        <Trans>
          End as recorded: <DateText value={end} />
        </Trans>
      </Aside>
    </>
  );
}

function RequestMatter({ matter: { publication, partner, askedOn } }: Of<'request'>) {
  const workspace = useWorkspace();
  const name = partner?.name ?? partner?.slug ?? null;
  return (
    <>
      <Link to="/w/$workspace/partner-rooms/$publication" params={{ workspace, publication }} search={keptSearch}>
        {name === null ? (
          <Trans>A partner has not answered about the stakes</Trans>
        ) : (
          <Trans>{name} has not answered about the stakes</Trans>
        )}
      </Link>
      <Aside>
        <Trans>
          Asked on <DateText value={askedOn} />; the partner has access until the day shown
        </Trans>
      </Aside>
    </>
  );
}

/** What is due, with the way to where it is settled. */
export function DueMatter({ item, stages }: { readonly item: DueItemAnswer; readonly stages: Stages }) {
  const { matter, alliance } = item;
  const of = { slug: alliance.slug ?? alliance.id, stages };
  switch (matter.what) {
    case 'paper':
      return <PaperMatter matter={matter} {...of} />;
    case 'gate':
      return <GateMatter matter={matter} {...of} />;
    case 'waiver':
      return <WaiverMatter matter={matter} {...of} />;
    case 'term':
      return <TermMatter matter={matter} {...of} />;
    case 'request':
      return <RequestMatter matter={matter} {...of} />;
  }
}
