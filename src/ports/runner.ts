/** The job's runner, as the reports use it. */
export interface Runner {
  /** Prints one line of our own. */
  line(text: string): void;
  /** Prints text that a child wrote: never read as a workflow command. */
  untrusted(text: string): void;
  /** Begins or ends a group of log lines; groups do not nest. */
  startGroup(title: string): void;
  endGroup(): void;
  annotate(level: 'error' | 'warning' | 'notice', title: string, message: string): void;
}

/** What a job leaves behind for later steps and for its readers. */
export interface JobFiles {
  output(name: string, value: string): void;
  /** Writes the job summary (GitHub-flavoured Markdown, at most 1 MiB). */
  summary(markdown: string): Promise<void>;
}
