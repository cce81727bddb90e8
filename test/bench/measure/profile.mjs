// Owns: where our time goes: runs a contender under the engine's sampling profiler and adds the samples up by function.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { BENCH } from '../places.mjs';

/** The bundle of our code, and no workload. */
const CODE = ' bundle.mjs';

/**
 * [function, share of the samples] pairs, the costliest first: `self` in the function alone, `total` with what it calls.
 * Only what runs below our code counts, and collecting garbage; making the vault does not.
 */
export function profile({ file, name, options = {}, flags = [] }, count = 20) {
  const folder = mkdtempSync(path.join(tmpdir(), 'bench-profile-'));
  execFileSync(process.execPath, [...flags, '--cpu-prof', `--cpu-prof-dir=${folder}`, '--cpu-prof-interval=500', path.join(BENCH, 'measure/contender-process.mjs'), file, name, JSON.stringify(options)], { stdio: 'ignore' });
  const { nodes, samples, timeDeltas } = JSON.parse(readFileSync(path.join(folder, readdirSync(folder)[0]), 'utf8'));
  rmSync(folder, { recursive: true });
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const parents = new Map(nodes.flatMap(({ id, children = [] }) => children.map((child) => [child, id])));
  const self = new Map();
  const total = new Map();
  let all = 0;
  samples.forEach((id, at) => {
    const stack = stackOf(id, byId, parents);
    const isCollecting = stack[0].startsWith('(garbage');
    const isPreparing = stack.some((frame) => / (?:make-vault|special-notes|datacore)\.mjs/.test(frame));
    if (!isCollecting && (isPreparing || !stack.some((frame) => frame.includes(CODE)))) return;
    all += timeDeltas[at];
    self.set(stack[0], (self.get(stack[0]) ?? 0) + timeDeltas[at]);
    for (const frame of new Set(stack)) total.set(frame, (total.get(frame) ?? 0) + timeDeltas[at]);
  });
  const ranked = [...self].sort(([, a], [, b]) => b - a).slice(0, count);
  const withCallees = [...total].filter(([frame]) => frame.includes(CODE)).sort(([, a], [, b]) => b - a).slice(0, count);
  return { self: ranked.map(([frame, time]) => [frame, time / all]), total: withCallees.map(([frame, time]) => [frame, time / all]) };
}

/** "name file:line", innermost first. */
function stackOf(id, byId, parents) {
  const frames = [];
  for (let at = id; at !== undefined; at = parents.get(at)) {
    const { functionName, url, lineNumber } = byId.get(at).callFrame;
    frames.push(`${functionName || '(anonymous)'}${url ? ` ${path.basename(url)}:${lineNumber + 1}` : ''}`);
  }
  return frames;
}

/** Two columns: time in the function alone, and with everything it calls. */
export function printProfile(title, { self, total }) {
  const written = ([frame, share]) => `${(share * 100).toFixed(1).padStart(5)} %  ${frame}`;
  console.log(`\n${title}\n  alone\n${self.map(written).join('\n')}\n  with callees\n${total.map(written).join('\n')}`);
}
