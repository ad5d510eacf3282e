/** Times of work done by turns, and the table of figures with their goals. */

/** One figure beside what it is measured against. */
interface Row {
  readonly name: string;
  readonly figure: string;
  readonly beside: string;
  readonly ratio: string;
  readonly goal: string;
  readonly met: string;
}

export class Table {
  private readonly rows: Row[] = [];

  /**
   * Adds a figure and prints it.
   * @param goal what may be reached at most (`least`: at least); nothing where there is none
   * @param value what is held against the goal: the ratio, where there is one
   */
  add(
    name: string,
    figure: string,
    { beside = "", ratio, value = ratio, goal, unit = ratio === undefined ? "" : "×", least = false }: Beside = {},
  ): void {
    const isMet = value === undefined || goal === undefined || (least ? value >= goal : value <= goal);
    const row = {
      name,
      figure,
      beside,
      ratio: ratio === undefined ? "" : `×${ratio.toFixed(2)}`,
      goal: goal === undefined ? "" : `${least ? "≥" : "≤"} ${unit === "×" ? "×" : ""}${goal}${unit === "×" ? "" : ` ${unit}`}`.trimEnd(),
      met: goal === undefined ? "" : isMet ? "yes" : "NO",
    };
    if (this.rows.length === 0)
      console.log(line({ name: "", figure: "product", beside: "beside", ratio: "ratio", goal: "goal", met: "met" }));
    this.rows.push(row);
    console.log(line(row));
  }

  /** Says how many goals are met. */
  end(): void {
    const held = this.rows.filter((row) => row.met !== "");
    const missed = held.filter((row) => row.met === "NO").map((row) => row.name);
    console.log(
      missed.length === 0
        ? `all ${held.length} goals met`
        : `${held.length - missed.length} of ${held.length} goals met; not: ${missed.join("; ")}`,
    );
  }
}

interface Beside {
  readonly beside?: string;
  readonly ratio?: number | undefined;
  readonly value?: number | undefined;
  readonly goal?: number;
  readonly unit?: string;
  readonly least?: boolean;
}

const line = ({ name, figure, beside, ratio, goal, met }: Row): string =>
  [name.padEnd(46), figure.padStart(12), beside.padStart(34), ratio.padStart(8), goal.padStart(12), met.padStart(4)].join(" ").trimEnd();

export const ms = (time: number | undefined): string =>
  time === undefined ? "–" : `${time.toFixed(time < 1 ? 3 : time < 100 ? 2 : 0)} ms`;

/** The time at a part of all times, in order: 0 the least, 0.5 the median. */
export function quantile(times: readonly number[], part: number): number {
  return times.toSorted((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * part))]!;
}

export const p50p99 = (times: readonly number[]): string => `${ms(quantile(times, 0.5))}, ${ms(quantile(times, 0.99))}`;
export const share = (count: number, of: number): string => `${((100 * count) / of).toFixed(1)} %`;

/** Least times of several pieces of work that are done by turns, in milliseconds; the first round is not counted. */
export function leastByTurns(rounds: number, ...work: ReadonlyArray<() => unknown>): number[] {
  const least = work.map(() => Number.POSITIVE_INFINITY);
  for (let round = 0; round <= rounds; round++) {
    work.forEach((piece, i) => {
      const begun = performance.now();
      piece();
      if (round > 0) least[i] = Math.min(least[i]!, performance.now() - begun);
    });
  }
  return least;
}
