// Owns: what Obsidian makes of plain Markdown elements: task checkboxes, callouts, links, wrapped tables.
import { setIcon } from '../ui/icons';

const CALLOUT_ICONS: Readonly<Record<string, string>> = {
  note: 'pencil',
  info: 'info',
  todo: 'circle-check',
  tip: 'flame',
  success: 'check',
  question: 'circle-question-mark',
  warning: 'triangle-alert',
  failure: 'x',
  danger: 'zap',
  bug: 'bug',
  example: 'list',
  quote: 'quote',
};

/** `- [x] text`: the item gets a checkbox that calls back with the item's line. */
export function decorateTasks(root: HTMLElement, onToggle: (line: number) => void): void {
  for (const item of Array.from(root.querySelectorAll('li'))) {
    const holder = item.firstElementChild?.tagName === 'P' ? item.firstElementChild : item;
    const first = holder.firstChild;
    const match = first?.nodeType === Node.TEXT_NODE ? /^\[(.)\]\s+/u.exec(first.textContent ?? '') : null;
    if (!first || !match) continue;
    first.textContent = (first.textContent ?? '').slice(match[0].length);
    const mark = match[1] ?? ' ';
    const line = Number(item.dataset['line']);
    const label = (holder.textContent ?? '').split('\n')[0]?.trim() ?? '';
    const box = createEl('input', { cls: 'task-list-item-checkbox', type: 'checkbox', attr: { 'data-line': line, 'aria-label': label } });
    box.checked = mark !== ' ';
    box.addEventListener('click', () => onToggle(line));
    holder.prepend(box);
    item.addClass('task-list-item');
    item.toggleClass('is-checked', mark !== ' ');
    item.dataset['task'] = mark;
    item.parentElement?.addClass('contains-task-list');
  }
}

/** `> [!note] Title` becomes a titled box. */
export function decorateCallouts(root: HTMLElement): void {
  for (const quote of Array.from(root.querySelectorAll('blockquote')).reverse()) {
    const head = quote.querySelector('p');
    const match = /^\[!([\w-]+)\][+-]?[ \t]*([^\n]*)/.exec(head?.textContent ?? '');
    const kind = match?.[1]?.toLowerCase();
    if (!head || kind === undefined) continue;
    const callout = createDiv({ cls: 'callout', attr: { 'data-callout': kind, 'data-line': quote.dataset['line'] ?? null } });
    const title = callout.createDiv('callout-title');
    setIcon(title.createDiv('callout-icon'), CALLOUT_ICONS[kind] ?? 'pencil');
    title.createDiv({ cls: 'callout-title-inner', text: match?.[2] || kind.charAt(0).toUpperCase() + kind.slice(1) });
    removeFirstLine(head);
    const content = callout.createDiv('callout-content');
    content.append(...Array.from(quote.childNodes));
    quote.replaceWith(callout);
  }
}

function removeFirstLine(paragraph: Element): void {
  const lineBreak = paragraph.querySelector('br');
  if (!lineBreak) {
    paragraph.remove();
    return;
  }
  while (paragraph.firstChild && paragraph.firstChild !== lineBreak) paragraph.firstChild.remove();
  lineBreak.remove();
}

export interface LinkActions {
  isResolved(link: string): boolean;
  open(link: string, event: MouseEvent): void;
}

export function decorateLinks(root: HTMLElement, actions: LinkActions): void {
  for (const link of Array.from(root.querySelectorAll('a'))) {
    const target = link.getAttribute('data-href') ?? decodeURI(link.getAttribute('href') ?? '');
    if (/^[a-z][a-z0-9+.-]*:/i.test(target)) {
      link.addClass('external-link');
      link.setAttrs({ target: '_blank', rel: 'noopener nofollow' });
      continue;
    }
    link.addClass('internal-link');
    link.setAttribute('data-href', target);
    link.toggleClass('is-unresolved', !actions.isResolved(target));
    link.addEventListener('click', (event) => {
      event.preventDefault();
      actions.open(target, event);
    });
  }
}

/** A wide table scrolls by itself. */
export function wrapTables(root: HTMLElement): void {
  for (const table of Array.from(root.querySelectorAll('table'))) {
    const wrapper = createDiv({ cls: 'table-wrapper', attr: { tabindex: 0, role: 'region', 'aria-label': 'Table' } });
    table.replaceWith(wrapper);
    wrapper.append(table);
  }
}
