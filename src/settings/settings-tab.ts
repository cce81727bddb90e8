import { type App, type Plugin, PluginSettingTab, type SettingDefinition, type SettingDefinitionItem } from 'obsidian';
import { type ExtraWords, WORD_ROLES, type WordRole } from '../core/plan/plan-words';
import { noteName } from '../core/template/note-name';
import { notePath } from '../core/template/note-path';
import { planFolderProblem, templateFolderProblem } from '../core/template/template-folder';
import { FLAG_KEYS, HAND_MOVES, type HandMoves, TEXT_KEYS } from './settings';
import type { SettingsStore } from './settings-store';
import type { NamedTemplate } from './workflow-editing';
import { WorkflowList } from './workflow-list';

/** What each list of words is for. The example stands in the empty field. */
const WORD_SETTINGS: Readonly<Record<WordRole, { readonly name: string; readonly desc: string; readonly example: string }>> = {
  verification: { name: 'Verification headings', desc: 'Boxes below such a heading or label are verification items.', example: 'Hand-over, Go-live check' },
  question: { name: 'Question headings', desc: 'Items below such a heading or label are open questions.', example: 'To clarify' },
  changeLog: { name: 'Change-log headings', desc: 'Such a heading stands over the plan’s change log.', example: 'Logbook' },
  status: { name: 'Status labels', desc: 'A line that begins with such a label states the plan’s status.', example: 'Stage' },
  planTitle: { name: 'Plan titles', desc: 'A title with such a word speaks for the note being a plan.', example: 'Concept, Epic' },
  planFolder: { name: 'Plan folders', desc: 'Lying in a folder of such a name speaks for the note being a plan.', example: 'Initiatives' },
  priority: { name: 'Priority columns', desc: 'A table column of such a name rates its rows.', example: 'Ranking' },
  effort: { name: 'Effort columns', desc: 'A table column of such a name estimates its rows.', example: 'Person-days' },
  impact: { name: 'Impact columns', desc: 'A table column of such a name says what its rows bring.', example: 'Outcome' },
  when: { name: 'When columns', desc: 'A table column of such a name says when its rows are due.', example: 'Quarter' },
};

const HAND_MOVE_NAMES: Readonly<Record<HandMoves, string>> = { off: 'Off', ask: 'Ask', automatic: 'Add the row automatically' };

export class PlanRollupSettingTab extends PluginSettingTab {
  private readonly workflows: WorkflowList;

  constructor(
    app: App,
    plugin: Plugin,
    private readonly store: SettingsStore,
    templates: () => Promise<readonly NamedTemplate[]>,
  ) {
    super(app, plugin);
    this.workflows = new WorkflowList({ app, store, templates, update: () => { this.update(); } });
  }

  override getSettingDefinitions(): SettingDefinitionItem[] {
    return [
      {
        name: 'Folder for new plans',
        desc: 'Created when it is needed. Leave empty for the top of the vault.',
        control: { type: 'folder', key: 'planFolder', placeholder: 'Plans', validate: (folder) => folderProblem(folder) ?? planFolderProblem(folder, this.store.current.templateFolder) },
      },
      {
        name: 'Template folder',
        desc: 'Markdown files in it are offered as templates beside the built-in ones, and are not taken for plans. For example “Templates/Plans”; leave empty for none.',
        control: { type: 'folder', key: 'templateFolder', placeholder: 'Templates/Plans', validate: (folder) => templateFolderProblem(folder, this.store.current.planFolder) },
      },
      {
        name: 'Name of new plan notes',
        desc: 'What a note is called: {{title}}, {{date}} or {{date:YYYY-MM}}, and properties such as {{plan-id}}. Its folder is set above.',
        control: { type: 'text', key: 'noteName', placeholder: '{{title}}', validate: nameProblem },
      },
      {
        name: 'Author',
        desc: 'Stands in new plans and in change-log rows. Leave empty to fill it in yourself.',
        control: { type: 'text', key: 'author', placeholder: 'Your name or team' },
      },
      {
        name: 'Warnings as callouts',
        desc: 'Templates bring their critical warnings and important notes as callouts instead of tags. Both are read.',
        control: { type: 'toggle', key: 'hasCallouts' },
      },
      {
        name: 'Mark placeholders',
        desc: 'Underlines in the editor what is still to be filled in.',
        control: { type: 'toggle', key: 'markPlaceholders' },
      },
      ...this.paneSettings(),
      this.workflows.definitions(),
      { type: 'group', heading: 'Status', items: [...this.statusSettings(), this.workflows.restore()] },
      { type: 'group', heading: 'Words your plans use', items: WORD_ROLES.map(wordSetting) },
      {
        type: 'group',
        heading: 'Checkbox marks',
        items: [
          { name: 'Done', desc: 'Characters between the brackets that mean done; every other one is open.', control: { type: 'text', key: 'doneMarks', placeholder: 'xX' } },
          { name: 'Dropped', desc: 'Characters that mean given up: such items count neither as open nor as done.', control: { type: 'text', key: 'droppedMarks', placeholder: '-' } },
        ],
      },
    ];
  }

