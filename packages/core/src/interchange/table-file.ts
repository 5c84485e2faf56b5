/** A table file as it lies on disk. */
export type TableFile = { readonly path: string; readonly bytes: Uint8Array };
