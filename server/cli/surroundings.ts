/** What a run needs of the world around it; tests give their own. */
export interface Surroundings {
  /** Prints to standard output; resolves when more may be printed. */
  out(text: string): Promise<void> | void;
  /** Prints to standard error. */
  error(text: string): void;
  /** All of standard input; why it cannot be read where it cannot. */
  readInput(): Promise<Buffer | string>;
  /** A clock, in milliseconds. */
  now(): number;
  /** Whether somebody watches standard error, who is told how far it is. */
  readonly isTerminal: boolean;
  /** Whether standard output shows colours. */
  readonly colours: boolean;
  /** Folder of the repository, for annotations. */
  readonly root: string;
  /** File of the dataset. */
  readonly dataset: string;
  /** File of the README, which explains the rules. */
  readonly readme: string;
  /** The program's file, for threads; without it there is one thread. */
  readonly script: string | undefined;
  readonly processors: number;
}