  private paneSettings(): SettingDefinition[] {
    return [
      {
        name: 'Checklists without boxes',
        desc: 'List plain items below verification headings in the pane too. There is no box to tick; one that begins with ✅ or is struck through counts as done.',
        control: { type: 'toggle', key: 'showsPlainChecks' },
      },
      {
        name: 'Folders left out of the pane',
        desc: 'Plans in them are counted as hidden, and one click shows them. Separate several with commas.',
        control: { type: 'text', key: 'excludedFolders', placeholder: 'Archive, Work/Old' },
      },
      {
        name: 'Note for saved views',
        desc: 'A heading and a code block for each view of the pane, so that they sync and can be read. Made when the first view is saved.',
        control: { type: 'text', key: 'viewsNote', placeholder: 'Plan views.md', validate: viewsNoteProblem },
      },
      {
        name: 'Keep counts in properties',
        desc: 'Writes “plan-progress”, “plan-open” and “plan-open-manual” into a plan’s note when a number changes, ten seconds after the note was last touched, so that bases can show them.',
        control: { type: 'toggle', key: 'countsInProperties' },
      },
    ];
  }

  private statusSettings(): SettingDefinition[] {
    return [
      {
        name: 'Show status header',
        desc: 'Plans show their status, the next step and what is left to check on top of the note.',
        control: { type: 'toggle', key: 'showsHeader' },
      },
      {
        name: 'Status changed by hand',
        desc: 'What happens when a status was changed in the properties, in the text or by another tool, and the change log says nothing of it.',
        control: { type: 'dropdown', key: 'handMoves', options: HAND_MOVE_NAMES },
      },
      {
        name: 'Stale after',
        desc: 'Days without a change after which a plan in progress counts as stale; 0 for never.',
        control: { type: 'number', key: 'staleDays', min: 0, step: 1, validate: daysProblem },
      },
    ];
  }

  override getControlValue(key: string): unknown {
    if (key === 'handMoves' || key === 'staleDays') return this.store.current[key];
    if (key === 'excludedFolders') return this.store.current.excludedFolders.join(', ');
    const role = WORD_ROLES.find((candidate) => keyOf(candidate) === key);
    if (role) return (this.store.current.words[role] ?? []).join(', ');
    const name = [...TEXT_KEYS, ...FLAG_KEYS].find((candidate) => candidate === key);
    return name ? this.store.current[name] : undefined;
  }

  override async setControlValue(key: string, value: unknown): Promise<void> {
    const flag = FLAG_KEYS.find((candidate) => candidate === key);
    if (flag) await this.store.change({ [flag]: value === true });
    const handMoves = key === 'handMoves' ? HAND_MOVES.find((each) => each === value) : undefined;
    if (handMoves) await this.store.change({ handMoves });
    if (key === 'staleDays' && typeof value === 'number' && daysProblem(value) === undefined) await this.store.change({ staleDays: value });
    if (typeof value !== 'string') return;
    if (key === 'excludedFolders') await this.store.change({ excludedFolders: wordsOf(value) });
    const role = WORD_ROLES.find((candidate) => keyOf(candidate) === key);
    if (role) await this.store.change({ words: withWords(this.store.current.words, role, value) });
    const name = TEXT_KEYS.find((candidate) => candidate === key);
    if (name) await this.store.change({ [name]: value.trim() });
  }
}

/** Key of a word list's control; a role's own name may be that of a setting. */
function keyOf(role: WordRole): string {
  return `words.${role}`;
}

function wordSetting(role: WordRole): SettingDefinition {
  const { name, desc, example } = WORD_SETTINGS[role];
  return { name, desc: `${desc} Separate several with commas; the built-in words count as well.`, control: { type: 'text', key: keyOf(role), placeholder: example } };
}

/** "Archive, Old" → two. */
function wordsOf(text: string): string[] {
  return text.split(/[,，、]/).map((word) => word.trim()).filter((word) => word !== '');
}

/** The words of one list exchanged for those of a comma-separated text; an emptied list goes. */
function withWords(words: ExtraWords, role: WordRole, text: string): ExtraWords {
  const list = wordsOf(text);
  return Object.fromEntries(WORD_ROLES.flatMap((each) => {
    const kept = each === role ? list : (words[each] ?? []);
    return kept.length === 0 ? [] : [[each, kept]];
  }));
}

function folderProblem(folder: string): string | undefined {
  const path = notePath(folder.trim(), 'Plan');
  return path.ok ? undefined : path.refusal.message;
}

/** Whether views can be kept in a note of this path. */
function viewsNoteProblem(path: string): string | undefined {
  const slash = path.lastIndexOf('/');
  const made = notePath(path.slice(0, Math.max(0, slash)), path.slice(slash + 1));
  return made.ok ? undefined : made.refusal.message;
}

function nameProblem(pattern: string): string | undefined {
  if (pattern.includes('/')) return 'A name has no folders: “/” would become “-”. Name the folder in “Folder for new plans”, or in the template.';
  const path = notePath('', noteName(pattern, { title: 'Plan', format: (tokens) => tokens }));
  return path.ok ? undefined : 'Nothing of this can stand in a file name. Use {{title}}, for example.';
}

function daysProblem(days: number): string | undefined {
  return Number.isInteger(days) && days >= 0 ? undefined : 'Enter a whole number of days, or 0 for never.';
}
