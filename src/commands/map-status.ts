/** Gives a word that a workflow does not know a meaning: it becomes another spelling of one of its statuses. The note stays as it is. */
import type { App } from 'obsidian';
import type { PlanReading } from '../core/plan/parse-plan';
import { withAlias } from '../core/status/map-status';
import type { SettingsStore } from '../settings/settings-store';
import { chooseStatus } from '../ui/modals/choose-status';
import type { Report } from '../ui/report';

export async function mapStatus({ app, settings, report }: { readonly app: App; readonly settings: SettingsStore; readonly report: Report }, { workflow }: PlanReading, word: string): Promise<void> {
  const picked = await chooseStatus(app, { workflow, current: null, placeholder: `What does “${word}” mean?`, standing: () => null, canMap: false });
  const status = picked?.status;
  if (!status) return;
  const mapped = withAlias(settings.current.workflows, workflow.id ?? '', status.id, word);
  if (!mapped.ok) {
    report.refusal({ code: 'status-unknown', message: mapped.message });
    return;
  }
  await settings.change({ workflows: mapped.workflows });
  report.info(`“${word}” means ${status.name} from now on.`);
}
