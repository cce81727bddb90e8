/** Tags of YAML: `!!str`, `!local`, `!<tag:example.org,2026:x>` (YAML 1.2.2, section 6.8.2). */

const CORE = 'tag:yaml.org,2002:';
/** Types that `yaml` knows and checks; their values are no text, so nothing here reads them. */
const UNREAD: ReadonlySet<string> = new Set(['binary', 'merge', 'omap', 'pairs', 'set', 'timestamp'].map((name) => CORE + name));

/** The tag in full: `!!str` → `tag:yaml.org,2002:str`; null for one that isn't sound, which is reported. */
export function resolveTag(source: string, report: (message: string) => void): string | null {
  const tag = source.startsWith('!<') ? verbatim(source, report) : shorthand(source, report);
  if (tag !== null && UNREAD.has(tag)) report(`Values with the tag ${source} are not read`);
  return tag;
}

function verbatim(source: string, report: (message: string) => void): string | null {
  const tag = source.slice(2, -1);
  if (tag === '!' || tag === '!!') {
    report(`Verbatim tags aren't resolved, so ${source} is invalid.`);
    return null;
  }
  if (!source.endsWith('>')) report('Verbatim tags must end with a >');
  return tag;
}

function shorthand(source: string, report: (message: string) => void): string | null {
  if (source === '!') return '!';
  const at = source.lastIndexOf('!') + 1;
  const handle = source.slice(0, at);
  const suffix = source.slice(at);
  if (suffix === '') report(`The ${source} tag has no suffix`);
  if (handle === '!') return source;
  if (handle !== '!!') {
    report(`Could not resolve tag: ${source}`);
    return null;
  }
  try {
    return CORE + decodeURIComponent(suffix);
  } catch (error) {
    report(String(error));
    return null;
  }
}
