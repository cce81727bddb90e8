// Owns: Obsidian's additions to the page's own classes (Element.createDiv, Array.remove, …), put in place once.
import { addBuiltInMethods } from './built-in-methods';
import { addElementMethods } from './element-methods';
import { addGlobals } from './globals';
import { addNodeMethods } from './node-methods';

let isInstalled = false;

/** Safe to call again: only the first call does anything. */
export function installDom(): void {
  if (isInstalled) return;
  isInstalled = true;
  addBuiltInMethods();
  addNodeMethods();
  addElementMethods();
  addGlobals();
}

installDom();
