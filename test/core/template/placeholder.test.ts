import { describe, expect, test } from 'vitest';
import { fillPlaceholders, findPlaceholders } from '../../../src/core/template/placeholder';

/** The text with its slots between ⟦ and ⟧. */
function marked(text: string): string {
  return findPlaceholders(text).reduceRight((rest, { from, to }) => `${rest.slice(0, from)}⟦${rest.slice(from, to)}⟧${rest.slice(to)}`, text);
}

const unmarked = (text: string): string => text.replace(/[⟦⟧]/g, '');

describe('slots in each style', () => {
  test.each([
    ['a title', '# ⟦[Feature Name]⟧ Plan'],
    ['words in square brackets, anywhere', 'Say ⟦[Brief Description]⟧ here'],
    ['the same name twice', '⟦[Name]⟧ and ⟦[Name]⟧'],
    ['capitals in curly brackets', '**Feature ID:** ⟦{FEATURE_ID}⟧'],
    ['two in a heading', '#### ⟦{METHOD}⟧ ⟦{path}⟧'],
    ['a word in a table cell', '| ⟦{decision}⟧ | ⟦[Test]⟧ |'],
    ['a table cell that is emphasized', '| **⟦[Name]⟧** |'],
    ['a label and its value', '- ⟦[Gap 1]⟧: ⟦[Why it is needed]⟧'],
    ['values between dashes and arrows', '- **Risk**: ⟦[Potential issue]⟧ → **Mitigation**: ⟦[How we keep it small]⟧'],
    ['a sample branch', 'Branch: ⟦[feature/<issue-number>-<short-description>]⟧  '],
    ['sample issue numbers', 'Issue(s): ⟦[#123, #124]⟧'],
    ['a sample ticket', '- ⟦[TICKET-123]⟧: ⟦[Related work]⟧'],
    ['sample ids', 'Related Spec(s): ⟦[S-001, UC-003, etc.]⟧'],
    ['a checkbox whose text starts with one', '- [ ] ⟦[Specific test file]⟧ covers changes'],
    ['quotes inside', '⟦[Describe what "finished" means]⟧'],
    ['a code span inside', '⟦[Describe what `npm test` prints]⟧'],
    ['a sample path with lines, in code', '**Location**: `⟦/path/to/file.ext:123-145⟧`'],
    ['a sample path with lines, bare', 'see ⟦path/to/file.ext:123-145⟧.'],
    ['a sample path behind its label', '1. **File**: `⟦/path/to/file.ext⟧`'],
    ['a sample path first in its item', '- `⟦path/to/file.py⟧` - ⟦[what changes]⟧'],
    ['a command in code', '- [ ] Start service: `⟦[command]⟧`'],
    ['a longer command in code', '- [ ] Test endpoint: `⟦[curl command]⟧`'],
    ['the changing part of a path to a spec', 'Input: `.specify/specs/⟦[id]⟧/spec.md`'],
    ['the only line of a fenced block', '```\n⟦{Schema definition — language agnostic}⟧\n```'],
    ['a message in a sequence diagram', '```mermaid\nsequenceDiagram\n    U->>UI: ⟦[Action]⟧\n```'],
    ['a quoted property', '---\nowner: "⟦[ENGINEER / TEAM]⟧"\n---\n'],
    ['an unquoted property', '---\nspec: ⟦{SPEC_PATH}⟧\ncreated: ⟦{{date}}⟧\n---\n'],
    ['what core templates know', '# ⟦{{title}}⟧ on ⟦{{date:DD.MM.YYYY}}⟧ at ⟦{{time}}⟧'],
    ['the words of slots alone in their lines', '- ⟦[Key change]⟧\n1. ⟦[Scenario]⟧\n- [ ] ⟦[Requirement verified]⟧\n- ⟦{question 1}⟧'],
    ['values behind dashes and in cells', '- **Not in scope**: ⟦[Thing 1]⟧ - ⟦[Reason why/when we might do it later]⟧'],
    ['other words behind a label', '- **Constraint**: ⟦[Limits of the legacy parser]⟧'],
    ['words of the wild', '**Why this priority**: ⟦[Explain the value and why it has this priority level]⟧\n\n### ⟦[PRINCIPLE_1_NAME]⟧\n\nSystem MUST keep it for ⟦[NEEDS CLARIFICATION: retention period not specified]⟧'],
    ['an example behind a label', '- OS: ⟦[e.g., Windows 11]⟧'],
    ['a heading’s slot before a word', '# ⟦[Project Name]⟧ Constitution'],
    ['a note that names its template keeps the doubtful ones', '---\nplan-template: feature-plan\n---\n\n- ⟦[Blue Widget]⟧\n- ⟦[CRI version]⟧'],
    ['user templates', '---\ncreated: ⟦{{date}}⟧ \n---\n# ⟦{{title}}⟧\n\nAt ⟦{{time}}⟧, ⟦{{date:dddd, D MMMM}}⟧ and ⟦{{ time:HH:mm }}⟧'],
    ['CRLF and no final newline', '# ⟦[Feature Name]⟧\r\n\r\n- ⟦[Name]⟧'],
  ])('%s', (_, shown) => {
    expect(marked(unmarked(shown))).toBe(shown);
  });
});

