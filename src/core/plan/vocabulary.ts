/**
 * The words people use, as counted in public plans; data only. Words are lower case and compared after folding
 * (marks, emoji, numbering and case removed). A trailing `=` asks for the whole heading or label to be the word.
 */

/** Headings and labels over verification items. */
export const VERIFICATION_WORDS = [
  'verification', 'success criteria', 'acceptance criteria', 'acceptance scenarios', 'acceptance gates', 'acceptance tests', 'definition of done', 'done definition', 'exit criteria', 'quality gates', 'quality gate',
  'graduation criteria', 'graduation requirements', 'regression testing', 'regression checks', 'manual testing', 'manual testing steps', 'manual tests', 'smoke test', 'smoke tests', 'self-check', 'sanity checks', 'final checks',
  'how to verify', 'how to test', 'sign-off', 'signoff', 'dod=', 'uat', 'user acceptance testing', 'manual qa', 'qa=', 'go/no-go', 'confirmation gate', 'checklist', 'completion criteria', 'validation criteria', 'validation steps', 'done when', 'verify=', 'validation=', 'checks=', 'invariants=', 'acceptance=',
  'automated=', 'manual=', 'functional=', 'compatibility=', 'defaults/fallbacks=', 'ops/docs=', 'automated checks=', 'manual checks=', 'happy path=',
  'überprüfung', 'verifikation', 'prüfung=', 'abnahme=', 'abnahmetest', 'abnahmetests', 'checkliste', 'manuelle tests', 'automatisierte tests', 'manuelle prüfung', 'automatische prüfung', 'fertig wenn', 'akzeptanzkriterien', 'abnahmekriterien', 'erfolgskriterien', 'prüfliste=', 'teststrategie',
  'verificación', 'criterios de aceptación', 'criterios de éxito', 'lista de verificación', 'lista de comprobación', 'pruebas manuales', 'pruebas automáticas', 'definición de hecho', 'vérification', "critères d'acceptation", 'critères de succès', 'tests manuels',
  'verificação', 'critérios de aceitação', 'critérios de sucesso', 'critères de réussite', 'recette=', 'tests automatisés', 'testes manuais', 'lista de verificação', '验证', '驗證', '验收标准', '驗收標準', '验收=', '测试清单', '检查清单', '检查表', '成功标准', '完成标准', '手动测试', '手工测试', '自动化测试', '検証', '受け入れ基準', '成功基準', '完了条件', '手動テスト', '自動テスト', 'チェックリスト',
] as const;

/** As before, where items may also be tests still to be written: "Add a test for X" below one of these is work. */
export const WEAK_VERIFICATION_WORDS = ['test plan', 'testing plan', 'test cases', 'regression tests', 'testplan', 'plan de pruebas', 'plan de test', 'plano de testes', '测试计划', 'テスト計画', 'testing=', 'tests=', 'testing strategy', 'unit tests', 'integration tests', 'end-to-end tests', 'e2e tests', 'test coverage=', 'testing and validation=', 'testing & validation=', 'tests and validation=', 'tests & validation=', 'teststrategie', 'pruebas=', 'testes=', 'テスト='] as const;

/** Headings and labels over work, though another word of theirs, or a heading above, says verification. */
export const WORK_WORDS = [
  'implementation checklist', 'task checklist', 'migration checklist', 'development checklist', 'tests added=', 'tests implemented=', 'tests to write=', 'tests to add=', 'test files=', 'implementation tasks', 'implementation steps',
  'next steps=', 'follow-ups=', 'follow-up=', 'future work=', 'tasks=', 'todo=', 'to do=', 'aufgaben=', 'tareas=', 'tâches=', 'tarefas=', '任务=', '任務=', 'タスク=',
] as const;

/** Headings and labels over open questions. */
export const QUESTION_WORDS = [
  'open questions', 'open question', 'questions', 'unresolved questions', 'outstanding questions', 'clarifications needed', 'questions and approvals',
  'offene fragen', 'offene punkte', 'preguntas abiertas', 'questions ouvertes', 'questões em aberto', 'perguntas em aberto', '未解决的问题', '待解决问题', '未解決の質問', '未解決事項',
] as const;

