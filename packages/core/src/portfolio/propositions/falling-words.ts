/*
 * Words by which a source says that people have become fewer or have gone, in the three languages of the product. The
 * list is closed and stated: 000 gives no head-counts, so the rule on the learning link has to read words.
 */
const LATIN =
  /\b(?:fewer|less|fell|falls?|falling|reduc\w*|decreas\w*|declin\w*|replac\w*|withdr\w*|recalled|left|gone|none|no longer)\b/g;
const NEGATED = /\b(?:not|never|without|hardly)\s+(?:\w+\s+)?$/;
const CJK = /減|少な|較少|撤|帰任|召回|引き揚げ|置き換|交代|取代|替換|離任|不在/;

/**
 * Whether words tell that people became fewer or left.
 * @example tellsOfLoss('fewer than in 2006') // => true
 */
export function tellsOfLoss(words: string): boolean {
  const lower = words.normalize('NFKC').toLowerCase();
  if (CJK.test(lower)) return true;
  for (const { index } of lower.matchAll(LATIN)) if (!NEGATED.test(lower.slice(0, index))) return true;
  return false;
}
