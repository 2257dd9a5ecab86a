// Everything that the server holds, as it is: for a committee that wants to see for itself.

import { Component, html } from "./html.js";
import { Icon } from "./icons.js";
import { rove } from "./roving.js";
import { ask } from "./server.js";
import { say, sayCount } from "./words.js";

const TABS = ["tables", "log", "metrics"];

export class SeenPanel extends Component {
  state = { seen: null, error: null, tab: "tables" };

  componentDidMount() {
    this.load();
  }

  async load() {
    this.setState({ error: null, seen: null });
    try {
      this.setState({ seen: await ask("/seen") });
    } catch (error) {
      this.setState({ error: error.message });
    }
  }

  render({ close }, { seen, error, tab }) {
    return html`<div class="seen">
      <div class="dialog-head"><h2 id="dialog-title">${say("page-seen")}</h2>
        <button type="button" class="round" aria-label=${say("page-seen-again")} title=${say("page-seen-again")} onClick=${() => this.load()}><${Icon} name="refresh" /></button>
        <button type="button" class="round" aria-label=${say("page-close")} onClick=${close}><${Icon} name="close" /></button></div>
      <div class="seen-body" tabindex="0" role="group" aria-labelledby="dialog-title" aria-busy=${!seen && !error}>
        ${error && html`<p role="alert">${error}</p>`}
        ${!seen && !error && html`<p role="status">${say("page-seen-reading")}</p>`}
        ${seen && html`
          <div class="seen-about">${seen.about.map((text, index) => html`<p key=${index}>${text}</p>`)}</div>
          <${Searched} searched=${seen.searched} />
          <div class="seen-tabs" role="tablist" aria-label=${say("page-seen")} onKeyDown=${(event) => rove(event, "[role=tab]")}>
            ${TABS.map((id) => html`<button type="button" role="tab" key=${id} id=${`seen-${id}`} aria-controls="seen-panel" aria-selected=${tab === id}
              tabindex=${tab === id ? 0 : -1} onFocus=${() => this.setState({ tab: id })} onClick=${() => this.setState({ tab: id })}>${tabName(id, seen)}</button>`)}
          </div>
          <div role="tabpanel" id="seen-panel" aria-labelledby=${`seen-${tab}`}>
            ${tab === "tables" && seen.tables.map((table) => html`<${Table} key=${table.name} table=${table} />`)}
            ${tab === "log" && html`<${Lines} text=${seen.log.join("\n")} label=${say("page-seen-log")} />`}
            ${tab === "metrics" && html`<${Lines} text=${seen.metrics} label=${say("page-seen-metrics")} />`}
          </div>`}
      </div>
    </div>`;
  }
}

function tabName(id, seen) {
  if (id === "log") return say("page-seen-log");
  if (id === "metrics") return say("page-seen-metrics");
  return say("page-seen-tables", { count: seen.tables.length });
}

export function Searched({ searched }) {
  if (!searched.length) return null;
  return html`<section class="searched" aria-label=${say("page-searched")}>
    <h3>${say("page-searched")}</h3>
    <ul>${searched.map((one) => html`<li key=${one.what} class=${one.hits ? "found" : "clean"}>
      <${Icon} name=${one.hits ? "warn" : "check"} /><span dir="auto">${one.what}</span>
      <b>${one.hits ? sayCount("page-hits-one", "page-hits-other", one.hits) : say("page-hits-none")}</b></li>`)}</ul>
  </section>`;
}

function Table({ table }) {
  return html`<details class="table" open=${table.rows.length > 0 && table.rows.length < 6}>
    <summary><b>${table.name}</b> <span>${sayCount("page-rows-one", "page-rows-other", table.rows.length)}</span>
      ${table.about && html`<small>${table.about}</small>`}</summary>
    ${table.rows.length > 0 && html`<div class="table-frame" tabindex="0" role="group" aria-label=${table.name}><table>
      <thead><tr>${table.columns.map((column) => html`<th scope="col" key=${column}>${column}</th>`)}</tr></thead>
      <tbody>${table.rows.map((row, index) => html`<tr key=${index}>${row.map((cell, at) => html`<td key=${at} dir="auto"
        class=${cell.startsWith("‹") ? "sealed" : ""}>${cell}</td>`)}</tr>`)}</tbody></table></div>`}
  </details>`;
}

function Lines({ text, label }) {
  return html`<pre class="lines" tabindex="0" role="group" aria-label=${label}>${text || say("page-seen-nothing")}</pre>`;
}
