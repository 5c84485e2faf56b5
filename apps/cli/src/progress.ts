/** How far something is: so many of so many, after so many seconds. */
type Progress = { readonly written: number; readonly total: number; readonly seconds: number; readonly what?: string };

const ON_TERMINAL_MS = 250;
const ELSEWHERE_MS = 5_000;

function progressLine({ written, total, seconds, what = 'rows' }: Progress): string {
  const rate = seconds > 0 ? written / seconds : 0;
  const left = rate > 0 ? `, ${Math.ceil((total - written) / rate)} s left` : '';
  const count = (value: number): string => Math.round(value).toLocaleString('en');
  return `${count(written)} of ${count(total)} ${what}, ${count(rate)} a second${left}`;
}

/**
 * Tells on stderr how far something long is: on a terminal in one line that is written over, else a line every five seconds.
 * @param now null while there is nothing to tell
 */
export function tellProgress(now: () => Progress | null): { readonly end: () => void } {
  const { stderr } = process;
  const timer = setInterval(
    () => {
      const progress = now();
      if (progress === null) return;
      stderr.write(stderr.isTTY ? `\r\u001B[K${progressLine(progress)}` : `${progressLine(progress)}\n`);
    },
    stderr.isTTY ? ON_TERMINAL_MS : ELSEWHERE_MS,
  );
  return {
    end: () => {
      clearInterval(timer);
      if (stderr.isTTY) stderr.write('\r\u001B[K');
    },
  };
}
