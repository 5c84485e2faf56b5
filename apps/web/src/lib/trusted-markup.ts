type TextRule = (text: string) => string | null;
type PolicyMaker = { readonly createPolicy: (name: string, rules: { readonly createHTML: TextRule }) => unknown };

/** Where no `<` stands, no element begins: style sheets and the empty text are such, markup is not. */
export const elementless: TextRule = (text) => (text.includes('<') ? null : text);

/**
 * Says what may be written as markup by a text. The server's content security policy takes nothing else: neither markup nor
 * addresses of scripts that are put together from data, whoever wrote the code that does it.
 */
export function refuseMarkupFromTexts(): void {
  const { trustedTypes } = globalThis as { readonly trustedTypes?: PolicyMaker };
  trustedTypes?.createPolicy('default', { createHTML: elementless });
}
