/** A property of nodes or ties in a file of a network. */
export type NetworkAttribute = {
  readonly id: string;
  readonly title: string;
  readonly type: 'string' | 'integer' | 'double' | 'boolean';
};

export type NetworkValue = string | number | boolean | null;

export type NetworkFileNode = {
  readonly id: string;
  readonly label: string;
  /** In the order of the file's attributes of nodes; null is left out. */
  readonly values: readonly NetworkValue[];
  /** Where and how it was drawn; null where it was not. */
  readonly drawn: { readonly x: number; readonly y: number; readonly size: number; readonly colour: string } | null;
};

export type NetworkFileTie = {
  /** Ids of nodes. */
  readonly source: string;
  readonly target: string;
  readonly weight: number;
  /** In the order of the file's attributes of ties; null is left out. */
  readonly values: readonly NetworkValue[];
};

/** A network as it goes into a file; ties have no direction. */
export type NetworkFile = {
  readonly title: string;
  readonly description: string;
  /** The day that was read; null: all that is recorded. */
  readonly asOf: string | null;
  /** The day on which the file is written. */
  readonly written: string;
  readonly nodeAttributes: readonly NetworkAttribute[];
  readonly tieAttributes: readonly NetworkAttribute[];
  readonly nodes: readonly NetworkFileNode[];
  readonly ties: readonly NetworkFileTie[];
};

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\n': '&#10;',
  '\r': '&#13;',
  '\t': '&#9;',
};

/** Whether XML 1.0 can hold the character at all. */
const isXml = (character: string): boolean => {
  const code = character.codePointAt(0) ?? 0;
  return (
    code === 9 ||
    code === 10 ||
    code === 13 ||
    (code >= 32 && !(code >= 0xd800 && code <= 0xdfff) && code < 0xfffe) ||
    code > 0xffff
  );
};

/**
 * A text as it stands in an attribute or an element of XML; what XML cannot hold is left out.
 * @example xmlText('R&D "Ltd"') // => 'R&amp;D &quot;Ltd&quot;'
 */
export const xmlText = (text: string): string =>
  Array.from(text, (character) => ENTITIES[character] ?? (isXml(character) ? character : '')).join('');

const xml = (value: NonNullable<NetworkValue>): string => xmlText(String(value));

function rgb(colour: string): readonly [number, number, number] {
  const part = (at: number): number => Number.parseInt(colour.slice(at, at + 2), 16) || 0;
  return [part(1), part(3), part(5)];
}

const HEAD = '<?xml version="1.0" encoding="UTF-8"?>';

function gexfValues(values: readonly NetworkValue[], attributes: readonly NetworkAttribute[]): string[] {
  const given = values.flatMap((value, nth) =>
    value === null ? [] : [`<attvalue for="${xml(attributes[nth]?.id ?? '')}" value="${xml(value)}"/>`],
  );
  return given.length === 0 ? [] : ['<attvalues>', ...given, '</attvalues>'];
}

const gexfAttributes = (of: 'node' | 'edge', attributes: readonly NetworkAttribute[]): string[] => [
  `<attributes class="${of}">`,
  ...attributes.map(({ id, title, type }) => `<attribute id="${xml(id)}" title="${xml(title)}" type="${type}"/>`),
  '</attributes>',
];

function gexfNode({ id, label, values, drawn }: NetworkFileNode, attributes: readonly NetworkAttribute[]): string[] {
  const looks = (): string[] => {
    if (drawn === null) return [];
    const [r, g, b] = rgb(drawn.colour);
    return [
      `<viz:color r="${r}" g="${g}" b="${b}"/>`,
      `<viz:position x="${drawn.x}" y="${drawn.y}" z="0"/>`,
      `<viz:size value="${drawn.size}"/>`,
    ];
  };
  return [`<node id="${xml(id)}" label="${xml(label)}">`, ...gexfValues(values, attributes), ...looks(), '</node>'];
}

/**
 * A network as GEXF 1.3 (gexf.net), with its attributes, and places, sizes and colours where it was drawn. A value that is not
 * known stands nowhere in the file.
 * @example gexfText({ title: 't', description: '', asOf: null, written: '2026-01-01', nodeAttributes: [], tieAttributes: [], nodes: [], ties: [] }).startsWith('<?xml') // => true
 */
