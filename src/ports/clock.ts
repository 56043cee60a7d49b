export interface Clock {
  now(): Date;
  /** Waits this many milliseconds. */
  sleep(milliseconds: number): Promise<void>;
  /** Gives up on work after this many milliseconds: undefined then, and the work goes on unheard. */
  within<Result>(milliseconds: number, work: Promise<Result>): Promise<Result | undefined>;
}
