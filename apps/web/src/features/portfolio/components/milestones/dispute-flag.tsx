import { useLingui } from '@lingui/react/macro';
import { useInspector } from '../../../../ui/inspector-context.ts';
import classes from './milestones.module.css';

type Props = { readonly x: number; readonly y: number; readonly disputed: number };

/** ⚑ and how many fields are disputed. The bar's own words say so too, and the same list opens beside the label. */
export function DisputeFlag({ x, y, disputed }: Props) {
  const { t } = useLingui();
  const { show } = useInspector();
  return (
    <g
      className={classes.flag}
      transform={`translate(${x} ${y + 3})`}
      aria-hidden="true"
      onClick={() => show('portfolio.disputed')}
    >
      <title>{t`disputed fields: ${disputed}`}</title>
      <rect className={classes.reach} x={-3} y={-3} width={24} height={18} />
      <path d="M0.75 0 V12 M0.75 0.5 H8 L5.8 3.5 L8 6.5 H0.75" />
      <text x={11} y={10}>
        {disputed}
      </text>
    </g>
  );
}
