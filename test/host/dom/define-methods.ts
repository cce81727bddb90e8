// Owns: adding methods to a class from outside, hidden from enumeration.

/** Adds each method of `methods` (getters too) to `target`, replacing one of the same name. */
export function defineMethods(target: object, methods: object): void {
  for (const [name, descriptor] of Object.entries(Object.getOwnPropertyDescriptors(methods)))
    Object.defineProperty(target, name, { ...descriptor, enumerable: false, configurable: true });
}

/** Adds only what the platform does not bring itself. */
export function defineMissing(target: object, methods: object): void {
  for (const [name, descriptor] of Object.entries(Object.getOwnPropertyDescriptors(methods)))
    if (!(name in target)) Object.defineProperty(target, name, { ...descriptor, enumerable: false, configurable: true });
}
