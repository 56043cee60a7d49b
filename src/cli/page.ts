import { marked } from 'marked';

const STYLE = `
  body { max-width: 60rem; margin: 2rem auto; padding: 0 1rem; font: 16px/1.5 system-ui, sans-serif; color: #1f2328; }
  table { border-collapse: collapse; margin: 1rem 0; } th, td { border: 1px solid #d1d9e0; padding: .3rem .7rem; text-align: left; vertical-align: top; }
  th { background: #f6f8fa; } code { background: #eff1f3; border-radius: 4px; padding: .1em .3em; font-size: .85em; overflow-wrap: anywhere; }
  pre { overflow-x: auto; }
  @media (prefers-color-scheme: dark) { body { background: #0d1117; color: #f0f6fc; } th { background: #151b23; } th, td { border-color: #3d444d; } code { background: #212830; } a { color: #4493f8; } }
`;

/** The job summary as a page of its own, laid out as the forge shows it. */
export async function page(summary: string): Promise<string> {
  const body = await marked.parse(summary, { gfm: true });
  return `<!doctype html>\n<html lang="en">\n<head><meta charset="utf-8"><title>Release summary</title><style>${STYLE}</style></head>\n<body>\n${body}</body>\n</html>\n`;
}
