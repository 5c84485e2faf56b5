const LETTERS = Array.from({ length: 26 }, (_, at) => String.fromCharCode(65 + at));
/** Europe, Asia, the Americas, Latin America, Southeast Asia and East Asia by their numbers of UN M49. */
const CONTINENTS = ['150', '142', '019', '419', '035', '030'];
const LANGUAGES = ['de', 'en', 'es', 'fr', 'id', 'it', 'ja', 'ko', 'ms', 'nl', 'pt', 'ru', 'sv', 'th', 'vi', 'zh'];
const OTHERS = ['American', 'Asian', 'European', 'Taiwanese'];
const ABBREVIATIONS = ['CEO', 'CNC', 'NC', 'ODM', 'OEM', 'SME', 'SMEs', 'SUV'];

/** What is written with capitals in English, by its small letters. */
function properNames(): ReadonlyMap<string, string> {
  const regions = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' });
  const languages = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' });
  const codes = LETTERS.flatMap((first) => LETTERS.map((second) => first + second));
  const names = [
    ...[...codes, ...CONTINENTS].map((code) => regions.of(code)),
    ...LANGUAGES.map((code) => languages.of(code)),
    ...OTHERS,
    ...ABBREVIATIONS,
  ];
  return new Map(names.flatMap((name) => (name === undefined ? [] : [[name.toLowerCase(), name]])));
}

let known: { readonly names: ReadonlyMap<string, string>; readonly pattern: RegExp } | null = null;

function knownNames() {
  if (known !== null) return known;
  const names = properNames();
  // Longer names first: Papua New Guinea before Guinea.
  const longest = [...names.keys()].filter((name) => /^[a-z ]+$/.test(name)).sort((a, b) => b.length - a.length);
  known = { names, pattern: new RegExp(String.raw`\b(?:${longest.join('|')})\b`, 'g') };
  return known;
}

/** A slug as words: `machine-tools` is "machine tools", `investment-in-china` "investment in China". */
export function plainWords(slug: string): string {
  const { names, pattern } = knownNames();
  return slug.replaceAll('-', ' ').replace(pattern, (name) => names.get(name) ?? name);
}

/** The same as a heading or a name: "Machine tools". */
export function plainTitle(slug: string): string {
  const words = plainWords(slug);
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}
