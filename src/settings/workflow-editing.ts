import type { App } from 'obsidian';
import type { Workflow } from '../core/status/workflow';

/** What the parts of a workflow's dialog need of it. */
export interface WorkflowEditing {
  readonly app: App;
  /** As it is in the settings now. */
  readonly workflow: Workflow;
  /** Keeps the workflow as the edit makes it. */
  change(edit: (workflow: Workflow) => Workflow): void;
}

export interface NamedTemplate {
  readonly id: string;
  readonly name: string;
}
