// Owns: the list of tests. A test file adds to it when it is loaded.

/** @type {{ name: string, options: import('./journey.mjs').JourneyOptions, run: (journey: import('./journey.mjs').Journey) => Promise<void> }[]} */
const tests = [];

/**
 * Adds a test named by what the user is promised. `run` gets the host, open on a fresh copy of the vault.
 * Afterwards the runner checks that the page reported no error that `options.errors` does not announce.
 */
export function test(name, options, run) {
  tests.push({ name, options, run });
}

export function allTests() {
  return tests;
}
