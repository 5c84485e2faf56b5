import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { dateWords } from '../../../../ui/date-text.tsx';
import { Term } from '../../../../ui/term.tsx';
import { Inspectable } from '../inspectable.tsx';
import { useSegmentation } from './segmentation-context.ts';
import { useSegmentationWords } from './segmentation-words.ts';
import classes from './segmentation.module.css';

const WIDTH = 220;
const HEIGHT = 34;
const MARGIN = 8;

/** The index between what is certain and what may be, in words and on a line from 0 to 1. */
export function IndexHead() {
  const { i18n } = useLingui();
  const { answer } = useSegmentation();
  const words = useSegmentationWords();
  const { pairs, certain, possible, index, day } = answer;
  const date = dateWords(day, i18n);
  if (index === null) {
    return (
      <p className={classes.quiet}>
        <Trans>On {date} no two alliances have different partner houses, so there is nothing to keep apart.</Trans>
      </p>
    );
  }
  return (
    <div className={classes.index}>
      <p className={classes.indexWords}>
        <Term id="segmentation-index">
          <Trans>Segmentation index</Trans>
        </Term>{' '}
        <Inspectable id="segmentation.index" className={classes.value}>
          {words.interval(index)}
        </Inspectable>
        <br />
        <Trans>
          On {date} there <Plural value={pairs} one="is # pair" other="are # pairs" /> of alliances with different
          partner houses:{' '}
          <Plural
            value={certain}
            _0="none collides for certain"
            one="# collides for certain"
            other="# collide for certain"
          />
          , <Plural value={possible} _0="none may" one="# may" other="# may" />.
        </Trans>
      </p>
      <IndexScale from={index.from} to={index.to} text={words.interval(index)} />
    </div>
  );
}

function IndexScale({ from, to, text }: { readonly from: number; readonly to: number; readonly text: string }) {
  const { t } = useLingui();
  const x = (value: number): number => MARGIN + value * (WIDTH - 2 * MARGIN);
  return (
    <svg
      className={classes.scale}
      width={WIDTH}
      height={HEIGHT}
      role="img"
      aria-label={t`Segmentation index from 0 to 1: ${text}`}
    >
      <line x1={x(0)} x2={x(1)} y1={12} y2={12} stroke="var(--line-strong)" />
      {[0, 0.5, 1].map((tick) => (
        <g key={tick}>
          <line x1={x(tick)} x2={x(tick)} y1={9} y2={15} stroke="var(--line-strong)" />
          <text x={x(tick)} y={29} textAnchor="middle" fontSize={11} fill="currentColor">
            {tick}
          </text>
        </g>
      ))}
      <rect x={x(from) - 2} width={x(to) - x(from) + 4} y={7} height={10} rx={3} fill="var(--accent)" opacity={0.85} />
    </svg>
  );
}
