/** What this machine remembers for the reader; null when nothing is kept or the browser keeps its storage shut. */
export function readStored(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

/** Keeps a preference; without storage it lasts as long as the page. */
export function writeStored(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    // Closed storage costs the reader the memory of a preference, nothing else.
  }
}

/** Forgets what is kept under every key that begins so. */
export function forgetStored(start: string): void {
  try {
    for (const key of Object.keys(localStorage)) if (key.startsWith(start)) localStorage.removeItem(key);
  } catch {
    // What cannot be read was not kept.
  }
}
