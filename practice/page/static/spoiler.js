import { Component, html } from "./html.js";
import { say } from "./words.js";

export class Spoiler extends Component {
  state = { open: false };

  render({ children }, { open }) {
    if (open) return html`<span class="spoiler-open">${children}</span>`;
    return html`<button type="button" class="spoiler" aria-label=${say("page-spoiler")}
      onClick=${() => this.setState({ open: true })}><span aria-hidden="true">${children}</span></button>`;
  }
}
