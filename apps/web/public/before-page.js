// Runs before the first paint, so that a dark page never flashes white.
(() => {
  let wanted = 'auto';
  try {
    wanted = localStorage.getItem('entente.colour-scheme') ?? 'auto';
  } catch {
    // Storage may be closed to the page; the system's scheme serves then.
  }
  const dark = wanted === 'dark' || (wanted !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.dataset.mantineColorScheme = dark ? 'dark' : 'light';
})();

// Schemas ask when they are made whether code may be put together from texts. It may not, and a browser complains of the
// question; they are told before any module is read.
globalThis.__zod_globalConfig = { jitless: true };
