/** What a drawing takes from the page's style sheets, and its parts from each other: it must go along into a file. */
const INHERITED = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'stroke-opacity',
  'stroke-linejoin',
  'font-family',
  'font-size',
  'font-weight',
  'font-style',
  'text-anchor',
  'paint-order',
] as const;

/** What each part has for itself, with the value that needs no word. */
const OWN = { opacity: '1', 'stop-color': 'rgb(0, 0, 0)', 'stop-opacity': '1' } as const;

/** Left out of a file: what only serves the screen, the pointer and the keyboard. */
const SCREEN_ONLY = /^(?:role|tabindex|class|style|href|aria-.*|data-.*)$/;

function settle(from: Element, to: Element, above: CSSStyleDeclaration | null): void {
  const style = getComputedStyle(from);
  for (const { name } of [...to.attributes]) if (SCREEN_ONLY.test(name)) to.removeAttribute(name);
  for (const property of INHERITED) {
    const value = style.getPropertyValue(property);
    if (value === above?.getPropertyValue(property)) to.removeAttribute(property);
    else to.setAttribute(property, value);
  }
  for (const [property, plain] of Object.entries(OWN)) {
    const value = style.getPropertyValue(property);
    if (value === plain) to.removeAttribute(property);
    else to.setAttribute(property, value);
  }
  [...from.children].forEach((child, index) => {
    const copy = to.children[index];
    if (copy) settle(child, copy, style);
  });
}

/** The drawing as a file of its own: colours and type as on screen, on the page's ground, with its title. */
export function standaloneSvg(drawing: SVGSVGElement, title: string): string {
  const copy = drawing.cloneNode(true) as SVGSVGElement;
  for (const moved of copy.querySelectorAll('[data-follows-scroll]')) moved.removeAttribute('transform');
  settle(drawing, copy, null);
  const { width, height } = drawing.viewBox.baseVal;
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  copy.setAttribute('width', String(width));
  copy.setAttribute('height', String(height));
  const ground = document.createElementNS('http://www.w3.org/2000/svg', 'rect');
  ground.setAttribute('width', String(width));
  ground.setAttribute('height', String(height));
  ground.setAttribute('fill', getComputedStyle(document.body).backgroundColor);
  const name = document.createElementNS('http://www.w3.org/2000/svg', 'title');
  name.textContent = title;
  copy.prepend(name, ground);
  return new XMLSerializer().serializeToString(copy);
}
