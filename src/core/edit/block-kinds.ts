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
  { id: 'phase', words: ['phase', 'stage', 'milestone', 'iteration', 'sprint', 'part', 'chunk', 'wave', 'etappe', 'teil', 'meilenstein', 'fase', 'etapa', '阶段', 'フェーズ'], ids: null, section: /^(?:implementation |work |delivery )?(?:phases|milestones|stages)$|^(?:umsetzungs)?phasen$|^meilensteine$|^fases$/, label: null, column: /^(?:phase|milestone|stage)$/, takesItems: false },
  { id: 'step', words: ['step', 'task', 'schritt', 'aufgabe', 'étape', 'paso', 'tâche', 'tarea', '步骤', 'ステップ'], ids: /^(?:T|STEP|TASK)-?$/, section: /^(?:implementation |migration |manual )?(?:steps|tasks)$|^implementation plan$|^(?:umsetzungs)?schritte$|^aufgaben$|^pasos$|^tareas$|^tâches$/, label: null, column: null, takesItems: true },
  { id: 'requirement', words: ['requirement', 'anforderung'], ids: /^(?:REQ|R|FR|NFR|AC|US|UC|SC|BR|TR|SR)-?$/, section: /requirements$|anforderungen$|^requisitos|^exigences/, label: /^(?:requirement|anforderung)$/, column: /^(?:requirements?|anforderung(?:en)?|requisitos?|exigences?)$/, takesItems: true },
  { id: 'finding', words: ['finding', 'discovery', 'erkenntnis'], ids: /^F-?$/, section: /^(?:key )?(?:findings|discoveries)$|^(?:wichtige |wichtigste )?erkenntnisse$|^befunde$|^hallazgos$/, label: /^(?:finding|discovery|erkenntnis|befund)$/, column: /^(?:finding|discovery|erkenntnis|befund|hallazgo)s?$/, takesItems: true },
  { id: 'decision', words: ['decision', 'entscheidung'], ids: /^(?:D|DEC|ADR)-?$/, section: /decisions(?: made)?$|entscheidungen$|^decisiones$|^décisions$/, label: /^(?:decision|entscheidung)$/, column: /^(?:key |design )*decisions?$|^entscheidung(?:en)?$|^decisión$|^décision$/, takesItems: true },
  { id: 'risk', words: ['risk', 'risiko'], ids: /^(?:R|RISK)-?$/, section: /^(?:known |key )?risks?(?: and mitigations?| & mitigations?| mitigations?| and trade-offs)?$|^risi(?:ken|ko)(?: und .{3,40})?$|^(?:riesgos|risques)(?: (?:y|et) .{3,40})?$/, label: /^(?:risk|risiko|riesgo|risque)$/, column: /^(?:risks?|risi(?:ko|ken)|riesgos?|risques?)$/, takesItems: true },
  { id: 'test-case', words: ['test case', 'test', 'scenario', 'case', 'testfall'], ids: /^(?:TC|T)-?$/, section: /^(?:unit|integration|end-to-end|e2e|manual|regression|acceptance) tests?(?:ing)?$|^test cases$|^testfälle$|^casos de prueba$|^cas de test$/, label: /^(?:test case|testfall)$/, column: /^(?:test|test cases?|testfall|testfälle)$/, takesItems: true },
  { id: 'question', words: ['question', 'frage'], ids: /^Q-?$/, section: /(?:^|open |unresolved )questions\b|^(?:offene )?fragen$|^preguntas(?: abiertas)?$|^questions ouvertes$/, label: /^(?:question|frage)$/, column: /^(?:(?:open )?questions?|(?:offene )?fragen?)$/, takesItems: true },
];

export function blockForm(id: BlockKindId): BlockForm | null {
  return BLOCK_FORMS.find((form) => form.id === id) ?? null;
}
