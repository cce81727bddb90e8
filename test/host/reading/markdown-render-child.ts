// Owns: a component that lives with a piece of rendered Markdown.
import { Component } from '../base/component';

export class MarkdownRenderChild extends Component {
  constructor(public containerEl: HTMLElement) {
    super();
  }
}
