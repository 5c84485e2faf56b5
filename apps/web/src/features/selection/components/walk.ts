import type { KeyboardEvent } from 'react';

/** Arrow keys and Enter walk between the inputs of neighbouring rows of a sheet. */
export function walk(event: KeyboardEvent<HTMLTableElement>): void {
  const step = event.key === 'ArrowDown' || event.key === 'Enter' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  const cell = event.target instanceof HTMLInputElement ? event.target.closest('td,th') : null;
  const row = cell?.parentElement;
  if (step === 0 || !cell || !row) return;
  event.preventDefault();
  const place = [...row.children].indexOf(cell);
  const next = step > 0 ? row.nextElementSibling : row.previousElementSibling;
  next?.children[place]?.querySelector('input')?.focus();
}