describe('dates', () => {
  test.each(['**Date:** ⟦YYYY-MM-DD⟧', '⟦{DATE}⟧', 'Date: ⟦[DATE]⟧  ', '⟦[YYYY-MM-DD]⟧', '| Date | Note |\n|---|---|\n| ⟦YYYY-MM-DD⟧ | first |', '**Status:** Draft · **Due:** ⟦YYYY-MM-DD⟧ · **Owner:** QA'])('%s', (shown) => {
    expect(marked(unmarked(shown))).toBe(shown);
    expect(findPlaceholders(unmarked(shown)).map(({ style }) => style)).toEqual(['date']);
  });
});

describe('choices', () => {
  test.each([
    ['{Low/Medium/High — chance of breaking what works}', ['Low', 'Medium', 'High']],
    ['| [Yes/No] |', ['Yes', 'No']],
    ['| {L/M/H} |', ['L', 'M', 'H']],
    ['[Draft | In Review]', ['Draft', 'In Review']],
    ['| [Draft \\| Done] | x |', ['Draft', 'Done']],
    ['**Status:** Draft | In Review | Approved', ['Draft', 'In Review', 'Approved']],
    ['> Status: Draft / In Review / Approved', ['Draft', 'In Review', 'Approved']],
    ['---\nstatus: Draft | Approved\n---\n', ['Draft', 'Approved']],
  ])('%s', (text, options) => {
    expect(findPlaceholders(text).map((slot) => [slot.style, slot.options])).toEqual([['choice', options]]);
  });
});

