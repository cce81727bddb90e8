// Owns: running the plugin's CommonJS bundle: `require` gives the host's modules.
import * as autocomplete from '@codemirror/autocomplete';
import * as commands from '@codemirror/commands';
import * as markdownLanguage from '@codemirror/lang-markdown';
import * as language from '@codemirror/language';
import * as search from '@codemirror/search';
import * as state from '@codemirror/state';
import * as view from '@codemirror/view';
import * as lezerCommon from '@lezer/common';
import * as lezerHighlight from '@lezer/highlight';
import * as lezerLr from '@lezer/lr';
import * as lezerMarkdown from '@lezer/markdown';
import type { PluginClass } from '../as-obsidian';
import * as obsidian from '../obsidian';

const MODULES: Readonly<Record<string, unknown>> = {
  obsidian,
  '@codemirror/autocomplete': autocomplete,
  '@codemirror/commands': commands,
  '@codemirror/lang-markdown': markdownLanguage,
  '@codemirror/language': language,
  '@codemirror/search': search,
  '@codemirror/state': state,
  '@codemirror/view': view,
  '@lezer/common': lezerCommon,
  '@lezer/highlight': lezerHighlight,
  '@lezer/lr': lezerLr,
  '@lezer/markdown': lezerMarkdown,
};

type Bundle = (require: (name: string) => unknown, module: { exports: unknown }, exports: unknown) => void;

declare global {
  interface Window {
    /** Set by the script that holds the plugin. */
    pluginBundle?: Bundle;
  }
}

/** The plugin's class. Throws when the bundle asks for a module the host has not, or exports none. */
export function loadPluginClass(): PluginClass {
  const module: { exports: unknown } = { exports: {} };
  window.pluginBundle?.(requireModule, module, module.exports);
  const exported = module.exports as { default?: unknown } | undefined;
  const found = exported?.default ?? exported;
  if (typeof found !== 'function') throw new Error('main.js exports no plugin.');
  return found as PluginClass;
}

function requireModule(name: string): unknown {
  if (!(name in MODULES)) throw new Error(`main.js asks for ${name}, which this host does not offer.`);
  return MODULES[name];
}
