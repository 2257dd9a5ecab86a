// What the page shows: the server's state, and what only this window knows. One place, no framework.

import { applyEvent } from "./events.js";
import { setClock } from "./when.js";

const FIRST_SHOWN = ["alex", "mo", "rio", "una", "bea"];

export const view = {
  state: null,
  connected: true,
  size: "wide", // wide: phones side by side · middle: a phone and the column · narrow: one thing
  at: "alex", // a phone's id, "feed" or "public"
  column: "feed",
  shown: new Set(FIRST_SHOWN),
  open: {}, // the chat that stands open on each phone; null is the list
  drafts: {}, // by "phone/chat": {text, files, reply, edit}
  pending: {}, // by "phone/chat": messages on their way
  sheet: null, // the message whose menu is open: {phone, chat, message}
  focused: null, // the phone that has the focus
  dialog: null, // {kind, …}
  notices: [],
};

let draw = () => {};
let asked = false;

export function onChange(render) {
  draw = render;
}

export function changed() {
  if (asked) return;
  asked = true;
  queueMicrotask(() => {
    asked = false;
    draw();
  });
}

export function set(values) {
  Object.assign(view, values);
  changed();
}

export const key = (phone, chat) => `${phone}/${chat}`;

export const phoneById = (id) => view.state?.phones.find((one) => one.id === id);

export const chatById = (phone, id) => phoneById(phone)?.chats.find((one) => one.id === id);

export function received(kind, data) {
  const before = view.state;
  view.state = applyEvent(before, kind, data);
  if (!view.state) return changed();
  if (kind === "relay" || kind === "state") setClock(view.state.relay.now);
  if (kind === "state") begun(before);
  if (kind === "chat") settled(data.phone, data.chat, before);
  if (kind === "tour") followed(before?.tour);
  changed();
}

function begun(before) {
  const phones = view.state.phones;
  if (before && before.run !== view.state.run) {
    Object.assign(view, { drafts: {}, pending: {}, open: {}, sheet: null });
  }
  for (const phone of phones) {
    for (const chat of phone.chats) settle(phone.id, chat, []);
    if (phone.id in view.open) continue;
    view.open[phone.id] = phone.chats.some((chat) => chat.id === "bot") ? "bot" : null;
  }
}

function settled(phone, chat, before) {
  const old = before?.phones.find((one) => one.id === phone)?.chats.find((c) => c.id === chat.id);
  const known = new Set((old?.messages ?? []).map((message) => message.id));
  const fresh = chat.messages.filter((message) => !known.has(message.id));
  settle(phone, chat, fresh);
  const draft = view.drafts[key(phone, chat.id)];
  const busy = draft && (draft.text || draft.edit || draft.reply);
  if (view.state.tour.state === "playing" && fresh.length && old && !busy) {
    view.open[phone] = chat.id;
  }
}

// A message on its way is replaced by the real one, whichever comes first: the answer or the event.
function settle(phone, chat, fresh) {
  const at = key(phone, chat.id);
  const ids = new Set(chat.messages?.map((message) => message.id) ?? []);
  const mine = fresh.filter((message) => message.mine).map((message) => message.text);
  view.pending[at] = (view.pending[at] ?? []).filter((one) => {
    if (one.known && ids.has(one.known)) return false;
    const same = one.failed ? -1 : mine.indexOf(one.text);
    if (same >= 0) mine.splice(same, 1);
    return same < 0;
  });
}

function followed(before) {
  const { who, state } = view.state.tour;
  if (state !== "playing" || !who || who === before?.who) return;
  if (view.size === "wide") view.shown.add(who);
  else if (phoneById(who)) view.at = who;
}
