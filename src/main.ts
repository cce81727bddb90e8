import { Plugin } from 'obsidian';

export default class PlanRollupPlugin extends Plugin {
  override onload(): void {
    this.addCommand({ id: 'open-rollup', name: 'Open the rollup pane', callback: () => undefined });
  }
}
