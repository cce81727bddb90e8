/** What a click on a plan's status leads to, wherever it is shown: the same actions that stand behind the commands. */
export interface PlanDoors {
  /** Lets the user pick a status. */
  pick(path: string): void;
  /** One step along the path. */
  advance(path: string): void;
  revert(path: string): void;
  /** To a status by id. `from` is the status as it was shown, '' for none: where the plan has another one by now, it stays. */
  moveTo(path: string, status: string, from?: string): void;
  /** Ticks or unticks a checkbox property that the workflow names. */
  toggle(path: string, property: string): void;
}
