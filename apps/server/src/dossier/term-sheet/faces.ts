import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { create } from 'fontkit';
import type { SheetLanguage } from './document.ts';

/* The faces that go into files come in slices of a few hundred characters each; those that a text needs are read alone. */

const require = createRequire(import.meta.url);
/** Where each family says which of its slices is to have which characters. */
const FAMILIES = {
  'chocolate-classical-sans': require.resolve('@fontsource/chocolate-classical-sans/unicode.json'),
  'biz-udpgothic': require.resolve('@fontsource/biz-udpgothic/unicode.json'),
} as const;
type Family = keyof typeof FAMILIES;

/** Whose shapes come first: those that readers of the language expect. */
const ORDER: Readonly<Record<SheetLanguage, readonly Family[]>> = {
  en: ['chocolate-classical-sans', 'biz-udpgothic'],
  ja: ['biz-udpgothic', 'chocolate-classical-sans'],
  'zh-Hant': ['chocolate-classical-sans', 'biz-udpgothic'],
};

/** Stands for a character that no face has. */
export const UNKNOWN_CHARACTER = '\u25A1';

/** A part of a family that is a font of its own. */
export type Slice = { readonly name: string; readonly bytes: Buffer; readonly has: (codePoint: number) => boolean };
type Place = { readonly slice: string; readonly from: number; readonly to: number };

const places = new Map<Family, readonly Place[]>();
const slices = new Map<string, Slice>();

const numbered = (text: string): number => Number.parseInt(text, 16);

/** Which slice is to have which characters, as the package says: `U+3042-304f,U+65e5`. */
function placesOf(family: Family): readonly Place[] {
  const known = places.get(family);
  if (known !== undefined) return known;
  const told = JSON.parse(readFileSync(FAMILIES[family], 'utf8')) as Readonly<Record<string, string>>;
  const read = Object.entries(told).flatMap(([slice, ranges]) =>
    ranges.split(',').map((range): Place => {
      const [from = '', to = from] = range.replace('U+', '').split('-');
      return { slice: slice.replaceAll(/[[\]]/g, ''), from: numbered(from), to: numbered(to) };
    }),
  );
  places.set(family, read);
  return read;
}

function sliceOf(family: Family, part: string): Slice {
  const name = `${family}-${part}`;
  const known = slices.get(name);
  if (known !== undefined) return known;
  const bytes = readFileSync(path.join(path.dirname(FAMILIES[family]), 'files', `${name}-400-normal.woff`));
  const font = create(bytes);
  const slice: Slice = {
    name,
    bytes,
    has: (point) => 'hasGlyphForCodePoint' in font && font.hasGlyphForCodePoint(point),
  };
  slices.set(name, slice);
  return slice;
}

/** The slice that has a character, in the shape that readers of a language expect; null: no face has it. */
export function sliceFor(character: string, language: SheetLanguage): Slice | null {
  const point = character.codePointAt(0) ?? 0;
  for (const family of ORDER[language]) {
    for (const { slice, from, to } of placesOf(family)) {
      if (point < from || point > to) continue;
      const found = sliceOf(family, slice);
      if (found.has(point)) return found;
    }
  }
  return null;
}
