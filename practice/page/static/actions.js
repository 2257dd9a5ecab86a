// What people do on the page.

import { attempt, complain, post } from "./server.js";
import { changed, chatById, key, phoneById, set, view } from "./view.js";
import { practiceNow } from "./when.js";

const path = (phone, chat, what) =>
  `/phones/${encodeURIComponent(phone)}/${encodeURIComponent(chat)}/${what}`;

// Chats

export function openChat(phone, chat) {
  view.open[phone] = chat;
  if (view.sheet?.phone === phone) view.sheet = null;
  changed();
}

const reading = new Set();

export function readWhatIsOpen() {
  if (document.visibilityState !== "visible" || !view.state) return;
  for (const phone of view.state.phones) {
    const chat = phone.chats.find((one) => one.id === view.open[phone.id]);
    if (chat?.unread && onScreen(phone.id)) markRead(phone.id, chat.id);
  }
}

function onScreen(phone) {
  return view.size === "wide" ? view.shown.has(phone) : view.at === phone;
}

async function markRead(phone, chat) {
  const at = key(phone, chat);
  if (reading.has(at)) return;
  reading.add(at);
  await post(path(phone, chat, "read")).catch(() => {});
  reading.delete(at);
}

// Messages

let locals = 0;

export async function send(phone, chat, { text, files = [], quote = null }) {
  const message = onItsWay(text, files, quote);
  pend(phone, chat, (all) => [...all, message]);
  await deliver(phone, chat, message);
}

export function sendAgain(phone, chat, message) {
  message.failed = false;
  pend(phone, chat, (all) => [...all]);
  return deliver(phone, chat, message);
}

export function giveUp(phone, chat, message) {
  pend(phone, chat, (all) => all.filter((one) => one !== message));
}

async function deliver(phone, chat, message) {
  try {
    const { id } = await post(path(phone, chat, "messages"), wireForm(message));
    message.known = id;
    const there = chatById(phone, chat)?.messages?.some((one) => one.id === id);
    if (there) giveUp(phone, chat, message);
  } catch (error) {
    message.failed = true;
    complain(error.message);
    pend(phone, chat, (all) => [...all]);
  }
}

function wireForm({ text, attached, quoted }) {
  if (!attached.length) return { text, ...(quoted ? { quote: quoted } : {}) };
  const form = new FormData();
  form.append("text", text);
  if (quoted) form.append("quote", quoted);
  for (const file of attached) form.append("file", file, file.name);
  return form;
}

function onItsWay(text, attached, quote) {
  const files = attached.map((file) => ({
    name: file.name, type: file.type, size: file.size, url: null,
  }));
  return {
    id: `local-${(locals += 1)}`, pending: true, failed: false, known: null, attached,
    quoted: quote?.id ?? null, timestamp: practiceNow(), mine: true, bot: false, sender: "", text,
    styles: [], edited: false, history: [], deleted: false, reactions: [], files, poll: null,
    quote: quote ? { sender: quote.sender, text: quote.text } : null, state: null, timer: 0,
  };
}

function pend(phone, chat, change) {
  const at = key(phone, chat);
  view.pending[at] = change(view.pending[at] ?? []);
  changed();
}

const wish = (phone, chat, what, body) => attempt(() => post(path(phone, chat, what), body));

export const edit = (phone, chat, message, text) => wish(phone, chat, "edits", { message, text });
export const erase = (phone, chat, message) => wish(phone, chat, "deletions", { message });
export const setTimer = (phone, chat, seconds) => wish(phone, chat, "timers", { seconds });
export const vote = (phone, chat, message, options) =>
  wish(phone, chat, "votes", { message, options });

export function react(phone, chat, message, emoji) {
  const mine = message.reactions.some((one) => one.emoji === emoji && one.mine);
  return wish(phone, chat, "reactions", { message: message.id, emoji: mine ? null : emoji });
}

// Groups themselves

export const changeGroup = (phone, chat, change) => wish(phone, chat, "group", change);
export const leaveGroup = (phone, chat) => wish(phone, chat, "leaving", {});
export const followLink = (phone, chat, what) => wish(phone, chat, "joining", { do: what });

// Drafts: kept here so that a half-typed text survives a look at another chat.

export function draftOf(phone, chat) {
  return view.drafts[key(phone, chat)] ?? { text: "", files: [], reply: null, edit: null };
}

export function setDraft(phone, chat, values) {
  view.drafts[key(phone, chat)] = { ...draftOf(phone, chat), ...values };
  changed();
}

// The world

export const playTour = (what, pace) =>
  attempt(() => post("/tour", { do: what, ...(pace ? { pace } : {}) }));
export const moveTime = (hours) => attempt(() => post("/time", { hours }));
export const setFault = (fault) => attempt(() => post("/faults", fault));
export const beginAgain = () => attempt(() => post("/restart"));

export function look(at) {
  if (at === "feed" || at === "public") view.column = at;
  set({ at });
}

export function toggleShown(id) {
  const shown = new Set(view.shown);
  if (shown.has(id)) shown.delete(id);
  else shown.add(id);
  set({ shown });
  if (shown.has(id) && phoneById(id)) {
    requestAnimationFrame(() => document.getElementById(`phone-${id}`)?.scrollIntoView({ inline: "nearest" }));
  }
}
