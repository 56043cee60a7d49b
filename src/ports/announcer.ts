/** Tells the world of a release. */
export interface Announcer {
  /** Sends the announcement to the webhook that was given. Throws `Stopped`. */
  announce(announcement: {
    readonly short: string;
    readonly long: string;
    readonly url: string;
  }): Promise<void>;
}
