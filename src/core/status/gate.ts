/** What a plan's content can be asked for before its status moves: names and levels. `core/check` reads the plan for them. */

/** In the order in which a dialog lists them. */
export const GATES = ['frontmatter', 'verification', 'confirmation', 'work', 'phase-order', 'questions', 'requirements', 'violations', 'placeholders'] as const;
export type GateId = (typeof GATES)[number];

/** `off`: not looked at; `warn`: the move is made and the user is told; `block`: it is not made without a reason. */
export const GATE_LEVELS = ['off', 'warn', 'block'] as const;
export type GateLevel = (typeof GATE_LEVELS)[number];

/** Gates that are not named are off. */
export type GateLevels = Readonly<Partial<Record<GateId, GateLevel>>>;

/** The gates of moves to `to` from `from`; `from` is '*' for moves from any status that has no line of its own. */
export interface TransitionGates {
  readonly from: string;
  readonly to: string;
  readonly levels: GateLevels;
}

/** The gates of a move between two statuses, by id: those of exactly this move, else those of any move to `to`. A missing or unknown status moves as any does. */
export function gatesOf(transitions: readonly TransitionGates[], from: string | null, to: string): GateLevels {
  const into = transitions.filter((each) => each.to === to);
  return (into.find((each) => each.from === from) ?? into.find((each) => each.from === '*'))?.levels ?? {};
}
