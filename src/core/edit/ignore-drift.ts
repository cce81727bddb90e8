import { readPlan } from '../plan/parse-plan';
import { type EditResult, edited } from '../text/edit-result';
import { setProperties } from './edit-frontmatter';

/** The plan asks to leave out one kind of contradiction more: its property `plan-ignore` names it beside those it has. No changes when it does already. */
export function ignoreDrift(text: string, kind: string): EditResult {
  const said = [readPlan(text).frontmatter?.properties.get('plan-ignore')?.value ?? []].flat();
  if (said.some((words) => words.split(',').some((word) => word.trim().toLowerCase() === kind))) return edited();
  return setProperties(text, [{ key: 'plan-ignore', value: [kind] }]);
}
