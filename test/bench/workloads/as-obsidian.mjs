// Owns: a stand-in for the modules that the host provides, enough to evaluate a plugin or a plugin's library.
import { readFileSync } from 'node:fs';

/** Any name is a class and a function; any of its members, and what it answers, is one again. */
function anything() {
  function Stub() {}
  return new Proxy(Stub, {
    apply: () => anything(),
    get: (target, name) => (name in target || typeof name === 'symbol' ? target[name] : (target[name] = anything())),
  });
}

/** Evaluates CommonJS source with stubs for every module it asks for. `footer` is added to the source. */
export function evaluate(source, footer = '') {
  const module = { exports: {} };
  const stubs = new Map();
  const require = (name) => stubs.get(name) ?? stubs.set(name, anything()).get(name);
  new Function('require', 'module', 'exports', `${source}\n${footer}`)(require, module, module.exports);
  return module.exports;
}

export function evaluateFile(file, footer) {
  return evaluate(readFileSync(file, 'utf8'), footer);
}