describe('not slots', () => {
  test.each([
    ['inline link', '[Brief Description](https://example.org) and [Name](<a b>)'],
    ['reference link', '[Name][1] and [Name][]'],
    ['shortcut link with its definition', 'See [Project Name].\n\n[project name]: https://example.org'],
    ['definition whose destination is on the next line', '[Project Name]:\n  https://example.org'],
    ['wikilink', '[[Feature Name]] and [[Plan|Feature Name]]'],
    ['embed and image', '![[Feature Name]] ![Feature Name](a.png)'],
    ['footnote', 'Text[^1] and [^name].\n\n[^name]: Brief Description'],
    ['checkbox', '- [ ] a\n- [x] b\n- [-] c\n- [/] d'],
    ['callout', '> [!note] Title\n> [!warning]- Folded'],
    ['task marks of other tools', '- [ ] T001 [P] [US1] Create the model'],
    ['citation', 'As shown [1], [2, 3], [@key] and [Smith 2020].'],
    ['insertion in a quotation', 'He said that [the team] had won [sic] “[…]” and left [...].'],
    ['lyrics', '[Chorus]\nLa la la\n\n[Verse 1]\nLa'],
    ['change log of a package', '## [Unreleased]\n\n- [docs] - typo\n- [Fix] crash\n\n## [1.0.0] - 2026-01-01'],
    ['JSON and objects', 'Send { "name": "x" } or {a: 1}, {a, b} and [1, 2, "Name"].'],
    ['index and call', 'array[Name], f{NAME}, ${NAME}, /users/{id}, a[i][j]'],
    ['formula', 'Let $x_{NAME} = [Name]$ and\n\n$$\n\\frac{NAME}{TITLE} [Name]\n$$\n'],
    ['LaTeX without dollars', '\\frac{NAME}{TITLE} \\[Name\\]'],
    ['Handlebars and Liquid', '{{#each items}} {{this.name}} {{/each}} {{> part}} {% if NAME %} {{{raw}}}'],
    ['attributes', '## Title {#custom-id}\n\n{: .note }\n\n{:toc}'],
    ['fenced code', '```ts\nconst x: [Name] = {TITLE};\n```\n\n~~~\n[Name]\n[Name]\n~~~'],
    ['unclosed fence', '```\n[Feature Name]\n'],
    ['indented code', 'Text\n\n    [Feature Name]\n'],
    ['inline code', 'Type `[Feature Name]` or `{TITLE}` or ``a ` [Name]``.'],
    ['route in code', 'Edit `app/users/[id]/page.tsx`.'],
    ['nodes of a diagram', '```mermaid\nflowchart TD\n  A["User Action"] --> B[Name]\n  B -->|"Yes"| C{Decision}\n```'],
    ['comment', '<!-- [Feature Name]\n[Name] -->\n%% {TITLE} %%\n%%\n[Name]\n%%'],
    ['HTML attribute', '<div title="[Name]" data-x={NAME}>text</div>'],
    ['property that is a list', '---\ntags: [plan]\naliases: [Name]\nteam: [mobile]\n---\n'],
    ['date format in prose', 'Dates are written YYYY-MM-DD, as in ISO 8601.'],
    ['date format in a reference table', '| Token | Example |\n|---|---|\n| a | YYYY-MM-DD |'],
    ['date format behind its label', '- Date format: YYYY-MM-DD'],
    ['path in prose', 'Point `config` at `/path/to/app` and run `cp /path/to/app .`'],
    ['status that is chosen', '**Status:** Approved\n| Status | Draft |'],
    ['several keys on a line', '**Status:** Draft | **Owner:** QA'],
    ['options behind another label', 'Languages: English | Deutsch | Español'],
    ['link whose destination is on the next line', '- [Issue about static linking]\n  (https://example.org/290)'],
    ['autolinks and bare addresses', '<https://example.org/[Name]> and https://example.org/{TITLE}'],
    ['tag before a sentence', '1. [Proposed change] This asks the user to add a label.\n2. [Existing rule] If none is set, the first one counts.\n- [Docs] The form has a new name.'],
    ['risks that keep their brackets', '- [Existing names keep their dates] → The new rule is for new names.\n- **[Existing installations have files at the old path]** → Removed by the clean-up.'],
    ['list of things in brackets', '- [CRI version]\n- [External controller]\n- [Log query timeout]\n- [Permission denied accessing logs]'],
    ['heading of a dated entry', '## 2024-05-23 - [Inline Error Validation]\n\n## 2026-01-26 - [Search Bar in Grid Layouts]'],
    ['list of texts, as in JSON', '| probe | ["local runtime only"] | ["a result","another result"] |'],
    ['list in an assignment', 'ROLES = [partner, admin, analyst]'],
    ['real identifiers', 'It yields [TASK-1] and [REQ-TEST-02].\n\n---\nrequirements: [REQ-TEST-02]\n'],
    ['test label', '[Feature:DualStack]\n\n[Feature:Storage:Alpha]'],
    ['string with a variable, quoted', 'Show “Failed to launch: {error}” or "File: {absolute_path}" or 404 "not found: {id}".'],
    ['end of a quotation', '- ✅ "Checked as the pipeline does: [list specific results]"'],
    ['types of an interface', '* `err` {Error}\n* `err`: {Error}\n* `list` {Buffer | Uint8Array}\n* Returns: {ECDH}\n* `options` {zlib options}\n* {module}\n* {http2.Http2ServerRequest}'],
    ['variables of a command', 'Run .kill {agent_name} or {project_root} → {short_name}'],
    ['path pattern', 'Specs lie in `specs/[capability]/spec.md` and `/specs/{YYYYMM}/{name}.md`.'],
    ['sample path at the start of a wrapped line', 'The library is read from\n`path/to/libjson`. Its ending is left out. For example: `/path/to/app`.'],
    ['command of a test in code', 'the call is\n`[command, "log"]`; change it'],
    ['remark in a sentence', 'Ranges must be open ended [e.g. `0..`], and the marker ([YOUR FEATURE HERE]) goes.'],
    ['step in a menu', 'Go to **Settings → [Your Name] → iCloud** or Settings > [Project Name] -> Members.'],
    ['what explains the format of dates', 'You can also insert {{date:FORMAT}} and {{time:FORMAT}}.'],
    ['versions and numbers', 'Beta [Target 1.17]\n\n[RFC 2173] and [Version 2.1] differ.'],
    ['what a program prints', '```\n[group: default (g)]\n```'],
    ['name with a variable part in a sentence', '- [The server cannot connect to certificates of the `node:<node-name>` form]'],
    ['hint of a command', "---\nargument-hint: '[title]'\n---\n"],
    ['marks of tasks', '- [ ] T012 [P] [US1] [US12] Write it\n- [x] [P] done'],
    ['task with a mark in words', '- [ ] [WIP] Finish the form'],
  ])('%s', (_, text) => {
    expect(marked(text)).toBe(text);
  });
});

