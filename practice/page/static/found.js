// What one member could find out about another: their own phone, searched.

import { Component, html } from "./html.js";
import { Icon } from "./icons.js";
import { Searched } from "./seen.js";
import { ask } from "./server.js";
import { view } from "./view.js";
import { say } from "./words.js";

export class FoundPanel extends Component {
  state = { by: "mo", about: "noor", found: null, error: null };

  componentDidMount() {
    this.load(this.state.by, this.state.about);
  }

  async load(by, about) {
    this.setState({ by, about, error: null, found: null });
    try {
      const found = await ask(`/found/${encodeURIComponent(by)}/${encodeURIComponent(about)}`);
      if (this.state.by === by && this.state.about === about) this.setState({ found });
    } catch (error) {
      this.setState({ error: error.message });
    }
  }

  who(name, label, change) {
    return html`<label>${say(label)} <select value=${name} onChange=${(event) => change(event.currentTarget.value)}>
      ${view.state.phones.map((one) => html`<option key=${one.id} value=${one.id}>${one.name}</option>`)}</select></label>`;
  }

  render({ close }, { by, about, found, error }) {
    return html`<div class="seen">
      <div class="dialog-head"><h2 id="dialog-title">${say("page-found")}</h2>
        <button type="button" class="round" aria-label=${say("page-close")} onClick=${close}><${Icon} name="close" /></button></div>
      <div class="seen-body" tabindex="0" role="group" aria-labelledby="dialog-title" aria-busy=${!found && !error}>
        <p class="found-who">${this.who(by, "page-found-by", (one) => this.load(one, about))}
          ${this.who(about, "page-found-about", (one) => this.load(by, one))}</p>
        ${error && html`<p role="alert">${error}</p>`}
        ${found && html`<div class="seen-about">${found.about.map((text, index) => html`<p key=${index}>${text}</p>`)}
          ${found.lists && html`<p dir="auto"><b>${found.lists}</b></p>`}</div>
          <${Searched} searched=${found.searched} />`}
      </div>
    </div>`;
  }
}
