import { useMemo } from 'react';
import { encode } from 'uqr';
import classes from './qr-code.module.css';

type Props = {
  readonly text: string;
  /** What it is, for readers who do not see it. */
  readonly label: string;
};

/** Modules of quiet around the code, as ISO/IEC 18004 asks. */
const QUIET = 4;

/** A text as a QR code: dark on light in both themes, because readers of codes look for that. */
export function QrCode({ text, label }: Props) {
  const { size, path } = useMemo(() => {
    const code = encode(text, { ecc: 'M', border: QUIET });
    const dark = code.data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])));
    return { size: code.size, path: dark.join('') };
  }, [text]);
  return (
    <svg
      className={classes.code}
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
    >
      <rect className={classes.ground} width={size} height={size} />
      <path className={classes.dark} d={path} />
    </svg>
  );
}
