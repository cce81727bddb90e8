// Owns: Markdown text → finished elements, with the processors of all plugins run over each block.
import { Component } from '../base/component';
import { currentApp } from '../base/current-app';
import { Keymap } from '../base/scope';
import { parseLinktext } from '../metadata/link-target';
import type { App } from '../shell/app';
import { decorateCallouts, decorateLinks, decorateTasks, wrapTables } from './decorate-html';
import { renderHtml } from './markdown-html';
import { MarkdownRenderChild } from './markdown-render-child';
import type { CodeBlockProcessor, PostProcessor, ProcessorContext, SectionInfo } from './post-processors';
import { toggleTask } from './toggle-task';

export class MarkdownRenderer extends MarkdownRenderChild {
  hoverPopover = null;

  /** Appends the rendered text to `el`. What processors add lives as long as `component`. */
  static async render(app: App, markdown: string, el: HTMLElement, sourcePath: string, component: Component): Promise<void> {
    const { elements, body } = renderHtml(markdown);
    const lines = body.split('\n');
    const starts = elements.map(firstLine);
    for (const [at, element] of elements.entries()) {
      const section: SectionInfo = { text: markdown, lineStart: starts[at] ?? 0, lineEnd: lastLine(lines, starts[at + 1] ?? lines.length) };
      const block = el.createDiv({ attr: { 'data-line': section.lineStart } });
      block.append(element);
      wrapTables(block);
      decorateTasks(block, (line) => void toggleTask(app, sourcePath, line));
      decorateCallouts(block);
      decorateLinks(block, {
        isResolved: (link) => link.startsWith('#') || app.metadataCache.getFirstLinkpathDest(parseLinktext(link).path, sourcePath) !== null,
        open: (link, event) => void app.workspace.openLinkText(link, sourcePath, Keymap.isModEvent(event)),
      });
      const context = contextFor(app, sourcePath, component, section);
      await processCodeBlocks(app, block, context);
      await app.processors.run(block, context);
    }
  }

  static renderMarkdown(markdown: string, el: HTMLElement, sourcePath: string, component: Component): Promise<void> {
    return MarkdownRenderer.render(currentApp(), markdown, el, sourcePath, component);
  }
}

export class MarkdownPreviewRenderer {
  private static readonly removers = new Map<PostProcessor, () => void>();

  static registerPostProcessor(processor: PostProcessor, sortOrder?: number): void {
    this.removers.set(processor, currentApp().processors.add(processor, sortOrder));
  }

  static unregisterPostProcessor(processor: PostProcessor): void {
    this.removers.get(processor)?.();
    this.removers.delete(processor);
  }

  static createCodeBlockPostProcessor(language: string, processor: CodeBlockProcessor): PostProcessor {
    return async (el, context) => {
      for (const code of Array.from(el.querySelectorAll<HTMLElement>(`pre > code.language-${language}`))) await replaceCode(code, language, processor, context);
    };
  }
}

async function processCodeBlocks(app: App, block: HTMLElement, context: ProcessorContext): Promise<void> {
  for (const code of Array.from(block.querySelectorAll<HTMLElement>('pre > code'))) {
    const language = /(?:^|\s)language-(\S+)/.exec(code.className)?.[1] ?? '';
    const processor = app.processors.codeBlock(language);
    if (processor) await replaceCode(code, language, processor, context);
    else code.parentElement?.setAttribute('tabindex', '0');
  }
}

async function replaceCode(code: HTMLElement, language: string, processor: CodeBlockProcessor, context: ProcessorContext): Promise<void> {
  const el = createDiv(`block-language-${language}`);
  code.parentElement?.replaceWith(el);
  await processor((code.textContent ?? '').replace(/\n$/, ''), el, context);
}

function contextFor(app: App, sourcePath: string, component: Component, section: SectionInfo): ProcessorContext {
  return {
    docId: sourcePath,
    sourcePath,
    frontmatter: app.metadataCache.getCache(sourcePath)?.frontmatter,
    addChild: (child) => void component.addChild(child),
    getSectionInfo: () => section,
  };
}

/** A code block has its line on the inner element. */
function firstLine(element: HTMLElement): number {
  return Number(element.dataset['line'] ?? element.querySelector<HTMLElement>('[data-line]')?.dataset['line'] ?? 0);
}

/** The last line with text before the line where the next block starts. */
function lastLine(lines: readonly string[], next: number): number {
  let line = next - 1;
  while (line > 0 && lines[line]?.trim() === '') line--;
  return line;
}
