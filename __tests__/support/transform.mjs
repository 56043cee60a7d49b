/** Jest transform: the bundle's own compiler (esbuild), so that tests run what users run. */
import { createHash } from 'node:crypto';
import { transformSync } from 'esbuild';

const LOADERS = { '.ts': 'ts', '.mjs': 'js', '.js': 'js', '.txt': 'text', '.py': 'text' };

export default {
  getCacheKey: (source, file, { instrument }) =>
    createHash('sha256').update(file).update('\0').update(source).update(String(instrument)).digest('hex'),
  process(source, file) {
    const extension = file.slice(file.lastIndexOf('.'));
    const { code, map } = transformSync(source, {
      loader: LOADERS[extension],
      format: 'esm',
      target: 'node20',
      sourcefile: file,
      sourcemap: true,
    });
    return { code, map };
  },
};
