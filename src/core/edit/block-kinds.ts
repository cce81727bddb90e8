/** The kinds of block that a plan has several of, and the words by which each is told in headings, items and tables. */

export type BlockKindId = 'phase' | 'step' | 'requirement' | 'finding' | 'decision' | 'risk' | 'test-case' | 'question' | 'row';

export interface BlockForm {
  readonly id: Exclude<BlockKindId, 'row'>;
  /** Words in front of a number: "Phase 2", "**Decision 1**". */
  readonly words: readonly string[];
  /** Ids in front of items and in cells: matches "REQ-" of "REQ-5"; null where a kind has none. */
  readonly ids: RegExp | null;
  /** A folded title of the section whose children or items they are. Null: such a section does not make them. */
  readonly section: RegExp | null;
  /** A folded label in front of an item: "**Risk**: …". */
  readonly label: RegExp | null;
  /** A folded header cell of a table that lists them. */
  readonly column: RegExp | null;
  /** Whether the first list of such a section is taken when its items have no number, id or label. */
  readonly takesItems: boolean;
}

/** In the order of the commands; `row` goes by tables alone. */
export const BLOCK_FORMS: readonly BlockForm[] = [
  { id: 'phase', words: ['phase', 'stage', 'milestone', 'iteration', 'sprint', 'part', 'etappe', 'fase', 'etapa', '阶段', 'フェーズ', 'wave'], ids: null, section: /^(?:implementation |work |delivery )?(?:phases|milestones|stages)$/, label: null, column: /^(?:phase|milestone|stage)$/, takesItems: false },
  { id: 'step', words: ['step', 'task', 'schritt', 'aufgabe', 'étape', 'paso', 'tâche', 'tarea', '步骤', 'ステップ'], ids: /^(?:T|STEP|TASK)-?$/, section: /^(?:implementation |migration |manual )?(?:steps|tasks)$|^implementation plan$/, label: null, column: null, takesItems: true },
  { id: 'requirement', words: ['requirement'], ids: /^(?:REQ|R|FR|NFR|AC|US|UC|SC|BR|TR|SR)-?$/, section: /requirements$/, label: /^requirement$/, column: /^requirements?$/, takesItems: true },
  { id: 'finding', words: ['finding', 'discovery'], ids: /^F-?$/, section: /^(?:key )?(?:findings|discoveries)$/, label: /^(?:finding|discovery)$/, column: /^(?:finding|discovery)s?$/, takesItems: true },
  { id: 'decision', words: ['decision'], ids: /^(?:D|DEC|ADR)-?$/, section: /decisions(?: made)?$/, label: /^decision$/, column: /^(?:key |design )*decisions?$/, takesItems: true },
  { id: 'risk', words: ['risk'], ids: /^(?:R|RISK)-?$/, section: /^(?:known |key )?risks?(?: and mitigations?| & mitigations?| mitigations?| and trade-offs)?$/, label: /^risk$/, column: /^risks?$/, takesItems: true },
  { id: 'test-case', words: ['test case', 'test', 'scenario', 'case'], ids: /^(?:TC|T)-?$/, section: /^(?:unit|integration|end-to-end|e2e|manual|regression|acceptance) tests?(?:ing)?$|^test cases$/, label: /^test case$/, column: /^(?:test|test cases?)$/, takesItems: true },
  { id: 'question', words: ['question'], ids: /^Q-?$/, section: /(?:^|open |unresolved )questions\b/, label: /^question$/, column: /^(?:open )?questions?$/, takesItems: true },
];

export function blockForm(id: BlockKindId): BlockForm | null {
  return BLOCK_FORMS.find((form) => form.id === id) ?? null;
}
