// A message as a bubble, with everything that hangs on it.

import { giveUp, react, sendAgain, vote } from "./actions.js";
import { classes, html } from "./html.js";
import { Icon, Ticks } from "./icons.js";
import { Avatar, hueClass } from "./person.js";
import { rich } from "./rich.js";
import { set } from "./view.js";
import { duration, fileSize, timeOfDay } from "./when.js";
import { say, sayCount } from "./words.js";

const PICTURES = new Set(["image/png", "image/jpeg", "image/gif", "image/webp"]);
const HOLD_MS = 450;
const BEGINNING = 60;

export function Message({ phone, chat, message, first, last, stop }) {
  const group = chat.kind === "group";
  const named = group && !message.mine;
  const look = classes(
    "message", message.mine ? "mine" : "theirs", first && "message-first", last && "message-last",
    message.pending && "message-pending", message.failed && "message-failed",
    named && "message-named", message.deleted && "message-deleted",
  );
  const open = (event) => openSheet(event, phone, chat, message);
  return html`<article class=${look} data-id=${message.id} ...${held(open)}>
    ${named && last && html`<${Avatar} name=${message.sender} kind=${message.bot ? "bot" : "person"} size="tiny" />`}
    <div class="bubble">
      ${named && first && html`<p class=${classes("sender", message.bot ? "sender-bot" : hueClass(message.sender))} dir="auto">${message.sender}</p>`}
      ${message.deleted
        ? html`<p class="gone"><${Icon} name="bin" /> ${say("page-deleted")}</p>`
        : html`<${Body} phone=${phone} chat=${chat} message=${message} />`}
      <${Meta} phone=${phone} chat=${chat} message=${message} />
    </div>
    ${!message.deleted && html`<${Reactions} phone=${phone} chat=${chat} message=${message} />`}
    ${!message.pending && !message.deleted && html`<button type="button" class="round message-more" tabindex=${stop ? 0 : -1}
      aria-haspopup="dialog" aria-label=${label(message)} onClick=${open}><${Icon} name="more" /></button>`}
    ${message.failed && html`<p class="failed" role="alert"><${Icon} name="warn" /> ${say("page-failed")}
      <button type="button" onClick=${() => sendAgain(phone.id, chat.id, message)}>${say("page-again")}</button>
      <button type="button" onClick=${() => giveUp(phone.id, chat.id, message)}>${say("page-give-up")}</button></p>`}
  </article>`;
}

function label(message) {
  const text = message.text || message.files[0]?.name || message.poll?.question || "";
  const beginning = text.length > BEGINNING ? `${text.slice(0, BEGINNING)}…` : text;
  if (message.mine) return say("page-options-mine", { text: beginning });
  return say("page-options", { name: message.sender, text: beginning });
}

function openSheet(event, phone, chat, message) {
  event.preventDefault();
  if (message.pending || message.deleted) return;
  set({ sheet: { phone: phone.id, chat: chat.id, message: message.id } });
}

// A finger that stays, or the other mouse button; a link keeps its own menu. There is one finger, and
// while it stays everything may be drawn anew.
let holding;
let opened = false;

function held(open) {
  const stop = () => clearTimeout(holding);
  return {
    onContextMenu: (event) => event.target.closest("a") || window.getSelection().toString() || open(event),
    onTouchStart: (event) => {
      stop();
      opened = false;
      holding = setTimeout(() => { opened = true; open(event); }, HOLD_MS);
    },
    onTouchEnd: (event) => {
      stop();
      // Or the browser takes it for a touch of what has just opened under the finger.
      if (opened) event.preventDefault();
      opened = false;
    },
    onTouchMove: stop,
    onTouchCancel: stop,
  };
}

function Body({ phone, chat, message }) {
  const pictures = message.files.filter(isPicture);
  const others = message.files.filter((file) => !isPicture(file));
  return html`
    ${message.quote && html`<${Quoted} quote=${message.quote} />`}
    ${pictures.length > 0 && html`<div class=${classes("pictures", pictures.length > 1 && "pictures-many")}>
      ${pictures.map((file) => html`<${Picture} key=${file.url} file=${file} />`)}</div>`}
    ${others.map((file) => html`<${File} key=${file.url ?? file.name} file=${file} />`)}
    ${message.poll && html`<${Poll} phone=${phone} chat=${chat} message=${message} />`}
    ${message.text && message.text !== message.poll?.question && html`<p class="text" dir="auto">${rich(message.text, message.styles)}</p>`}`;
}

