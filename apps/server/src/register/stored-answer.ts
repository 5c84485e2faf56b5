/** An answer as it was sent, so that it can be sent again. */
export type StoredAnswer = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** Null: no body. */
  readonly body: unknown;
};

/** Scoped to the actor and the route; `digest` tells whether the request is the same. */
export type IdempotencyKey = { readonly route: string; readonly key: string; readonly digest: Uint8Array };
