/** What an editor gets of placeholders: keys, the options of a choice, and marks where the user wants them. */
import type { Extension } from '@codemirror/state';
import type { Settings } from '../settings/settings';
import { optionList } from './option-list';
import { placeholderKeys } from './placeholder-keys';
import { placeholderMarks } from './placeholder-marks';

/** The keys of the open list come before those of the slots. */
export function placeholderExtension({ markPlaceholders }: Settings): Extension[] {
  return [optionList, placeholderKeys, ...(markPlaceholders ? [placeholderMarks] : [])];
}