test('JSON and code stay what they are in a note full of slots', () => {
  const template = '[Feature Name], {FEATURE_TITLE}, [Describe the way in], [Brief Description], [Project Name], {OWNER_NAME}\n\n';
  const code = 'Send { "a": [1, "Name"] }, ["x", "some more"], [1, two], {"b": 1}, `list[Name]`.\n';
  expect(marked(template + code).slice(marked(template).length)).toBe(code);
});

describe('doubtful brackets', () => {
  const doubtful = '- [Blue Widget] is here';

  test('are no slots in an ordinary note', () => {
    expect(marked(doubtful)).toBe(doubtful);
  });

  test('are slots in a note that is a template', () => {
    const template = '# [Feature Name]\n\n**Owner:** [Owner]\n\n[Say what it is for]\n\n{FEATURE_ID}\n\n[Describe the way in]\n\n';
    expect(marked(template + doubtful)).toContain('⟦[Blue Widget]⟧');
  });
});

describe('filling', () => {
  test('fills all slots of one name, in every style', () => {
    expect(fillPlaceholders('# [Name]\n\n**Owner:** {Name}, [Name]', { Name: 'Harbor' })).toBe('# Harbor\n\n**Owner:** Harbor, Harbor');
  });

  test('leaves what it has no value for', () => {
    expect(fillPlaceholders('[Name] {TITLE}', { TITLE: 'x' })).toBe('[Name] x');
  });

  test('does not fill the slots in a value, nor read $ in it', () => {
    expect(fillPlaceholders('{TITLE} {OWNER}', { TITLE: '{OWNER} $& $1', OWNER: 'QA' })).toBe('{OWNER} $& $1 QA');
  });

  test('does not take a value from an object’s ancestors', () => {
    const text = '{{constructor}} {{toString}} {TITLE} [Name] {OWNER}';
    expect(fillPlaceholders(text, {})).toBe(text);
  });

  test('replaces an option list and a sample path as a whole', () => {
    const text = '**Status:** Draft | Approved  \n- File: `/path/to/file.ext:12`\n';
    expect(fillPlaceholders(text, { 'Draft | Approved': 'Approved', '/path/to/file.ext:12': 'src/main.ts:3' })).toBe('**Status:** Approved  \n- File: `src/main.ts:3`\n');
  });

  test('touches no link, code or comment of the same wording', () => {
    expect(fillPlaceholders('[Name] [Name](x) `[Name]` <!-- [Name] -->', { Name: 'y' })).toBe('y [Name](x) `[Name]` <!-- [Name] -->');
  });
});
