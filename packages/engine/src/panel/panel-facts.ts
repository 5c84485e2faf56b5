/** Resources that firms bring to alliances, column by column; numbers as in the memberships beside them. */
export type ResourceColumns = {
  readonly alliance: Int32Array;
  readonly firm: Int32Array;
  /** Number of the kind, and of kind and subject together. */
  readonly kind: Int32Array;
  readonly resource: Int32Array;
  /** Days on which it is brought; the widest ones where none is stated. */
  readonly from: Int32Array;
  readonly to: Int32Array;
};

/** A move that added a partner, a resource or a domain after the founding, and whether it brought a new resource. */
export type AdditiveMove = { readonly year: number; readonly explorative: boolean };

/** What a register knows beside memberships, and a table of alliances in part; what counts the rest stays undefined. */
export type PanelFacts = {
  /** Kind of each firm, -1 where none is stated. */
  readonly kindOf: Int32Array;
  readonly kinds: number;
  /** Firm that each alliance set up, -1 where it set up none: it is no partner of those who own it. */
  readonly ventureOf: Int32Array;
  readonly resources: ResourceColumns;
  readonly resourceKinds: number;
  /** Additive moves of a row's firm or house, by its name. */
  readonly additiveMovesOf: (name: string) => readonly AdditiveMove[];
};

const none = new Int32Array(0);

/** The facts of a table that knows memberships alone. */
export const noFacts = (firms: number, alliances: number): PanelFacts => ({
  kindOf: new Int32Array(firms).fill(-1),
  kinds: 0,
  ventureOf: new Int32Array(alliances).fill(-1),
  resources: { alliance: none, firm: none, kind: none, resource: none, from: none, to: none },
  resourceKinds: 0,
  additiveMovesOf: () => [],
});
