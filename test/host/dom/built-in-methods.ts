// Owns: Obsidian's additions to Array, Object, String, Number and Math.
import { defineMethods, defineMissing } from './define-methods';

export function addBuiltInMethods(): void {
  defineMethods(Array.prototype, {
    first(this: unknown[]) {
      return this[0];
    },
    last(this: unknown[]) {
      return this[this.length - 1];
    },
    contains(this: unknown[], target: unknown) {
      return this.includes(target);
    },
    remove(this: unknown[], target: unknown) {
      for (let i = this.length - 1; i >= 0; i--) if (this[i] === target) this.splice(i, 1);
    },
    shuffle(this: unknown[]) {
      for (let i = this.length - 1; i > 0; i--) {
        const other = Math.floor(Math.random() * (i + 1));
        [this[i], this[other]] = [this[other], this[i]];
      }
      return this;
    },
    unique(this: unknown[]) {
      return [...new Set(this)];
    },
  });
  defineMethods(Array, { combine: (arrays: unknown[][]) => arrays.flat() });
  defineMethods(Object, {
    isEmpty: (object: object) => Object.keys(object).length === 0,
    each(object: Record<string, unknown>, callback: (value: unknown, key: string) => unknown, context?: unknown) {
      return Object.entries(object).every(([key, value]) => callback.call(context, value, key) !== false);
    },
  });
  defineMethods(String, { isString: (value: unknown) => typeof value === 'string' });
  defineMissing(String.prototype, {
    contains(this: string, target: string) {
      return this.includes(target);
    },
    format(this: string, ...args: string[]) {
      return this.replace(/\{(\d+)\}/g, (whole, index: string) => args[Number(index)] ?? whole);
    },
  });
  defineMethods(Number, { isNumber: (value: unknown) => typeof value === 'number' });
  defineMethods(Math, {
    clamp: (value: number, min: number, max: number) => Math.min(Math.max(value, min), max),
    square: (value: number) => value * value,
  });
}
