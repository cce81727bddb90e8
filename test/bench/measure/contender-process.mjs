// A cold process for one contender: runs the workload named on the command line and prints what it measured as the last line.
import { pathToFileURL } from 'node:url';
import path from 'node:path';
import { BENCH } from '../places.mjs';

const [file, name, options] = process.argv.slice(2);
const workloads = await import(pathToFileURL(path.join(BENCH, 'workloads', file)));
if (typeof workloads[name] !== 'function') throw new Error(`workloads/${file} has no ${name}.`);
console.log(JSON.stringify(await workloads[name](JSON.parse(options))));
