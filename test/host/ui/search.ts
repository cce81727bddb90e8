// Owns: matching a query against texts, and showing the matches. A higher score is a better match.
import type { SearchMatches, SearchResult, SearchResultContainer } from 'obsidian';

type Matcher = (text: string) => SearchResult | null;

/** The query's characters in order; a match as a whole, and at the start of words, scores best. */
export function prepareFuzzySearch(query: string): Matcher {
  const wanted = query.toLowerCase().replace(/\s+/g, '');
  const whole = query.toLowerCase();
  return (text) => {
    if (wanted === '') return { score: 0, matches: [] };
    const lower = text.toLowerCase();
    const at = lower.indexOf(whole);
    if (at >= 0) return { score: 1 - at / 100 - text.length / 1000, matches: [[at, at + whole.length]] };
    return matchInOrder(wanted, lower);
  };
}

function matchInOrder(wanted: string, text: string): SearchResult | null {
  const matches: SearchMatches = [];
  let score = -text.length / 1000;
  let next = 0;
  for (let at = 0; at < text.length && next < wanted.length; at++) {
    if (text[at] !== wanted[next]) continue;
    const last = matches.at(-1);
    if (last?.[1] === at) last[1] = at + 1;
    else {
      matches.push([at, at + 1]);
      score -= /\W/.test(text[at - 1] ?? ' ') ? 0.1 : 0.4;
    }
    next++;
  }
  return next < wanted.length ? null : { score, matches };
}

/** Every word of the query somewhere in the text. */
export function prepareSimpleSearch(query: string): Matcher {
  const words = query.toLowerCase().split(/\s+/).filter((word) => word !== '');
  return (text) => {
    const lower = text.toLowerCase();
    const matches: SearchMatches = [];
    for (const word of words) {
      const at = lower.indexOf(word);
      if (at < 0) return null;
      matches.push([at, at + word.length]);
    }
    return { score: -text.length / 1000, matches: matches.sort((a, b) => a[0] - b[0]) };
  };
}

export function renderMatches(el: HTMLElement | DocumentFragment, text: string, matches: SearchMatches | null, offset = 0): void {
  let done = 0;
  for (const [from, to] of matches ?? []) {
    el.append(text.slice(done, from + offset));
    el.createSpan({ cls: 'suggestion-highlight', text: text.slice(from + offset, to + offset) });
    done = to + offset;
  }
  el.append(text.slice(done));
}

export function renderResults(el: HTMLElement, text: string, result: SearchResult, offset = 0): void {
  renderMatches(el, text, result.matches, offset);
}

/** Best first, in place. */
export function sortSearchResults(results: SearchResultContainer[]): void {
  results.sort((a, b) => b.match.score - a.match.score);
}
