/** The status of a plan whose places differ, made one: no move, so the log gets no row. */
import { type MovablePlan, readMovable } from '../plan/parse-plan';
import { findStatus } from '../status/workflow';
import { type EditResult, edited, refused } from '../text/edit-result';
import { applyChanges } from '../text/text-change';
import { frontmatterRefusal, type PropertyValue, setProperties } from './edit-frontmatter';
import { saysEverywhere, statusInText, statusProperty } from './status-places';

/** Every place says the status, by id, and `properties` are set with it. No changes when all is so already. */
export function alignStatus(plan: MovablePlan, status: string, properties: readonly PropertyValue[] = []): EditResult {
  const { blocks: { text }, workflow, words } = plan;
  const to = findStatus(workflow, status);
  if (!to) return refused('status-unknown', `The workflow has no status “${status}”. It has: ${workflow.statuses.map(({ name }) => name).join(', ')}.`);
  const broken = frontmatterRefusal(plan);
  if (broken) return broken;
  if (saysEverywhere(plan, to)) return setProperties(text, properties);
  const inText = statusInText(plan, to);
  const set = inText.ok ? setProperties(text, [...statusProperty(plan, to), ...properties]) : inText;
  if (!inText.ok || !set.ok) return set;
  const changes = [...inText.changes, ...set.changes];
  const after = readMovable(applyChanges(text, changes), { workflow, words });
  const isMeant = saysEverywhere(after, to) && after.statusSources.length === plan.statusSources.length;
  return isMeant ? edited(...changes) : refused('status-not-replaceable', 'The status is written in a way that can\'t be replaced safely. Change it by hand.');
}
