import { Trans } from '@lingui/react/macro';
import { useWords } from '../../../lib/use-words.ts';
import classes from './network-legend.module.css';
import { useNetwork } from './network-context.ts';
import { useNetworkWords } from './use-network-words.ts';

/** What colours and sizes mean, with how many of the shown nodes have each. */
export function NetworkLegend() {
  const { model, view, colouring } = useNetwork();
  const words = useNetworkWords();
  const register = useWords();
  const size = words.measure(view.size);
  return (
    <div className={classes.legend}>
      <span className={classes.by}>{words.colour(view.colour)}</span>
      <ul className={classes.entries}>
        {colouring.legend.map((entry, nth) => (
          <li key={nth}>
            <svg className={classes.mark} viewBox="0 0 12 12" aria-hidden="true">
              <circle cx="6" cy="6" r="5" fill={entry.colour} />
            </svg>
            {words.legend(model, view.colour, entry)}{' '}
            <span className={classes.count}>{register.count(entry.count)}</span>
          </li>
        ))}
      </ul>
      <span className={classes.size}>
        <Trans>Area by {size}; ties are wider the more alliances they stand for.</Trans>
      </span>
    </div>
  );
}
