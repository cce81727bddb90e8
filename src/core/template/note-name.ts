import { type CoreValues, coreSlots } from './core-slots';
import { fillSlots } from './fill-slots';
import type { Template } from './template';

/** What a note made from `template` is called: its title, or what the template's pattern makes of it. */
export function noteName({ namePattern }: Template, title: string, format: CoreValues['format']): string {
  return namePattern === undefined ? title : fillSlots(namePattern, { valueOf: () => null, core: (text) => coreSlots(text, { format, title }) });
}
