import type { ToolVersion } from '../../ports/toolchain.ts';
import type { Layout } from './layout.ts';
import { succeeded } from './tool-failure.ts';
import type { Uv } from './uv.ts';

/**
 * The distributions that an environment holds, by name as installed. Raises `tool-failed`.
 *
 * @param directory where uv runs: the settings in a project's directory would count
 */
export async function installedIn(
  uv: Uv,
  { python }: Layout,
  directory: string,
): Promise<readonly ToolVersion[]> {
  const listed = await uv.run(['pip', 'list', '--python', python, '--format', 'json'], { directory });
  const { stdout } = succeeded(listed, 'uv pip list', 'Run again; the environment cannot be read.');
  return (JSON.parse(stdout) as readonly ToolVersion[]).map(({ name, version }) => ({ name, version }));
}
