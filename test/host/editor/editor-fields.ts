// Owns: the state fields through which an editor extension learns where it runs.
import { StateField } from '@codemirror/state';
import { ViewPlugin, type EditorView } from '@codemirror/view';
import type { MarkdownView } from '../workspace/markdown-view';

/** The view an editor belongs to. */
export const editorInfoField = StateField.define<MarkdownView | null>({ create: () => null, update: (view) => view });

export const editorViewField = editorInfoField;

export const editorEditorField = StateField.define<EditorView | null>({ create: () => null, update: (view) => view });

/** The host has no Live Preview: always false. */
export const editorLivePreviewField = StateField.define<boolean>({ create: () => false, update: (isLive) => isLive });

export const livePreviewState = ViewPlugin.define(() => ({ mousedown: false }));
