/**
 * Gives up on work that does not end: some clients wait for ever where a connection breaks in the middle of an answer.
 * The work itself goes on, unheard.
 *
 * @param milliseconds of the machine's own time
 * @throws Error that says so when the time is over
 */
export async function within<Result>(milliseconds: number, work: Promise<Result>): Promise<Result> {
  let timer: NodeJS.Timeout | undefined;
  const over = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${milliseconds / 1_000} s`)), milliseconds);
  });
  try {
    return await Promise.race([work, over]);
  } finally {
    clearTimeout(timer);
  }
}
