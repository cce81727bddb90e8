/** The frame of a picture: its name, the picture, its figures as a table for those who can't see it, and a way to take it along. */
import type { ComponentChild } from 'preact';
import { useRef } from 'preact/hooks';

export interface ChartFigureProps {
  readonly title: string;
  /** What the picture shows, in a sentence. */
  readonly summary: string;
  /** The picture's figures: names of columns, then rows. */
  readonly figures: readonly (readonly (string | number)[])[];
  readonly onSave: (title: string, svg: string) => void;
  /** CSS pixels; the width follows the pane. */
  readonly height: number;
  readonly children: ComponentChild;
}

/** Units in which pictures are drawn from side to side. */
export const CHART_WIDTH = 320;

export function ChartFigure({ title, summary, figures, onSave, height, children }: ChartFigureProps): ComponentChild {
  const ref = useRef<SVGSVGElement>(null);
  const [head = [], ...rows] = figures;
  return (
    <figure class="plan-rollup-chart">
      <figcaption>
        <span>{title}</span>
        <button type="button" class="plan-rollup-chart-save" aria-label={`Save “${title}” as SVG`} onClick={() => {
          if (ref.current) onSave(title, standalone(ref.current));
        }}>
          Save as SVG
        </button>
      </figcaption>
      <svg ref={ref} viewBox={`0 0 ${CHART_WIDTH} ${height}`} role="img" aria-label={`${title}: ${summary}`} xmlns="http://www.w3.org/2000/svg">
        {children}
      </svg>
      <details>
        <summary>Figures</summary>
        <table>
          <thead><tr>{head.map((name) => <th key={name} scope="col">{name}</th>)}</tr></thead>
          <tbody>
            {rows.map((cells, at) => <tr key={at}>{cells.map((cell, column) => (column === 0 ? <th key={column} scope="row">{cell}</th> : <td key={column}>{cell}</td>))}</tr>)}
          </tbody>
        </table>
      </details>
    </figure>
  );
}

/** What XML does not allow: control characters and lone surrogates. Matches U+0008; not a tab, not an emoji. */
const NOT_XML = /[^\t\n\r\P{Cc}]|\p{Cs}|[\uFFFE\uFFFF]/gu;

const KEPT = ['fill', 'stroke', 'stroke-width', 'font-family', 'font-size', 'opacity'];

/** The picture with the colours that the theme gives it now, so that it looks the same elsewhere. */
function standalone(svg: SVGSVGElement): string {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  const copies = copy.querySelectorAll('*');
  svg.querySelectorAll('*').forEach((element, at) => {
    const style = element.win.getComputedStyle(element);
    for (const name of KEPT) copies[at]?.setAttribute(name, style.getPropertyValue(name));
    copies[at]?.removeAttribute('class');
  });
  const { width, height } = svg.viewBox.baseVal;
  copy.setAttribute('width', String(width));
  copy.setAttribute('height', String(height));
  return `${new XMLSerializer().serializeToString(copy).replace(NOT_XML, '')}\n`;
}
