export interface Clock {
  now(): Date;
  /** Waits this many milliseconds. */
  sleep(milliseconds: number): Promise<void>;
}
