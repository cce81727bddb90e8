// Owns: icons by name: Lucide's, with or without the `lucide-` prefix, and those added by a plugin.
import { icons } from 'lucide';
import { setAttribute } from '../dom/create-element';

const SVG = 'http://www.w3.org/2000/svg';
const added = new Map<string, string>();

export function addIcon(id: string, svgContent: string): void {
  added.set(id, svgContent);
}

export function removeIcon(id: string): void {
  added.delete(id);
}

/** null: there is no icon of that name. */
export function getIcon(id: string): SVGSVGElement | null {
  const content = added.get(id);
  if (content !== undefined) return addedIcon(id, content);
  const name = id.replace(/^lucide-/, '');
  const shape = (icons as Readonly<Record<string, readonly (readonly [string, Record<string, string | number | undefined>])[]>>)[pascalCase(name)];
  if (!shape) return null;
  const svg = svgWith({ viewBox: '0 0 24 24', fill: 'none', stroke: 'currentColor', 'stroke-width': 2, 'stroke-linecap': 'round', 'stroke-linejoin': 'round' });
  svg.setAttribute('class', `svg-icon lucide-${name}`);
  for (const [tag, attributes] of shape) {
    const part = document.createElementNS(SVG, tag);
    for (const [key, value] of Object.entries(attributes)) setAttribute(part, key, value ?? null);
    svg.append(part);
  }
  return svg;
}

export function getIconIds(): string[] {
  return [...Object.keys(icons).map((name) => `lucide-${kebabCase(name)}`), ...added.keys()];
}

/** Leaves the element as it is when there is no such icon. */
export function setIcon(parent: HTMLElement, id: string): void {
  const icon = getIcon(id);
  if (icon) parent.replaceChildren(icon);
}

function addedIcon(id: string, content: string): SVGSVGElement {
  const svg = svgWith({ viewBox: '0 0 100 100' });
  svg.setAttribute('class', `svg-icon ${id}`);
  const parsed = new DOMParser().parseFromString(`<svg xmlns="${SVG}">${content}</svg>`, 'image/svg+xml');
  svg.append(...Array.from(parsed.documentElement.childNodes));
  return svg;
}

function svgWith(attributes: Record<string, string | number>): SVGSVGElement {
  const svg = document.createElementNS(SVG, 'svg');
  for (const [name, value] of Object.entries({ width: 24, height: 24, 'aria-hidden': 'true', ...attributes })) svg.setAttribute(name, String(value));
  return svg;
}

function pascalCase(name: string): string {
  return name.replace(/(^|-)([a-z0-9])/g, (_match, _dash, letter: string) => letter.toUpperCase());
}

function kebabCase(name: string): string {
  return name.replace(/([a-z])([A-Z0-9])|([0-9])([A-Z])/g, (_m, a?: string, b?: string, c?: string, d?: string) => `${a ?? c ?? ''}-${b ?? d ?? ''}`).toLowerCase();
}
