/** Tables of a note, and what kind each is: told by its header cells and values, not by the section's name. */
import { BlockKind, type Blocks, Leaf, Row } from '../markdown/blocks';
import { foldWords, isStruck, plainText } from '../markdown/inline';
import { type Cell, splitCells } from '../markdown/table';
import { effortHours } from './effort-hours';
import type { Outline, Section } from './outline';
import type { ColumnRole, Heading, PriorityRow, Table, TableKind } from './plan';
import type { PlanWords } from './plan-words';
import { priorityRank, UNKNOWN_RANK } from './priority-rank';
import { DONE_WORDS, WEAK_MITIGATION_WORDS, WORK_COLUMN_WORDS } from './vocabulary';

export function readTables(blocks: Blocks, outline: Outline, words: PlanWords): Table[] {
  const { leaves } = blocks;
  const tables: Table[] = [];
  for (const section of outline.sections) {
    for (let leaf = section.leaf + 1; leaf < section.leafTo; leaf++) {
      if (leaves.get(leaf, Leaf.kind) === BlockKind.table) tables.push(readTable(blocks, leaf, { section, words }));
    }
  }
  return tables;
}

/** Rows of the priority tables, in text order; totals left out. */
export function readPriorities(tables: readonly Table[], headings: readonly Heading[]): PriorityRow[] {
  const numbered = numberedHeadings(headings);
  return tables.flatMap((table, index) => (table.kind === 'priority' ? priorityRows(table, index, numbered) : []));
}

function readTable(blocks: Blocks, leaf: number, { section, words }: { section: Section; words: PlanWords }): Table {
  const { leaves } = blocks;
  const first = leaves.get(leaf, Leaf.detail);
  const header = cellsOf(blocks, first);
  const body = new TableBody(blocks, first + 1, leaves.get(leaf, Leaf.extra) - 1);
  const roles = withMeasures(withBoxes(words.columnRoles(header), body), header);
  return {
    line: leaves.get(leaf, Leaf.line),
    from: leaves.get(leaf, Leaf.from),
    to: leaves.get(leaf, Leaf.to),
    path: section.path,
    header,
    get rows() {
      return body.rows;
    },
    roles,
    kind: kindOf({ header, roles, body }, section),
  };
}

/** Most tables are told by their headers, and nobody asks for their cells: rows are taken apart on demand, once. */
class TableBody {
  private known: readonly (readonly Cell[])[] | null = null;

  constructor(
    private readonly blocks: Blocks,
    private readonly first: number,
    readonly length: number,
  ) {}

  get rows(): readonly (readonly Cell[])[] {
    return (this.known ??= Array.from({ length: this.length }, (_none, index) => cellsOf(this.blocks, this.first + index)));
  }
}

function cellsOf({ text, rows }: Blocks, row: number): Cell[] {
  return splitCells(text, rows.get(row, Row.from), rows.get(row, Row.to));
}

/** What a table's kind is told by. */
interface TableParts {
  readonly header: readonly Cell[];
  readonly roles: readonly ColumnRole[];
  readonly body: TableBody;
}

/** A column of `[ ]` and `[x]` alone says what is done, whatever its header. */
function withBoxes(roles: ColumnRole[], body: TableBody): ColumnRole[] {
  const mayRate = roles.includes('priority') || roles.includes('effort');
  if (!mayRate || roles.includes('status')) return roles;
  const { rows } = body;
  const isBoxes = (column: number): boolean => rows.some((row) => BOX.test(row[column]?.text ?? '')) && rows.every((row) => BOX.test(row[column]?.text ?? '[ ]'));
  const column = roles.findIndex((role, at) => role === null && isBoxes(at));
  return roles.map((role, at) => (at === column ? 'status' : role));
}

/** "Maßnahme" beside risks is what is done about them. */
function withMeasures(roles: ColumnRole[], header: readonly Cell[]): ColumnRole[] {
  if (roles.includes('mitigation') || !(roles.includes('likelihood') || isRiskWord(header[0]))) return roles;
  const column = header.findIndex(({ text }, at) => roles[at] === null && (WEAK_MITIGATION_WORDS as readonly string[]).includes(foldWords(text)));
  return roles.map((role, at) => (at === column && at > 0 ? 'mitigation' : role));
}

const BOX = /^(?:\[[ xX]\])?$/;

function kindOf({ header, roles, body }: TableParts, section: Section): TableKind {
  const column = (role: ColumnRole): number => roles.indexOf(role);
  const has = (role: ColumnRole): boolean => column(role) >= 0;
  const isInLog = section.topic?.isChangeLog ?? false;
  if (has('date') && (has('change') || has('version')) && (isInLog || (has('change') && (has('version') || has('author')) && body.length > 0 && !has('priority')))) return 'change-log';
  if (has('likelihood') || ((has('mitigation') || isRiskList(header, body)) && !has('effort') && header.length > 1)) return 'risk';
  const share = (role: ColumnRole, reads: (cell: string) => boolean): boolean => {
    const cells = body.rows.map((row) => row[column(role)]?.text ?? '').filter((cell) => cell !== '');
    return cells.length > 0 && cells.filter(reads).length * 2 >= cells.length;
  };
  if (has('priority') && !isAboutPriorities({ header, roles, body }) && share('priority', (cell) => priorityRank(cell) !== UNKNOWN_RANK || isSlot(cell))) return 'priority';
  const isEstimated = has('effort') && share('effort', (cell) => effortHours(cell, header[column('effort')]?.text) !== null || /^\d{1,3}$/.test(cell) || isSlot(cell));
  return isEstimated && (has('impact') || has('when')) ? 'priority' : 'other';
}

