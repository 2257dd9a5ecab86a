// The page as a whole.

import { Column } from "./column.js";
import { Dialog } from "./dialogs.js";
import { classes, html } from "./html.js";
import { Icon } from "./icons.js";
import { ShownPhones, TabBar } from "./people.js";
import { Phone } from "./phone.js";
import { dismiss } from "./server.js";
import { Tour } from "./tour.js";
import { phoneById, set, view } from "./view.js";
import { say } from "./words.js";
import { Clock, Controls, Found, Restart, Seen, Status } from "./world.js";

export function App() {
  if (!view.state) return html`<main class="loading"><p role="status">${say(view.connected ? "page-loading" : "page-reconnecting")}</p></main>`;
  const note = view.state.practice_url_note;
  return html`<div class=${classes("app", `app-${view.size}`)}>
    <a class="skip" href="#phones">${say("page-skip")}</a>
    <header class="top">
      <h1><img src="/static/icon.svg" alt="" width="32" height="32" />Branch Relay</h1>
      <span class="practice">${say("page-practice")}</span>
      <${World} />
      ${note && html`<p class="reachable"><${Icon} name="warn" /> ${note}</p>`}
      <${Bar} />
    </header>
    ${!view.connected && html`<p class="away" role="alert"><span class="spinner" aria-hidden="true"></span>${say("page-reconnecting")}</p>`}
    <main class="stage" id="phones" tabindex="-1" aria-label=${say("page-phones")}><${Stage} /></main>
    <${Tour} />
    ${view.size !== "wide" && html`<${TabBar} />`}
    <div class="notices" role="alert">${view.notices.map((one) => html`<p key=${one.id}>${one.text}
      <button type="button" class="round" aria-label=${say("page-close")} onClick=${() => dismiss(one.id)}><${Icon} name="close" /></button></p>`)}</div>
    ${view.dialog && html`<${Dialog} key=${view.dialog.kind} dialog=${view.dialog} />`}
  </div>`;
}

function World() {
  if (view.size === "wide") return html`<${Clock} /><${Controls} /><div class="top-end"><${Seen} /><${Found} /><${Restart} /></div>`;
  return html`<${Clock} /><button type="button" class="round controls-open" aria-haspopup="dialog" aria-label=${say("page-controls")}
    onClick=${() => set({ dialog: { kind: "controls" } })}><${Icon} name="sliders" /></button>`;
}

function Bar() {
  return html`<div class="bar"><${Status} />${view.size === "wide" && html`<${ShownPhones} />`}</div>`;
}

function Stage() {
  const phones = view.state.phones;
  if (view.size === "wide") {
    const shown = phones.filter((phone) => view.shown.has(phone.id));
    return html`<div class="phones">${shown.map((phone) => html`<${Phone} key=${phone.id} phone=${phone} />`)}</div><${Column} />`;
  }
  const phone = phoneById(view.at) ?? (view.size === "middle" ? phones[0] : null);
  return html`${phone && html`<div class="phones"><${Phone} key=${phone.id} phone=${phone} /></div>`}
    ${(view.size === "middle" || !phone) && html`<${Column} />`}`;
}
