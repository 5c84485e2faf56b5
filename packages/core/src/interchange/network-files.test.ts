import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { gexfText, graphmlText, type NetworkFile, xmlText } from './network-files.ts';

const FILE: NetworkFile = {
  title: 'Firms <of> "R&D"',
  description: 'Two firms',
  asOf: '2005-12-31',
  written: '2026-11-22',
  nodeAttributes: [
    { id: 'constraint', title: 'constraint', type: 'double' },
    { id: 'country', title: 'country', type: 'string' },
  ],
  tieAttributes: [{ id: 'licence', title: 'licence', type: 'boolean' }],
  nodes: [
    { id: 'a', label: '六和 & Co', values: [0.1 + 0.2, null], drawn: { x: 1.5, y: -2, size: 4, colour: '#ff8000' } },
    { id: 'b', label: 'B', values: [null, 'JP'], drawn: null },
  ],
  ties: [{ source: 'a', target: 'b', weight: 3, values: [true] }],
};

type Element = {
  readonly name: string;
  readonly attributes: Record<string, string>;
  readonly parts: (Element | string)[];
};

const ENTITY: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' };
const plain = (text: string): string =>
  text.replace(/&(#?\w+);/g, (_, name: string) =>
    name.startsWith('#') ? String.fromCodePoint(Number(name.slice(1))) : (ENTITY[name] ?? '?'),
  );

/** Reads XML back, and refuses what is not well formed. */
function parsed(text: string): Element {
  const root: Element = { name: '', attributes: {}, parts: [] };
  const open = [root];
  const tokens = text.replace(/^<\?xml[^>]*\?>\s*/, '').match(/<[^>]*>|[^<]+/g) ?? [];
  for (const token of tokens) {
    const here = open.at(-1);
    if (here === undefined) throw new Error('closed too often');
    if (!token.startsWith('<')) {
      if (/&(?!#?\w+;)/.test(token)) throw new Error(`a bare &: ${token}`);
      if (token.trim() !== '') here.parts.push(plain(token));
      continue;
    }
    const [, closing, name = '', inner = '', empty] =
      /^<(\/?)([\w:]+)((?:\s+[\w:.-]+="[^"<]*")*)\s*(\/?)>$/.exec(token) ?? [];
    if (name === '') throw new Error(`no tag: ${token}`);
    if (closing === '/') {
      if (open.pop()?.name !== name) throw new Error(`closes another: ${token}`);
      continue;
    }
    const attributes = Object.fromEntries(
      [...inner.matchAll(/([\w:.-]+)="([^"]*)"/g)].map(([, key = '', value = '']) => [key, plain(value)]),
    );
    const element: Element = { name, attributes, parts: [] };
    here.parts.push(element);
    if (empty !== '/') open.push(element);
  }
  if (open.length !== 1) throw new Error(`${open.at(-1)?.name} is not closed`);
  return root;
}

function all(element: Element, name: string): Element[] {
  const inner = element.parts.flatMap((part) => (typeof part === 'string' ? [] : all(part, name)));
  return element.name === name ? [element, ...inner] : inner;
}

/** Values of an element under the titles of their attributes. */
const valuesOf = (element: Element, titles: ReadonlyMap<string, string>) =>
  Object.fromEntries([
    ...all(element, 'attvalue').map(({ attributes }) => [titles.get(attributes['for'] ?? ''), attributes['value']]),
    ...all(element, 'data').map(({ attributes, parts }) => [
      titles.get(attributes['key'] ?? ''),
      parts.filter((part) => typeof part === 'string').join(''),
    ]),
  ]) as Record<string, string>;

describe.each([
  ['GEXF', gexfText, 'attribute', 'title'],
  ['GraphML', graphmlText, 'key', 'attr.name'],
] as const)('%s', (format, write, attribute, title) => {
  const root = parsed(write(FILE));
  const titles = new Map(
    all(root, attribute).map(({ attributes }) => [attributes['id'] ?? '', attributes[title] ?? '']),
  );

  test('reads back as it was: nodes, ties, weights, values to the last digit', () => {
    const [a, b] = all(root, 'node').map((node) => ({
      label: node.attributes['label'],
      id: node.attributes['id'],
      ...valuesOf(node, titles),
    }));
    expect(a).toMatchObject({ id: 'a', label: '六和 & Co', constraint: String(0.1 + 0.2) });
    expect(b).toMatchObject({ id: 'b', label: 'B', country: 'JP' });
    const [tie] = all(root, 'edge').map((edge) => ({ ...edge.attributes, ...valuesOf(edge, titles) }));
    expect(tie).toMatchObject({ source: 'a', target: 'b', weight: '3', licence: 'true' });
  });

  test('leaves out what is not known', () => {
    const [a, b] = all(root, 'node').map((node) => valuesOf(node, titles));
    expect([a, b].map((values) => ['constraint', 'country'].filter((name) => name in (values ?? {})))).toEqual([
      ['constraint'],
      ['country'],
    ]);
  });

  test('says which day was read, and of which network', () => {
    const words =
      format === 'GEXF'
        ? all(root, 'meta')[0]?.parts.flatMap((part) =>
            typeof part === 'string' ? [] : part.parts.filter((each) => typeof each === 'string'),
          )
        : Object.values(valuesOf(all(root, 'graph')[0] as Element, titles));
    expect(words?.join('\n')).toContain('2005-12-31');
    expect(words?.join('\n')).toContain('Firms <of> "R&D"');
  });
});

test('GEXF holds where and how a node was drawn', () => {
  const [drawn, other] = all(parsed(gexfText(FILE)), 'node');
  const looks = (name: string) => all(drawn as Element, name)[0]?.attributes;
  expect(looks('viz:color')).toEqual({ r: '255', g: '128', b: '0' });
  expect(looks('viz:position')).toEqual({ x: '1.5', y: '-2', z: '0' });
  expect(all(other as Element, 'viz:size')).toEqual([]);
});

test('any name survives, but for what XML cannot hold', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (label) => {
      const node = { id: 'n', label, values: [], drawn: null };
      const text = gexfText({ ...FILE, nodeAttributes: [], nodes: [node], ties: [] });
      const back = all(parsed(text), 'node')[0]?.attributes['label'];
      expect(back).toBe(
        Array.from(label)
          .filter((character) => xmlText(character) !== '')
          .join(''),
      );
      expect(Array.from(text).every((character) => (character.codePointAt(0) ?? 0) >= 32 || character === '\n')).toBe(
        true,
      );
    }),
  );
});
