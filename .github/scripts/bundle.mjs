/**
 * The only build script: `src` to `dist`, four entries that share chunks.
 * Not minified, so that a reviewer can read what users run; licences of what is bundled go beside it.
 */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';

const outdir = process.argv[2] ?? 'dist';

rmSync(outdir, { recursive: true, force: true });

const { metafile } = await build({
  entryPoints: { index: 'src/main.ts', post: 'src/post.ts', cli: 'src/cli.ts', rehearse: 'src/rehearse.ts' },
  outdir,
  bundle: true,
  splitting: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  charset: 'utf8',
  legalComments: 'none',
  chunkNames: 'chunks/[name]-[hash]',
  loader: { '.txt': 'text', '.py': 'text' },
  metafile: true,
  banner: {
    // CommonJS dependencies call `require` for Node's own modules, which ESM does not define.
    js: "import { createRequire as __createRequire } from 'node:module';\nconst require = __createRequire(import.meta.url);",
  },
  define: {
    'process.env.PYPI_RELEASE_VERSION': JSON.stringify(
      JSON.parse(readFileSync('package.json', 'utf8')).version,
    ),
  },
});

writeFileSync(path.join(outdir, 'package.json'), `${JSON.stringify({ type: 'module' })}\n`);
writeFileSync(path.join(outdir, 'licenses.txt'), licences(Object.keys(metafile.inputs)));

function licences(inputs) {
  const packages = new Set();
  for (const input of inputs) {
    const match = input.match(/^((?:.*node_modules\/)(?:@[^/]+\/)?[^/]+)\//);
    if (match) packages.add(match[1]);
  }
  const names = ['LICENSE', 'LICENSE.md', 'LICENSE.txt', 'license', 'license.md', 'LICENCE'];
  return [...packages]
    .sort()
    .map((directory) => {
      const { name, version, license } = JSON.parse(
        readFileSync(path.join(directory, 'package.json'), 'utf8'),
      );
      const text = names
        .map((file) => tryRead(path.join(directory, file)))
        .find((found) => found !== undefined);
      return `${name} ${version} (${license ?? 'see text'})\n\n${(text ?? 'No licence file in the package.').trim()}\n`;
    })
    .join(`\n${'-'.repeat(80)}\n\n`)
    .replaceAll('\r\n', '\n');
}

function tryRead(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
