/** What a form suggests: values that properties have in the vault, ids that are free, notes to link to. */
import type { App } from 'obsidian';
import { isNoteName } from '../../core/template/field-control';
import type { FormField } from '../../core/template/form-fields';
import { nextPlanIds } from '../../core/template/next-plan-id';

const MOST = 8;
/** Of ids where no note has one yet. */
const FIRST_ID = 'PLAN-001';

/** Looks through the vault once for each property, when a field asks first. */
export class VaultValues {
  private readonly known = new Map<string, readonly string[]>();

  constructor(private readonly app: App) {}

  /** The next free id among a property's values. */
  nextId(key: string): string | null {
    return nextPlanIds(this.of(key))[0] ?? null;
  }

  /** What can go on from `typed` in the field; of a list, from its last item. */
  suggest(field: FormField, typed: string): readonly string[] {
    if (field.control === 'date' || field.control === 'choice' || field.control === 'lines') return [];
    const values = field.key === null ? [] : this.of(field.key);
    if (field.control === 'id') {
      const next = nextPlanIds(values);
      return matching(next.length > 0 ? next : [FIRST_ID], typed);
    }
    const hasNotes = field.control === 'link' || (field.control === 'list' && isNoteName(field.key ?? field.label));
    return [...matching(values, typed), ...(hasNotes ? this.links(typed) : [])].slice(0, MOST);
  }

  /** Values of the property in any note, the most used first; slots that nobody filled are none. */
  private of(key: string): readonly string[] {
    const known = this.known.get(key);
    if (known) return known;
    const { vault, metadataCache } = this.app;
    const counts = new Map<string, number>();
    for (const file of vault.getMarkdownFiles()) {
      const properties: Record<string, unknown> = metadataCache.getFileCache(file)?.frontmatter ?? {};
      for (const [name, value] of Object.entries(properties)) {
        if (singular(name) !== singular(key)) continue;
        const several: unknown[] = Array.isArray(value) ? value : [value];
        for (const each of several) {
          const text = typeof each === 'string' || typeof each === 'number' ? String(each).trim() : '';
          // Matches "[Name]", "{TEAM}"; not "[[Note]]".
          if (text !== '' && !/^(?:\[(?!\[)|\{)/.test(text)) counts.set(text, (counts.get(text) ?? 0) + 1);
        }
      }
    }
    const values = [...counts].sort(([a, times], [b, others]) => others - times || a.localeCompare(b)).map(([value]) => value);
    this.known.set(key, values);
    return values;
  }

  /** Links to notes whose name or path holds what is typed; the name's start counts more. */
  private links(typed: string): string[] {
    const { vault, metadataCache } = this.app;
    const wanted = fold(typed.replace(/^\[\[|\]\]$/g, ''));
    const found = vault.getMarkdownFiles().filter(({ path }) => fold(path).includes(wanted));
    const rank = (name: string): number => (fold(name).startsWith(wanted) ? 0 : fold(name).includes(wanted) ? 1 : 2);
    return found
      .sort((a, b) => rank(a.basename) - rank(b.basename) || b.stat.mtime - a.stat.mtime)
      .slice(0, MOST)
      .map((file) => `[[${metadataCache.fileToLinktext(file, '')}]]`);
  }
}

function matching(values: readonly string[], typed: string): string[] {
  const wanted = fold(typed);
  return values.filter((value) => fold(value).includes(wanted) && value !== typed).slice(0, MOST);
}

/** "Owners" and "owner" are the same property. */
function singular(key: string): string {
  return key.toLowerCase().replace(/s$/, '');
}

function fold(text: string): string {
  return text.trim().normalize('NFC').toLowerCase();
}
