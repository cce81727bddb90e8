/** What a click on a plan's status leads to, wherever it is shown: the same actions that stand behind the commands. */
export interface PlanDoors {
  /** Lets the user pick a status. */
  pick(path: string): void;
  /** One step along the path. */
  advance(path: string): void;
  revert(path: string): void;
  /** To a status by id; with `asks` the dialog comes even when nothing stands in the way, for a note. */
  moveTo(path: string, status: string, asks?: boolean): void;
  /** Ticks or unticks a checkbox property that the workflow names. */
  toggle(path: string, property: string): void;
}
