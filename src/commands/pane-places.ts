/** Where rollups are shown: the pane, code blocks in notes, the board of a base; and the ribbon's way to the pane. */
import type { Plugin } from 'obsidian';
import { BOARD_VIEW, PlanBoardView } from '../ui/bases/board-view';
import { RollupBlock } from '../ui/block/code-block';
import { type PaneParts, ROLLUP_VIEW, RollupView } from '../ui/pane/rollup-view';
import { openRollup } from './pane-commands';

export function addPanePlaces(plugin: Plugin, parts: PaneParts): void {
  const { app } = plugin;
  plugin.registerView(ROLLUP_VIEW, (leaf) => new RollupView(leaf, parts));
  plugin.registerHoverLinkSource(ROLLUP_VIEW, { display: plugin.manifest.name, defaultMod: true });
  plugin.registerMarkdownCodeBlockProcessor('plan-rollup', (source, el, context) => { context.addChild(new RollupBlock(el, source, app, parts)); });
  plugin.registerBasesView(BOARD_VIEW, { name: 'Plan board', icon: 'square-kanban', factory: (controller, el) => new PlanBoardView(controller, el, parts) });
  plugin.addRibbonIcon('list-checks', 'Open plan rollup', () => void openRollup(app, { isFocused: true }));
}
