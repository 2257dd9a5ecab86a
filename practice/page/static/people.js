// Whose phone: beside each other where there is room, otherwise one after the other.

import { look, toggleShown } from "./actions.js";
import { html } from "./html.js";
import { Icon } from "./icons.js";
import { Avatar } from "./person.js";
import { view } from "./view.js";
import { say, sayCount } from "./words.js";

export function ShownPhones() {
  return html`<div class="shown" role="group" aria-label=${say("page-shown")}>
    ${view.state.phones.map((phone) => html`<button type="button" class="person" key=${phone.id}
        aria-pressed=${view.shown.has(phone.id)} title=${phone.role} onClick=${() => toggleShown(phone.id)}>
      <${Avatar} name=${phone.name} size="tiny" />${phone.name}</button>`)}
  </div>`;
}

export function TabBar() {
  return html`<nav class="tabs" aria-label=${say("page-whose")}>
    ${inTabs().map((phone) => html`<${PersonTab} key=${phone.id} phone=${phone} />`)}
    ${view.size === "narrow" && html`${place("feed", "sky", "page-bluesky")}${place("public", "globe", "page-public-short")}`}
  </nav>`;
}

function inTabs() {
  return view.state.phones.filter((phone) => view.shown.has(phone.id) || view.at === phone.id);
}

function PersonTab({ phone }) {
  const unread = phone.chats.reduce((sum, chat) => sum + chat.unread, 0);
  return html`<button type="button" class="tab" aria-current=${view.at === phone.id ? "true" : null} onClick=${() => look(phone.id)}>
    <span class="tab-mark"><${Avatar} name=${phone.name} size="small" />${unread > 0 && html`<span class="badge" aria-hidden="true">${unread}</span>`}</span>
    <span>${phone.name}</span>${unread > 0 && html`<span class="hidden">${sayCount("page-unread-one", "page-unread-other", unread)}</span>`}</button>`;
}

function place(id, icon, word) {
  return html`<button type="button" class="tab" aria-current=${view.at === id ? "true" : null} onClick=${() => look(id)}>
    <span class="tab-mark tab-icon"><${Icon} name=${icon} /></span><span>${say(word)}</span></button>`;
}
