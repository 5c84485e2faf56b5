// Browsers name one another for old sites' sake; the first that fits, in this order, is the one.
const BROWSERS = [
  [/\bEdgA?\/(\d+)/, 'Edge'],
  [/\bOPR\/(\d+)/, 'Opera'],
  [/\bSamsungBrowser\/(\d+)/, 'Samsung Internet'],
  [/\b(?:Firefox|FxiOS)\/(\d+)/, 'Firefox'],
  [/\b(?:Chrome|CriOS|HeadlessChrome)\/(\d+)/, 'Chrome'],
  [/\bVersion\/(\d+)[\d.]* (?:Mobile\/\S+ )?Safari\//, 'Safari'],
] as const;
const SYSTEMS = [
  [/iPhone/, 'iPhone'],
  [/iPad/, 'iPad'],
  [/Android/, 'Android'],
  [/Windows/, 'Windows'],
  [/Macintosh/, 'macOS'],
  [/CrOS/, 'ChromeOS'],
  [/Linux/, 'Linux'],
] as const;

const LONGEST = 60;

/**
 * What a browser said of itself, as people know it; its own words where it is none of the common ones.
 * @example browserName('Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0') // => 'Firefox 140, Linux'
 */
export function browserName(told: string | null): string | null {
  if (told === null || told === '') return null;
  const found = BROWSERS.flatMap(([pattern, name]) => {
    const version = pattern.exec(told)?.[1];
    return version === undefined ? [] : [`${name} ${version}`];
  });
  const [browser] = found;
  if (browser === undefined) return told.slice(0, LONGEST);
  const system = SYSTEMS.find(([pattern]) => pattern.test(told));
  return system === undefined ? browser : `${browser}, ${system[1]}`;
}
