/** Markdown files are imported as text: esbuild's `text` loader, a transform in vitest.config.ts. */
declare module '*.md' {
  const text: string;
  export default text;
}
