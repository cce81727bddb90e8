/**
 * The rest of what a plan says: what gates and the smaller lenses ask for, and the index does not. Read from a
 * reading that exists already, when somebody asks.
 */
import type { PlanReading } from './parse-plan';
import { type BreakingChange, readBreakingChanges } from './read-breaking-changes';
import { readViolations, type Violation } from './read-constitution';
import { type Decision, readDecisions } from './read-decisions';
import { type Gate, readGates } from './read-gates';
import { type Phase, readPhases } from './read-phases';
import { type PlainCheck, readPlainChecks } from './read-plain-checks';
import { type Question, readQuestions } from './read-questions';
import { readRequirements, type Requirement } from './read-requirements';
import { readRisks, type Risk } from './read-risks';
import { readWarnings, type Warning } from './read-warnings';

/** Each list is in text order. */
export interface PlanDetails {
  readonly phases: readonly Phase[];
  readonly gates: readonly Gate[];
  /** Verification items without a box. */
  readonly plainChecks: readonly PlainCheck[];
  readonly requirements: readonly Requirement[];
  readonly questions: readonly Question[];
  readonly risks: readonly Risk[];
  readonly decisions: readonly Decision[];
  readonly warnings: readonly Warning[];
  readonly violations: readonly Violation[];
  readonly breakingChanges: readonly BreakingChange[];
}

export function readDetails(plan: PlanReading): PlanDetails {
  const { blocks, outline, tasks, tables, words } = plan;
  // A check that begins with an id is about that requirement, not another one.
  const checks = new Set(tasks.filter(({ kind }) => kind === 'verification').map(({ line }) => line));
  return {
    phases: readPhases(outline, tasks),
    gates: readGates(blocks, outline),
    plainChecks: readPlainChecks(blocks, outline, words.titles),
    requirements: readRequirements(blocks, outline, tables).filter(({ line }) => !checks.has(line)),
    questions: readQuestions(plan),
    risks: readRisks(blocks, outline, tables),
    decisions: readDecisions(blocks, outline, tables),
    warnings: readWarnings(blocks),
    violations: readViolations(blocks, outline, tables),
    breakingChanges: readBreakingChanges(blocks, outline, tables),
  };
}
