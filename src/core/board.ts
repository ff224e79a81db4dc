/** What a board is made from: a suite's members, or the columns that the config lists. */

export interface BoardDefinition {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly suite: string | null;
  readonly columns: readonly {
    readonly benchmark: string;
    readonly metric: string;
    readonly shots: number | null;
    readonly setting: string | null;
  }[];
  readonly average: {
    readonly rule: 'mean' | 'none';
    readonly requires: 'all' | number;
    readonly decimals: number;
  };
}
