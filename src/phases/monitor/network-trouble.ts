/** In the words of uv, which has one exit code for a package that cannot be had and for a server that cannot be reached. */
const WORDS =
  /error sending request|request or response body error|error (?:reading|decoding) (?:a body|response body)|Failed to fetch|network timeout|operation timed out|HTTP status server error/i;

/** An index that answers so has no such file: nothing that passes. */
const GONE = /HTTP status client error \((?:404|410)\b/;

/** Whether a child failed for the network, by what it printed; `build` prints what uv says. */
export function isNetworkTrouble(output: string): boolean {
  return WORDS.test(output) && !GONE.test(output);
}