/** Words that name the class of a verification item, nearest label first. */
export const VERIFICATION_CLASSES = [
  ['automated', ['automated', 'automatic', 'unit tests', 'integration tests', 'end-to-end tests', 'e2e tests', 'ci=', 'automatisiert', 'automatisierte', 'automatisch', 'automatische', 'automatizado', 'automatizada', 'automáticas', 'automatisé', 'automatisés', '自动化', '自動']],
  ['manual', ['manual', 'manuals', 'manually', 'by hand', 'manuell', 'manuelle', 'manuel', 'manuels', 'manuelles', 'manuales', 'manuais', 'uat', 'user acceptance testing', '手动', '手工', '手動']],
  ['invariant', ['invariants', 'invariant', 'regression', 'regressions', 'invarianten', 'invariantes']],
  ['functional', ['functional', 'funktional', 'funcional', 'fonctionnel', 'functional requirements']],
  ['defaults', ['defaults', 'fallbacks', 'defaults/fallbacks', 'standardwerte']],
  ['compatibility', ['compatibility', 'backwards compatibility', 'kompatibilität', 'compatibilidad', 'compatibilité']],
  ['ops', ['ops', 'ops/docs', 'operations', 'documentation', 'docs', 'betrieb']],
] as const;

/** Names of a change log's section. "Changes" and "Changes Required" are not among them. */
export const CHANGE_LOG_WORDS = [
  'change log=', 'changelog=', 'revision history=', 'version history=', 'document history=', 'change history=', 'changes to this plan=', 'amendments=', 'document changes=', 'plan history=', 'plan change log=', 'spec change log=', 'document change log=', 'roadmap change log=',
  'änderungsprotokoll=', 'änderungshistorie=', 'änderungsverlauf=', 'historial de cambios=', 'registro de cambios=', 'journal des modifications=', 'historique des modifications=', 'histórico de alterações=', 'registro de alterações=', '变更记录=', '修订历史=', '変更履歴=', '改訂履歴=',
] as const;

/** Names that a log may have, and a story of the past as well. */
export const VAGUE_CHANGE_LOG_WORDS = ['implementation history=', 'history=', 'revisions='] as const;

/** Names of the sections that close a document, behind its change log. */
export const APPENDIX_WORDS = ['references', 'appendix', 'appendices', 'footnotes', 'bibliography', 'further reading', 'see also', 'related documents', 'related links', 'glossary', 'anhang', 'anhänge', 'quellen', 'glossar', 'apéndice', 'referencias', 'annexe', 'références', 'apêndice', 'referências', '附录', '参考文献', '付録'] as const;

/** Names of a section, line or property that states the document's status. */
export const STATUS_WORDS = ['status', 'plan status', 'document status', 'current status', 'overall status', 'implementation status', 'project status', 'estado', 'statut', 'état', 'situação', '状态', '狀態', '状態', 'ステータス'] as const;

/** Words of `PHASE_WORDS` that name a piece of a larger part where there is one. */
export const STEP_WORDS = ['task', 'step', 'part', 'schritt', 'étape', 'paso'] as const;

/** Names of a line that state the document's status, if what follows can be one: they have other uses too. */
export const WEAK_STATUS_WORDS = ['state', 'lifecycle state', 'stage', 'zustand', 'stand'] as const;

/** Words that a status may begin with, though no workflow needs to know them: what follows is a remark. */
export const OTHER_STATUS_WORDS = ['deferred', 'postponed', 'on hold', 'blocked', 'parked', 'paused', 'zurückgestellt', 'blockiert'] as const;

/** Words that name a part of the work, with a number behind: "Phase 2". */
export const PHASE_WORDS = ['phase', 'task', 'slice', 'wave', 'workstream', 'chunk', 'step', 'stage', 'milestone', 'iteration', 'sprint', 'part', 'schritt', 'etappe', 'fase', 'étape', 'paso', 'etapa', '阶段', 'フェーズ'] as const;

/** Words in a title or file name that make a plan of a note. */
export const PLAN_TITLE_WORDS = ['plan', 'roadmap', 'proposal', 'design', 'rfc', 'kep', 'story', 'spec', 'specification', 'tasks', '计划', '計画'] as const;

/** Names of folders in which plans lie. */
export const PLAN_FOLDER_WORDS = ['plan', 'plans', 'planning', '.planning', 'spec', 'specs', 'rfc', 'rfcs', 'kep', 'keps', 'prps', 'openspec', 'proposal', 'proposals', 'roadmap', 'roadmaps', 'changes', 'tasks', 'stories', 'epics', 'pläne', 'planes'] as const;

