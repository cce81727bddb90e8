// Owns: the module a plugin gets for `import … from 'obsidian'`. Nothing is defined here.
import './dom/install-dom';

export { arrayBufferToBase64, arrayBufferToHex, base64ToArrayBuffer, getBlobArrayBuffer, hexToArrayBuffer } from './base/binary';
export { Component } from './base/component';
export { debounce } from './base/debounce';
export { Events } from './base/events';
export { moment } from './base/moment-format';
export { Platform } from './base/platform';
export { Keymap, Scope } from './base/scope';
export { Tasks } from './base/tasks';
export { apiVersion, getLanguage, requireApiVersion } from './base/version';
export { BasesEntry, BasesEntryGroup, BasesQueryResult, BasesView, BasesViewConfig, QueryController, parsePropertyId } from './bases/bases-view';
export {
  BooleanValue,
  DateValue,
  DurationValue,
  FileValue,
  HTMLValue,
  IconValue,
  ImageValue,
  LinkValue,
  ListValue,
  NotNullValue,
  NullValue,
  NumberValue,
  ObjectValue,
  PrimitiveValue,
  RegExpValue,
  RelativeDateValue,
  StringValue,
  TagValue,
  UrlValue,
  Value,
} from './bases/values';
export { Editor } from './editor/editor';
export { editorEditorField, editorInfoField, editorLivePreviewField, editorViewField, livePreviewState } from './editor/editor-fields';
export {
  frontMatterInfo as getFrontMatterInfo,
  parseFrontMatterAliases,
  parseFrontMatterEntry,
  parseFrontMatterStringArray,
  parseFrontMatterTags,
} from './metadata/front-matter';
export { getLinkpath, parseLinktext } from './metadata/link-target';
export { MetadataCache } from './metadata/metadata-cache';
export { getAllTags, iterateCacheRefs, iterateRefs, resolveSubpath, stripHeading, stripHeadingForLink } from './metadata/subpath';
export { parseYaml, stringifyYaml } from './metadata/yaml';
export {
  CapacitorAdapter,
  FileSystemAdapter,
  HoverPopover,
  MarkdownEditView,
  MomentFormatComponent,
  PopoverState,
  SecretComponent,
  finishRenderMath,
  htmlToMarkdown,
  loadMathJax,
  loadMermaid,
  loadPdfJs,
  loadPrism,
  renderMath,
  request,
  requestUrl,
  sanitizeHTMLToDom,
} from './not-offered';
export { Plugin } from './plugin/plugin';
export { MarkdownPreviewView } from './reading/markdown-preview-view';
export { MarkdownRenderChild } from './reading/markdown-render-child';
export { MarkdownPreviewRenderer, MarkdownRenderer } from './reading/markdown-renderer';
export { Setting } from './settings/setting';
export { SettingGroup, SettingPage } from './settings/setting-group';
export { PluginSettingTab, SettingTab } from './settings/setting-tab';
export { App, RenderContext, SecretStorage } from './shell/app';
export { BaseComponent, ValueComponent } from './ui/components/base-component';
export { ButtonComponent, ExtraButtonComponent } from './ui/components/button';
export { DisplayValueComponent, DropdownComponent, ProgressBarComponent, SliderComponent, ToggleComponent } from './ui/components/choice';
export { ColorComponent } from './ui/components/color';
export { AbstractTextComponent, SearchComponent, TextAreaComponent, TextComponent } from './ui/components/text';
export { ConfirmationButton, ConfirmationModal } from './ui/confirmation-modal';
export { EditorSuggest } from './ui/editor-suggest';
export { FuzzySuggestModal } from './ui/fuzzy-suggest-modal';
export { addIcon, getIcon, getIconIds, removeIcon, setIcon } from './ui/icons';
export { AbstractInputSuggest } from './ui/input-suggest';
export { Menu, MenuSeparator } from './ui/menu';
export { MenuItem } from './ui/menu-item';
export { Modal } from './ui/modal';
export { Notice } from './ui/notice';
export { PopoverSuggest } from './ui/popover-suggest';
export { prepareFuzzySearch, prepareSimpleSearch, renderMatches, renderResults, sortSearchResults } from './ui/search';
export { SuggestModal } from './ui/suggest-modal';
export { displayTooltip, setTooltip } from './ui/tooltip';
export { TAbstractFile, TFile, TFolder } from './vault/file';
export { FileManager } from './vault/file-manager';
export { normalizePath } from './vault/path';
export { Vault } from './vault/vault';
export { EditableFileView, FileView, TextFileView } from './workspace/file-view';
export { MarkdownView } from './workspace/markdown-view';
export { ItemView, View } from './workspace/view';
export { Workspace } from './workspace/workspace';
export {
  WorkspaceContainer,
  WorkspaceFloating,
  WorkspaceItem,
  WorkspaceMobileDrawer,
  WorkspaceParent,
  WorkspaceRibbon,
  WorkspaceRoot,
  WorkspaceSidedock,
  WorkspaceSplit,
  WorkspaceTabs,
  WorkspaceWindow,
} from './workspace/workspace-item';
export { WorkspaceLeaf } from './workspace/workspace-leaf';
