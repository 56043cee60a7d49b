/** The time for some work is over. */
export class TimeOver extends Error {
  constructor(milliseconds: number) {
    super(`no answer within ${milliseconds / 1_000} s`);
    this.name = 'TimeOver';
  }
}

/**
 * Gives up on work that does not end: some clients wait for ever where a connection breaks in the middle of an answer.
 * The work itself goes on, unheard.
 *
 * @param milliseconds of the machine's own time
 * @throws TimeOver when the time is over
 */
export async function within<Result>(milliseconds: number, work: Promise<Result>): Promise<Result> {
  let timer: NodeJS.Timeout | undefined;
  const over = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new TimeOver(milliseconds)), milliseconds);
  });
  try {
    return await Promise.race([work, over]);
  } finally {
    clearTimeout(timer);
  }
}
