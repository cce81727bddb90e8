/** Gives a word that a workflow does not know a meaning: it becomes another spelling of one of its statuses. The note stays as it is. */
import type { App } from 'obsidian';
import type { PlanReading } from '../core/plan/parse-plan';
import type { Workflow } from '../core/status/workflow';
import type { SettingsStore } from '../settings/settings-store';
import { chooseStatus } from '../ui/modals/choose-status';
import type { Report } from '../ui/report';

export async function mapStatus({ app, settings, report }: { readonly app: App; readonly settings: SettingsStore; readonly report: Report }, { workflow }: PlanReading, word: string): Promise<void> {
  const picked = await chooseStatus(app, { workflow, current: null, placeholder: `What does “${word}” mean?`, standing: () => null, canMap: false });
  const status = picked?.status;
  if (!status) return;
  await settings.change({ workflows: settings.current.workflows.map((each) => (each.id === workflow.id ? withAlias(each, status.id, word) : each)) });
  report.info(`“${word}” means ${status.name} from now on.`);
}

function withAlias(workflow: Workflow, id: string, word: string): Workflow {
  return { ...workflow, statuses: workflow.statuses.map((status) => (status.id === id ? { ...status, aliases: [...status.aliases, word] } : status)) };
}