const isPicture = (file) => PICTURES.has(file.type);

export function Quoted({ quote }) {
  return html`<blockquote class=${classes("quote", hueClass(quote.sender || "?"))}>
    <p class="quote-sender" dir="auto">${quote.sender || say("page-you")}</p>
    <p class="quote-text" dir="auto">${quote.text.replace(/\s+/g, " ") || say("page-quote-empty")}</p>
  </blockquote>`;
}

function Picture({ file }) {
  if (!file.url) return html`<span class="picture picture-coming">${file.name}</span>`;
  const show = () => set({ dialog: { kind: "picture", file } });
  return html`<button type="button" class="picture" onClick=${show} aria-label=${say("page-enlarge", { name: file.name })}>
    <img src=${file.url} alt="" loading="eager" /></button>`;
}

function File({ file }) {
  const about = html`<${Icon} name="file" /><span class="file-name" dir="auto">${file.name}</span>
    <span class="file-size">${fileSize(file.size)}</span>`;
  if (!file.url) return html`<div class="file">${about}</div>`;
  return html`<a class="file" href=${file.url} download=${file.name}>${about}<${Icon} name="download"
    label=${say("page-download")} /></a>`;
}

function Poll({ phone, chat, message }) {
  const { question, options, closed, multiple } = message.poll;
  const most = Math.max(1, ...options.map((one) => one.count));
  const choose = (index) => {
    const mine = options.flatMap((one, i) => (one.mine ? [i] : []));
    const kept = mine.filter((one) => one !== index);
    const more = mine.includes(index) ? [] : [index];
    vote(phone.id, chat.id, message.id, multiple ? [...kept, ...more].sort() : more);
  };
  return html`<fieldset class="poll">
    <legend dir="auto">${question}</legend>
    <p class="poll-about">${say(closed ? "page-poll-closed" : multiple ? "page-poll-many" : "page-poll-one")}</p>
    ${options.map((option, index) => html`<button type="button" class="option" key=${index} disabled=${closed}
        aria-pressed=${option.mine} onClick=${() => choose(index)}>
      <span class="option-mark"><${Icon} name="check" /></span>
      <span class="option-text" dir="auto">${option.text}</span>
      <span class="option-count" aria-label=${sayCount("page-votes-one", "page-votes-other", option.count)}>${option.count}</span>
      <span class="option-bar" aria-hidden="true"><span style=${{ width: `${(100 * option.count) / most}%` }}></span></span>
    </button>`)}
  </fieldset>`;
}

function Meta({ phone, chat, message }) {
  const history = () => set({ dialog: { kind: "history", message, phone: phone.id, chat: chat.id } });
  return html`<p class="meta">
    ${message.edited && !message.deleted && html`<button type="button" class="edited" onClick=${history}>${say("page-edited")}</button>`}
    ${message.timer > 0 && html`<span class="meta-timer"><${Icon} name="timer"
      label=${say("page-timer", { time: duration(message.timer) })} />${duration(message.timer, "narrow")}</span>`}
    <time datetime=${new Date(message.timestamp).toISOString()}>${timeOfDay(message.timestamp)}</time>
    ${message.pending && !message.failed && html`<${Icon} name="clock" label=${say("page-sending")} />`}
    ${message.mine && message.state && html`<${Ticks} state=${message.state} label=${stateName(message.state)} />`}
  </p>`;
}

function stateName(state) {
  if (state === "read") return say("page-state-read");
  return say(state === "delivered" ? "page-state-delivered" : "page-state-sent");
}

function Reactions({ phone, chat, message }) {
  if (!message.reactions.length) return null;
  return html`<div class="reactions">${message.reactions.map((one) => html`<button type="button" key=${one.emoji}
      class="reaction" aria-pressed=${one.mine} title=${one.names.join(", ")}
      aria-label=${say("page-reaction", { emoji: one.emoji, names: one.names.join(", ") })}
      onClick=${() => react(phone.id, chat.id, message, one.emoji)}>
    <span>${one.emoji}</span>${one.count > 1 && html`<span>${one.count}</span>`}</button>`)}</div>`;
}

