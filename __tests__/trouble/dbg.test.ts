import { it } from '@jest/globals';
import { prepared } from './distributions.ts';
import { openTrial } from './trial.ts';
it('x', async () => {
  const w = process.stdout.write.bind(process.stdout);
  process.stdout.write = () => true;
  const project = await prepared();
  for (const m of [[], [], ['sigstore:* /:503@1:1'], ['sigstore:* /:truncated@1:1'], ['sigstore:* /:drop@2:1'], ['sigstore:* /:503']]) {
  const trial = await openTrial(project, { mishaps: m });
  const t = Date.now();
  const r = await trial.run();
  w(`${m} run ${Date.now() - t} ${r.seconds} ${r.outcome} ${JSON.stringify(r.faults)} ${r.bug} ${r.requests.length} ${r.requests.filter(x=>x.service==="sigstore").length} sig ${r.requests.filter(x=>x.service==="oidc").length} oidc\n`);
  await trial.close();
  }
  process.stdout.write = w;
}, 300000);
