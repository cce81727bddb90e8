/** What the menus of files and editors offer for plans. */
import { type Menu, type Plugin, TFile } from 'obsidian';
import type { PlanIndex } from '../core/indexing/plan-index';
import { readPlan } from '../core/plan/parse-plan';
import { chooseWorkflow, nextStatus, type Workflow } from '../core/status/workflow';
import { moveSeveral } from './group-moves';
import type { MoveParts, PlanMoves } from './plan-moves';

export function addPlanMenus(plugin: Plugin, parts: MoveParts, { moves, index }: { readonly moves: PlanMoves; readonly index: PlanIndex }): void {
  const { workspace } = parts.app;
  plugin.registerEvent(workspace.on('file-menu', (menu, file) => {
    const note = file instanceof TFile ? index.get(file.path) : undefined;
    if (note?.isPlan === true) addItems(menu, moves, { path: file.path, workflow: workflowOf(parts, file.path), status: note.status ?? note.statusText });
  }));
  plugin.registerEvent(workspace.on('editor-menu', (menu, editor, { file }) => {
    if (!file) return;
    const { isPlan, workflow, status } = readPlan(editor.getValue(), { ...parts.settings.reading, path: file.path });
    if (isPlan) addItems(menu, moves, { path: file.path, workflow, status: status && (status.status ?? status.raw) });
  }));
  plugin.registerEvent(workspace.on('files-menu', (menu, files) => {
    const paths = files.map(({ path }) => path).filter((path) => index.get(path)?.isPlan === true);
    if (paths.length === 0) return;
    menu.addItem((item) => item.setTitle(`Set status of ${paths.length === 1 ? '1 plan' : `${paths.length} plans`}…`).setIcon('milestone').setSection('action').onClick(() => void moveSeveral(parts, moves, paths)));
  }));
}

function addItems(menu: Menu, { doors }: PlanMoves, { path, workflow, status }: { readonly path: string; readonly workflow: Workflow; readonly status: string | null }): void {
  const next = nextStatus(workflow, status);
  menu.addItem((item) => item.setTitle('Set plan status…').setIcon('milestone').setSection('action').onClick(() => { doors.pick(path); }));
  if (next) menu.addItem((item) => item.setTitle(`Advance to ${next.name}`).setIcon('arrow-right').setSection('action').onClick(() => { doors.advance(path); }));
}

/** By what the metadata cache knows: the note is not read for a menu. */
function workflowOf({ app, settings }: MoveParts, path: string): Workflow {
  const properties: Record<string, unknown> = app.metadataCache.getCache(path)?.frontmatter ?? {};
  const said = (key: string): string | null => {
    const value = properties[key];
    return typeof value === 'string' ? value : null;
  };
  return chooseWorkflow(settings.reading.workflows, { named: said('plan-workflow'), template: said('plan-template'), path });
}
