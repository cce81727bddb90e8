/** What a plan template is: a Markdown body with slots, and the header fields it has in common with a note's properties. */

/** A header field of a template as a frontmatter property: `{ key: 'owner', value: '[ENGINEER / TEAM]' }`. */
export interface TemplateProperty {
  /** Frontmatter key, lower case with hyphens. */
  readonly key: string;
  /** A text, or a list of texts. A slot in it stands in the body too, so that both fill together. Not quoted for YAML. */
  readonly value: string | readonly string[];
  /** In a user's template: the property's own lines, as they go into the plan where no slot in them is filled. `value` is '' for maps and lists of other than texts. */
  readonly yaml?: string;
}

export interface Template {
  /** Stays the same for ever: it is what `plan-template` holds in a note's frontmatter. */
  readonly id: string;
  readonly name: string;
  /** One sentence: when to take this template; '' when a user's template says nothing. */
  readonly description: string;
  /** Markdown without frontmatter; lines end in LF, of a built-in the last one too. */
  readonly body: string;
  /** Vault path of the file that a user's template comes from. */
  readonly path?: string;
  /** Folder for notes made from it, when not the one of the settings. */
  readonly folder?: string;
  /** How such a note is named, "{{date}} {{title}}"; its title when left out. */
  readonly namePattern?: string;
  /** In the order of the body's header; none of the properties that every plan gets (type, status, dates). */
  readonly properties: readonly TemplateProperty[];
}
