/** How a template is chosen: of all there are, built-in and the user's own. */
import type { Template } from '../core/template/template';
import type { Refusal } from '../core/text/edit-result';
import { chooseTemplate } from '../ui/modals/choose-template';
import type { Report } from '../ui/report';
import type { CommandParts } from './plan-commands';

/** Messages about unreadable templates shown one by one; more are counted. */
const MOST_MESSAGES = 3;

/** Asks for a template; of files that are none the user is told. Null when the dialog is cancelled. */
export async function pickTemplate({ app, templates, report }: CommandParts): Promise<Template | null> {
  const { templates: all, refusals } = await templates();
  tell(report, refusals);
  return chooseTemplate(app, all);
}

function tell(report: Report, refusals: readonly Refusal[]): void {
  for (const refusal of refusals.slice(0, MOST_MESSAGES)) report.refusal(refusal);
  const others = refusals.length - MOST_MESSAGES;
  if (others > 0) report.refusal({ code: 'template-unreadable', message: `${others} more ${others === 1 ? 'file' : 'files'} in the template folder can’t be read as templates.` });
}
