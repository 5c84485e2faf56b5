/** What a drawing takes from the page's style sheets and must carry with it as a file. */
const CARRIED = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'stroke-opacity',
  'stroke-linejoin',
  'stroke-linecap',
  'opacity',
  'font-family',
  'font-size',
  'font-weight',
  'font-style',
  'text-anchor',
  'dominant-baseline',
  'paint-order',
  'stop-color',
  'stop-opacity',
  'display',
] as const;

/** Left out of a file: what only serves the pointer and the keyboard. */
const SCREEN_ONLY = ['role', 'tabindex', 'class', 'aria-label', 'data-inspected', 'style'] as const;

function settle(from: Element, to: Element): void {
  const style = getComputedStyle(from);
  for (const property of CARRIED) {
    const value = style.getPropertyValue(property);
    if (value !== '') to.setAttribute(property, value);
  }
  for (const name of SCREEN_ONLY) to.removeAttribute(name);
  [...from.children].forEach((child, index) => {
    const copy = to.children[index];
    if (copy) settle(child, copy);
  });
}

/** The drawing as a file of its own: colours and type as on screen, on the page's ground, with its title. */
export function standaloneSvg(drawing: SVGSVGElement, title: string): string {
  const copy = drawing.cloneNode(true) as SVGSVGElement;
  settle(drawing, copy);
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
  for (const moved of copy.querySelectorAll('[data-follows-scroll]')) moved.removeAttribute('transform');
  return new XMLSerializer().serializeToString(copy);
}
