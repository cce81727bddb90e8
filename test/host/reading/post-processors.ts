// Owns: what plugins do to rendered Markdown: processors of blocks, and of code blocks by language.
import type { Component } from '../base/component';
import type { MarkdownRenderChild } from './markdown-render-child';

export interface SectionInfo {
  text: string;
  lineStart: number;
  lineEnd: number;
}

export interface ProcessorContext {
  docId: string;
  sourcePath: string;
  frontmatter: Record<string, unknown> | null | undefined;
  addChild(child: MarkdownRenderChild): void;
  getSectionInfo(el: HTMLElement): SectionInfo | null;
}

export interface PostProcessor {
  (el: HTMLElement, context: ProcessorContext): unknown;
  sortOrder?: number;
}

export type CodeBlockProcessor = (source: string, el: HTMLElement, context: ProcessorContext) => unknown;

export class PostProcessors {
  private blocks: PostProcessor[] = [];
  private readonly codeBlocks = new Map<string, CodeBlockProcessor>();

  add(processor: PostProcessor, sortOrder = 0): () => void {
    processor.sortOrder = sortOrder;
    this.blocks = [...this.blocks, processor].sort((a, b) => (a.sortOrder ?? 0) - (b.sortOrder ?? 0));
    return () => {
      this.blocks = this.blocks.filter((other) => other !== processor);
    };
  }

  addCodeBlock(language: string, processor: CodeBlockProcessor): () => void {
    if (this.codeBlocks.has(language)) throw new Error(`Code block postprocessor for language ${language} is already registered`);
    this.codeBlocks.set(language, processor);
    return () => this.codeBlocks.delete(language);
  }

  codeBlock(language: string): CodeBlockProcessor | undefined {
    return this.codeBlocks.get(language);
  }

  get count(): number {
    return this.blocks.length + this.codeBlocks.size;
  }

  async run(el: HTMLElement, context: ProcessorContext): Promise<void> {
    for (const processor of this.blocks) await processor(el, context);
  }
}

export interface RenderTarget {
  readonly sourcePath: string;
  /** Gets the children that processors add; they live as long as it. */
  readonly component: Component;
}