/** Words in a file's name that say it is about a plan, or about something else. */
export const PLAN_FILE_WORDS = ['plan', 'tasks', 'task', 'proposal', 'roadmap', 'rfc', 'prp', 'design', 'spec', 'story', 'kep'] as const;
export const OTHER_FILE_WORDS = ['readme', 'summary', 'changelog', 'report', 'template', 'retrospective', 'retro', 'minutes'] as const;

/** Sections that a plan or proposal is made of; several of them make one. */
export const PLAN_SECTION_WORDS = [
  'problem', 'root cause', 'fix', 'fix plan', 'expected outcome', 'context', 'background', 'motivation', 'goals', 'objective', 'non-goals', 'scope', 'out of scope', "what we're not doing", 'design', 'approach', 'solution', 'proposal', 'proposed changes', 'what changes', 'changes required',
  'implementation', 'files to change', 'files to modify', 'deliverables', 'desired end state', 'current state', 'decisions', 'alternatives', 'drawbacks', 'unresolved questions', 'open questions', 'risks', 'rollout', 'migration', 'timeline',
  'validation', 'verification', 'test plan', 'testing strategy', 'success criteria', 'acceptance criteria', 'graduation criteria', 'why=', 'impact=', 'guide-level explanation', 'reference-level explanation', 'summary=',
] as const;

/** Titles that alone make a plan of a note. */
export const STRONG_TITLE_WORDS = ['implementation plan', 'migration plan', 'refactoring plan', 'remediation plan', 'rollout plan', 'execution plan', 'development plan', 'umsetzungsplan', 'implementierungsplan', 'plan de implementación', '实施计划', '実装計画'] as const;

/** Header cells of tables. */
export const COLUMN_WORDS = {
  priority: ['priority', 'prio', 'pri', 'severity', 'wichtigkeit', 'dringlichkeit', 'p', 'criticality', 'urgency', 'importance', 'moscow', 'priorität', 'prioridad', 'priorité', 'prioridade', '优先级', '優先度', '優先順位'],
  effort: ['effort', 'estimate', 'estimated effort', 'estimation', 'complexity', 'size', 'story points', 'points', 't-shirt size', 'hours', 'days', 'duration', 'time', 'est', 'eff', 'est. time', 'est time', 'estimated time', 'estimated hours', 'est. hours', 'est hours', 'time estimate', 'loe', 'level of effort', 'aufwand', 'zeitaufwand', 'schätzung', 'stunden', 'std', 'tage', 'dauer', 'horas', 'días', 'heures', 'jours', 'esfuerzo', 'effort estimé', 'esforço', '工作量', '工时', '工数'],
  impact: ['impact', 'user impact', 'business impact', 'customer impact', 'value', 'benefit', 'business value', 'auswirkung', 'auswirkungen', 'wirkung', 'nutzen', 'impacto', '影响', '影響', '影響度'],
  when: ['do when', 'when', 'timeline', 'target', 'target date', 'eta', 'due', 'due date', 'deadline', 'sprint', 'release', 'wann', 'cuándo', 'quand', 'quando', '时间', '時期'],
  status: ['status', 'state', 'done', 'progress', 'estado', 'statut', 'état', '状态', '状態'],
  depends: ['depends', 'depends on', 'dependencies', 'blocked by', 'blockers', 'abhängigkeiten'],
  likelihood: ['likelihood', 'probability', 'chance', 'wahrscheinlichkeit', 'eintrittswahrscheinlichkeit', 'probabilidad', 'probabilité', 'probabilidade', '概率', '可能性', '発生確率'],
  mitigation: ['mitigation', 'mitigations', 'mitigation strategy', 'mitigation plan', 'contingency', 'required response', 'countermeasure', 'countermeasures', 'gegenmaßnahme', 'gegenmaßnahmen', 'gegenmassnahme', 'gegenmassnahmen', 'mitigación', 'plan de mitigación', 'contramedida', 'contramedidas', 'atténuation', "mesure d'atténuation", "mesures d'atténuation", 'mitigação', 'plano de mitigação', '缓解', '缓解措施', '应对措施', '緩解措施', '應對措施', '対策', '対応策', '軽減策'],
  date: ['date', 'datum', 'fecha', 'data', '日期', '日付', 'when changed'],
  author: ['author', 'by', 'who', 'changed by', 'editor', 'owner', 'autor', 'auteur', '作者', '担当'],
  change: ['change', 'changes', 'description', 'reason', 'summary', 'note', 'notes', 'what changed', 'change description', 'comment', 'details', 'änderung', 'beschreibung', 'cambio', 'descripción', 'modification', 'alteração', 'descrição', '变更', '描述', '変更内容', '内容'],
  version: ['version', 'rev', 'revision', 'ver', 'versión', 'versão', '版本', 'バージョン'],
  index: ['#', 'no', 'no.', 'nr', 'nr.', 'id', 'rank', 'order', 'seq'],
} as const;

