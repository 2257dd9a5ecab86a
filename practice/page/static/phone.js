// One person's phone: a list of chats, or the chat that stands open.

import { openChat } from "./actions.js";
import { ChatScreen } from "./chat.js";
import { WaysIn } from "./group.js";
import { classes, html } from "./html.js";
import { Sheet } from "./sheet.js";
import { Avatar } from "./person.js";
import { rove } from "./roving.js";
import { view } from "./view.js";
import { briefly, practiceNow, timeOfDay } from "./when.js";
import { say, sayCount } from "./words.js";

const COARSE = window.matchMedia("(pointer: coarse)");

export function Phone({ phone }) {
  const open = phone.chats.find((chat) => chat.id === view.open[phone.id]);
  const tour = view.state.tour;
  const acts = tour.who === phone.id && tour.state !== "idle" && tour.state !== "ended";
  const sheet = view.sheet?.phone === phone.id ? view.sheet : null;
  return html`<section id=${`phone-${phone.id}`} class=${classes("phone", acts && "phone-acts")}
      aria-label=${say("page-phone", { name: phone.name, role: phone.role })}
      onFocusIn=${() => focused(phone.id)}>
    <header class="plate">
      <${Avatar} name=${phone.name} size="small" />
      <h2>${phone.name}</h2>
      <p>${phone.role}</p>
    </header>
    <div class="screen">
      <div class="screen-top" aria-hidden="true">
        <span>${timeOfDay(practiceNow())}</span><span class="camera"></span><span class="battery"></span>
      </div>
      <div class="screen-body" inert=${Boolean(sheet)}>
        ${open
          ? html`<${ChatScreen} key=${open.id} phone=${phone} chat=${open} />`
          : html`<${ChatList} phone=${phone} />`}
      </div>
      ${sheet && html`<${Sheet} sheet=${sheet} />`}
    </div>
  </section>`;
}

function focused(id) {
  if (view.focused === id) return;
  view.focused = id;
  // Only the phone in use speaks: its log alone is announced as it grows.
  for (const log of document.querySelectorAll("[role=log]")) {
    log.setAttribute("aria-live", log.closest(".phone")?.id === `phone-${id}` ? "polite" : "off");
  }
}

function ChatList({ phone }) {
  const chats = [...phone.chats].sort((a, b) => (b.last?.timestamp ?? 0) - (a.last?.timestamp ?? 0));
  return html`<div class="list">
    <h3>${say("page-chats")}</h3>
    <ul class="chats" onKeyDown=${(event) => rove(event, ".chat-row")}>
      ${chats.map((chat, index) => html`<li key=${chat.id}><${Row} phone=${phone} chat=${chat} first=${index === 0} /></li>`)}
    </ul>
    <${WaysIn} phone=${phone} />
  </div>`;
}

function Row({ phone, chat, first }) {
  const unread = chat.unread > 0 && sayCount("page-unread-one", "page-unread-other", chat.unread);
  return html`<button type="button" class=${classes("chat-row", unread && "chat-unread")}
      tabindex=${first ? 0 : -1} data-chat=${chat.id} onClick=${() => enter(phone.id, chat.id)}>
    <${Avatar} name=${chat.name} kind=${chat.kind} />
    <span class="chat-name" dir="auto">${chat.name}</span>
    ${chat.last && html`<span class="chat-time">${briefly(chat.last.timestamp)}</span>`}
    <span class="chat-last" dir="auto">${chat.last?.text || say("page-chat-empty")}</span>
    ${unread && html`<span class="badge"><span aria-hidden="true">${chat.unread}</span><span class="hidden">${unread}</span></span>`}
  </button>`;
}

function enter(phone, chat) {
  openChat(phone, chat);
  setTimeout(() => {
    // A finger that only wants to read shall not have half the screen covered by letters.
    const box = COARSE.matches ? null : document.querySelector(`#phone-${phone} .composer textarea`);
    (box ?? document.querySelector(`#phone-${phone} .back`))?.focus();
  });
}
