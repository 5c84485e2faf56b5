type TextRule = (text: string) => string | null;
type PolicyMaker = {
  readonly createPolicy: (
    name: string,
    rules: { readonly createHTML: TextRule; readonly createScriptURL: TextRule },
  ) => unknown;
};

/** Where no `<` stands, no element begins: style sheets and the empty text are such, markup is not. */
export const elementless: TextRule = (text) => (text.includes('<') ? null : text);

const WORKER = /^\/assets\/[\w-]*worker-[\w-]+\.js$/;

/** The product's own workers are files of its build, by their full names; nothing else is run by its address. */
export const ownWorker =
  (origin: string): TextRule =>
  (text) => {
    const address = URL.canParse(text, origin) ? new URL(text, origin) : null;
    const isOwn =
      address !== null && address.origin === origin && address.search === '' && WORKER.test(address.pathname);
    return isOwn ? text : null;
  };

/**
 * Says what may be written as markup by a text. The server's content security policy takes nothing else: neither markup nor
 * addresses of scripts that are put together from data, whoever wrote the code that does it.
 */
export function refuseMarkupFromTexts(): void {
  const { trustedTypes } = globalThis as { readonly trustedTypes?: PolicyMaker };
  trustedTypes?.createPolicy('default', {
    createHTML: elementless,
    createScriptURL: ownWorker(location.origin),
  });
}
