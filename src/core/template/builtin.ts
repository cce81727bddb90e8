/**
 * The templates that come with the plugin. Each carries over the structure of a plan form in use: headings,
 * numbering, tables, checklists, header fields and kinds of slot; test/golden/template holds that structure.
 *
 * Two things of the originals are left out, as they are not part of a plan:
 * - the lines above `# [Project/Feature]: Implementation Plan` (remediation plan), which tell how to use the form;
 * - the second example row of the phased plan's change log, which would log a review nobody has done yet.
 */
import designPlan from './builtin/design-plan.md';
import featurePlan from './builtin/feature-plan.md';
import phasedPlan from './builtin/phased-plan.md';
import remediationPlan from './builtin/remediation-plan.md';
import specPlan from './builtin/spec-plan.md';
import type { Template } from './template';

/** In the order in which the picker shows them. */
export const BUILT_IN_TEMPLATES: readonly Template[] = [
  {
    id: 'feature-plan',
    name: 'Feature plan (requirements and steps)',
    description: 'For a feature with requirements to meet: current flow, numbered MUST and SHOULD requirements, steps, tests, and the API, database and UI changes.',
    body: featurePlan,
    properties: [],
  },
  {
    id: 'phased-plan',
    name: 'Phased plan (success criteria and change log)',
    description: 'For work in phases that each end in automated and manual checks and a confirmation gate, with discoveries, rollout and a change log.',
    body: phasedPlan,
    properties: [{ key: 'author', value: '[Name]' }],
  },
  {
    id: 'remediation-plan',
    name: 'Remediation plan (gaps and priorities)',
    description: 'For putting right what a review found: gaps with their priority, fixes by phase, an effort and impact table, and verification per phase.',
    body: remediationPlan,
    properties: [],
  },
  {
    id: 'design-plan',
    name: 'Design plan (components and contracts)',
    description: 'For designing a feature from its spec: architecture, components, data model, API contracts, phases, tests and risks.',
    body: designPlan,
    properties: [
      { key: 'feature-id', value: '{FEATURE_ID}' },
      { key: 'spec', value: '{SPEC_PATH}' },
    ],
  },
  {
    id: 'spec-plan',
    name: 'Spec plan (scope and constitution check)',
    description: 'For a change that follows specs and issues: scope, approach, dependencies, operations, rollout, and a check against the team’s own rules.',
    body: specPlan,
    properties: [
      { key: 'plan-id', value: '[PLAN-ID]' },
      { key: 'related-specs', value: '[S-001, UC-003, etc.]' },
      { key: 'overview-spec', value: '[for example S-OVERVIEW-001]' },
      { key: 'branch', value: '[feature/<issue-number>-<short-description>]' },
      { key: 'issues', value: '[#123, #124]' },
      { key: 'owner', value: '[ENGINEER / TEAM]' },
    ],
  },
];