function isRiskWord(cell: Cell | undefined): boolean {
  return /^(?:risks?|threat(?: id)?|risiko|risiken|riesgo|risque|risco|风险|リスク)$/.test(foldWords(cell?.text ?? ''));
}

/** Risks in the first column; one of words such as "high" there rates something else. */
function isRiskList(header: readonly Cell[], body: TableBody): boolean {
  return isRiskWord(header[0]) && body.rows.some(([cell]) => priorityRank(cell?.text ?? '') === UNKNOWN_RANK);
}

/** A legend or a count, `| Severity | Meaning |`, `| Priority | Count |`: each priority once, and no column for work. */
function isAboutPriorities({ header, roles, body }: TableParts): boolean {
  if (roles[0] !== 'priority' || roles.includes('effort') || roles.includes('when')) return false;
  if (header.some(({ text }) => (WORK_COLUMN_WORDS as readonly string[]).includes(foldWords(text)))) return false;
  const keys = body.rows.map((row) => foldWords(row[0]?.text ?? ''));
  return new Set(keys).size === keys.length && !keys.every((key) => /^\d+$/.test(key));
}

/** A cell that is still to be filled in: `[high/low]`, `{effort}`. */
export function isSlot(cell: string): boolean {
  return /^[[{].*[\]}]$/.test(cell);
}

function priorityRows(table: Table, index: number, numbered: ReadonlyMap<string, string>): PriorityRow[] {
  const { roles } = table;
  const titleColumn = findTitle(roles);
  const columns = new Map(roles.map((role, column) => [role, column]));
  const rows: PriorityRow[] = [];
  table.rows.forEach((cells, row) => {
    const cell = (role: ColumnRole): string | null => {
      const at = columns.get(role);
      return at === undefined ? null : plainText(cells[at]?.text ?? '') || null;
    };
    const title = plainText(cells[titleColumn]?.text ?? '');
    if (/^(?:sub-?)?total\b|^sum\b|^gesamt\b|^合计|^合計/i.test(foldWords(title)) || cells.every(({ text }) => text === '')) return;
    const priority = cell('priority');
    const impact = cell('impact');
    const effort = cell('effort');
    rows.push({
      table: index,
      row,
      line: table.line + 2 + row,
      title,
      detail: detailOf(cells, roles, titleColumn) ?? headingOf(title, numbered),
      priority,
      rank: priorityRank(priority ?? impact ?? ''),
      effort,
      hours: effort === null ? null : effortHours(effort, table.header[columns.get('effort') ?? -1]?.text),
      impact,
      when: cell('when'),
      state: isDone(cells, roles, columns.get('status')) ? 'done' : 'open',
    });
  });
  return rows;
}

/** The first column without a role of its own, or the one that describes; an index column only when nothing else is left. */
function findTitle(roles: readonly ColumnRole[]): number {
  const plain = roles.includes(null) ? roles.indexOf(null) : roles.indexOf('change');
  return plain >= 0 ? plain : Math.max(0, roles.indexOf('index'));
}

/** The first other column without a role, or the one that describes: "GPS polls every second" in `| Area | Gap | Priority |`. */
function detailOf(cells: readonly Cell[], roles: readonly ColumnRole[], titleColumn: number): string | null {
  const isOther = (role: ColumnRole, at: number): boolean => role === null && at !== titleColumn;
  const column = roles.some(isOther) ? roles.findIndex(isOther) : titleColumn === roles.indexOf('change') ? -1 : roles.indexOf('change');
  return column < 0 ? null : plainText(cells[column]?.text ?? '') || null;
}

/** A number alone. Matches "1.2", "Phase 2"; not "Area 1 of 2". Group 1 is the number. */
const NUMBER = /^(?:\p{L}{3,12} )?(\d{1,3}(?:\.\d{1,3}){0,3})$/u;
/** A numbered heading. Matches "1.2 Batch uploads", "Phase 2: Show"; not "2026 plans". Groups: 1 number, 2 text. */
const NUMBERED = /^(?:\p{L}{3,12} )?(\d{1,3}(?:\.\d{1,3}){0,3})[.):]? +(\S.*)$/su;

/** What the heading numbered like the title says: "1.2" → "Batch the uploads", of `#### 1.2 Batch the uploads`. */
function headingOf(title: string, numbered: ReadonlyMap<string, string>): string | null {
  return numbered.get(NUMBER.exec(title.replace(/^[✅☑✔\s]+/u, ''))?.[1] ?? '') ?? null;
}

/** Of two headings with one number the last: a plan's phases come after the sections that number them again. */
function numberedHeadings(headings: readonly Heading[]): Map<string, string> {
  return new Map(headings.flatMap(({ text }) => {
    const match = NUMBERED.exec(text);
    return match ? [[match[1] ?? '', match[2] ?? ''] as const] : [];
  }));
}

function isDone(cells: readonly Cell[], roles: readonly ColumnRole[], statusColumn = -1): boolean {
  const status = cells[statusColumn]?.text ?? '';
  if (/✅|^\[[xX]\]$|^[☑✔✓]|^100 ?%|^won['’]?t\b/i.test(status) || startsDone(status)) return true;
  return cells.some(({ text }, at) => (roles[at] === null && isStruck(text)) || text.trimStart().startsWith('✅') || (roles[at] === 'priority' && startsDone(text)));
}

function startsDone(cell: string): boolean {
  const word = foldWords(cell.replace(/~~[^~]{0,60}~~/g, '')).split(/\s+|[,(]/, 1)[0] ?? '';
  return (DONE_WORDS as readonly string[]).includes(word);
}
