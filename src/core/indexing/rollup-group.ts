/** A run of rows under one heading; groups of level 1 lie within the group of level 0 before them. */
export interface RollupGroup {
  readonly level: 0 | 1;
  readonly key: string;
  readonly title: string;
  /** The plan that the group belongs to; '' for a heading over rows of several plans. */
  readonly path: string;
  /** First row, and how many. */
  readonly from: number;
  readonly length: number;
  /** Of all items of the group, shown or not; dropped ones left out. */
  readonly done: number;
  readonly total: number;
  /** Of the rows shown, their effort in hours; null where none states any. */
  readonly hours: number | null;
}