export function gexfText(file: NetworkFile): string {
  const { nodes, ties, nodeAttributes, tieAttributes } = file;
  const tieLines = ties.flatMap(({ source, target, weight, values }, nth) => [
    `<edge id="${nth}" source="${xml(source)}" target="${xml(target)}" weight="${weight}">`,
    ...gexfValues(values, tieAttributes),
    '</edge>',
  ]);
  return [
    HEAD,
    '<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">',
    `<meta lastmodifieddate="${xml(file.written)}">`,
    '<creator>Entente</creator>',
    `<title>${xml(file.title)}</title>`,
    `<description>${xml(file.description)}</description>`,
    `<keywords>${file.asOf === null ? 'as-of: all' : `as-of: ${xml(file.asOf)}`}</keywords>`,
    '</meta>',
    '<graph mode="static" defaultedgetype="undirected">',
    ...gexfAttributes('node', nodeAttributes),
    ...gexfAttributes('edge', tieAttributes),
    '<nodes>',
    ...nodes.flatMap((node) => gexfNode(node, nodeAttributes)),
    '</nodes>',
    '<edges>',
    ...tieLines,
    '</edges>',
    '</graph>',
    '</gexf>',
    '',
  ].join('\n');
}

/** How GraphML calls the types. */
const GRAPHML_TYPES = { string: 'string', integer: 'long', double: 'double', boolean: 'boolean' } as const;

const graphmlKeys = (of: 'node' | 'edge', attributes: readonly NetworkAttribute[]): string[] =>
  attributes.map(
    ({ id, title, type }) =>
      `<key id="${of}.${xml(id)}" for="${of}" attr.name="${xml(title)}" attr.type="${GRAPHML_TYPES[type]}"/>`,
  );

const graphmlData = (
  of: 'node' | 'edge',
  values: readonly NetworkValue[],
  attributes: readonly NetworkAttribute[],
): string[] =>
  values.flatMap((value, nth) =>
    value === null ? [] : [`<data key="${of}.${xml(attributes[nth]?.id ?? '')}">${xml(value)}</data>`],
  );

const LABEL: NetworkAttribute = { id: 'label', title: 'label', type: 'string' };
const WEIGHT: NetworkAttribute = { id: 'weight', title: 'weight', type: 'double' };

/**
 * A network as GraphML (graphml.graphdrawing.org), with its attributes; the day that was read is one of the network's own.
 * A value that is not known stands nowhere in the file.
 * @example graphmlText({ title: 't', description: '', asOf: null, written: '2026-01-01', nodeAttributes: [], tieAttributes: [], nodes: [], ties: [] }).includes('edgedefault="undirected"') // => true
 */
export function graphmlText(file: NetworkFile): string {
  const nodeAttributes = [LABEL, ...file.nodeAttributes];
  const tieAttributes = [WEIGHT, ...file.tieAttributes];
  const own: readonly (readonly [string, string])[] = [
    ['title', file.title],
    ['description', file.description],
    ['as-of', file.asOf ?? 'all'],
    ['written', file.written],
  ];
  return [
    HEAD,
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">',
    ...own.map(([name]) => `<key id="graph.${name}" for="graph" attr.name="${name}" attr.type="string"/>`),
    ...graphmlKeys('node', nodeAttributes),
    ...graphmlKeys('edge', tieAttributes),
    '<graph id="network" edgedefault="undirected">',
    ...own.map(([name, value]) => `<data key="graph.${name}">${xml(value)}</data>`),
    ...file.nodes.flatMap(({ id, label, values }) => [
      `<node id="${xml(id)}">`,
      ...graphmlData('node', [label, ...values], nodeAttributes),
      '</node>',
    ]),
    ...file.ties.flatMap(({ source, target, weight, values }, nth) => [
      `<edge id="tie-${nth}" source="${xml(source)}" target="${xml(target)}">`,
      ...graphmlData('edge', [weight, ...values], tieAttributes),
      '</edge>',
    ]),
    '</graph>',
    '</graphml>',
    '',
  ].join('\n');
}
