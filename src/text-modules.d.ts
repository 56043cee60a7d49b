/** Data files and scripts that the bundler and the test transform load as plain text. */
declare module '*.txt' {
  const text: string;
  export default text;
}

declare module '*.py' {
  const text: string;
  export default text;
}
