import type { EditResult } from '../text/edit-result';
import { setProperties } from './edit-frontmatter';

/** The plan asks to leave out one kind of contradiction more: its property `plan-ignore` names it beside those it has. No changes when it does already. */
export function ignoreDrift(text: string, kind: string): EditResult {
  return setProperties(text, [{ key: 'plan-ignore', value: [kind] }]);
}