/** Header cells that mean a mitigation where risks are listed, and work elsewhere. */
export const WEAK_MITIGATION_WORDS = ['measure', 'measures', 'action', 'actions', 'response', 'maßnahme', 'maßnahmen', 'massnahme', 'massnahmen', 'acción', 'acciones', 'medida', 'medidas', 'ação', 'ações', 'mesure', 'mesures', '措施', '対応'] as const;

/** Header cells over what is to be done; a table keyed by its priorities that has none of them explains or counts priorities. */
export const WORK_COLUMN_WORDS = [
  'task', 'tasks', 'item', 'items', 'issue', 'issues', 'action', 'actions', 'feature', 'features', 'gap', 'finding', 'findings', 'file', 'files', 'phase', 'story', 'requirement', 'area', 'component', 'title', 'name', 'what', 'work', 'change', 'fix', 'step',
  'bug', 'improvement', 'enhancement', 'recommendation', 'todo', 'problem', 'module', 'milestone', 'deliverable', 'topic', 'description', 'aufgabe', 'maßnahme', 'thema', 'tarea', 'tâche', 'tarefa', '任务', '任務', 'タスク', '項目', '问题',
] as const;

/** Priority words by rank; 0 is most urgent. */
export const PRIORITY_RANKS = [
  ['critical', 'blocker', 'blocking', 'urgent', 'highest', 'very high', 'sehr hoch', 'muy alta', 'très haute', 'très élevée', 'muito alta', '很高', '非常に高い', 'p0', 'mvp-critical', 'mvp', 'must', 'must have', 'must-have', 'sev0', 'sev1', 's0', 'showstopper', 'immediate', 'kritisch', 'crítica', 'critique', '紧急', '緊急', '严重'],
  ['high', 'p1', 'should', 'should have', 'should-have', 'important', 'major', 'sev2', 'phase-1', 'hoch', 'alta', 'haute', 'élevée', '高'],
  ['medium', 'p2', 'med', 'moderate', 'normal', 'phase-2', 'sev3', 'could', 'could have', 'mittel', 'media', 'moyenne', 'média', '中'],
  ['low', 'p3', 'minor', 'nice to have', 'nice-to-have', 'phase-3', 'sev4', 'niedrig', 'baja', 'basse', 'faible', 'baixa', '低'],
  ['lowest', 'very low', 'sehr niedrig', 'p4', 'trivial', 'optional', 'phase-4'],
  ['backlog', 'p5', 'later', 'someday', 'future', 'deferred', "won't", "won't have", 'wont', 'none'],
] as const;

/** Emoji that stand for a priority. */
export const PRIORITY_EMOJI = [['🔴', '🔥', '🚨', '⛔'], ['🟠', '🔺'], ['🟡', '🔸'], ['🟢', '🔵', '🔹'], ['⚪', '⚫']] as const;

/** T-shirt sizes and their kin, in hours of work. */
export const EFFORT_WORDS: Readonly<Record<string, number>> = {
  xs: 2, trivial: 1, tiny: 1, s: 4, small: 4, low: 4, easy: 4, m: 16, medium: 16, med: 16, moderate: 16, l: 40, large: 40, high: 40, hard: 40, xl: 80, 'very high': 80, xxl: 160,
};

/** Words in a row that say its work is over. */
export const DONE_WORDS = ['done', 'complete', 'completed', 'fixed', 'resolved', 'closed', 'shipped', 'merged', 'implemented', 'cancelled', 'dropped', 'wontfix', 'erledigt', 'fertig', 'hecho', 'terminé', 'concluído', '完成', '完了'] as const;
