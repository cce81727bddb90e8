/** Templates as people keep them: in shape like forms in use, in wording our own. */

export const ROLLOUT = `# [Rollout Name] Plan

<critical_warning>
> **CRITICAL WARNING:** [Specific risk to name here]
</critical_warning>

## 1. Goal
[Describe what changes for whom]

\`\`\`mermaid
sequenceDiagram
    A->>B: [Request]
\`\`\`

- **REQ-1 (MUST)**: [Requirement]
- [ ] [Requirement seen working]

| Endpoint | Breaking |
| --- | --- |
| [Endpoint] | [Yes/No] |
`;

export const PHASES = `# Implementation Plan: [Short Description]

**Date:** YYYY-MM-DD
**Author:** [Name]
**Status:** Draft | In Review | Approved | In Progress | Completed

---

1. **File**: \`/path/to/file.ext:12\`

- **Automated**:
  - [ ] Tests pass (\`npm test\`)

## Open Questions

- [ ] ~~Question 1~~ - **Resolved**: [Answer]

## Change Log

| Date | Author | Change |
|------|--------|--------|
| YYYY-MM-DD | [Name] | First draft |
`;

export const CURLY = `# Design: {FEATURE_TITLE}

**Created:** {DATE}
**Status:** Draft

| Risk   | Likelihood |
| ------ | ---------- |
| {risk} | {L/M/H}    |

#### {METHOD} {path}

\`\`\`
{Schema definition in any language}
\`\`\``;

/** With hard breaks, nested prompts and no final line break. */
export const SPEC = `Plan ID: [PLAN-ID]  \r
Date: [DATE]  \r
Owner: [ENGINEER / TEAM]  \r
\r
Input: see \`.specify/specs/[id]/spec.md\`.  \r
\r
- Rollout:\r
\r
  - Flag:\r
`;

/** What other programs would run: here it is text. */
export const CODE = `# <% tp.file.title %>

<%* await tp.system.prompt("x") %>

\`\`\`dataviewjs
dv.list(dv.pages("{{title}}"))
\`\`\`

\`$= dv.current() \`  \${process.exit()} {{{{ }}}} {{#each x}} {{unknown}}
`;

export const ALL = { ROLLOUT, PHASES, CURLY, SPEC, CODE };
