// A chat that stands open: its head, its messages, and where one types.

import { openChat, setTimer } from "./actions.js";
import { Composer } from "./composer.js";
import { openGroup } from "./group.js";
import { Component, createRef, html } from "./html.js";
import { Icon } from "./icons.js";
import { Message } from "./message.js";
import { Avatar } from "./person.js";
import { moveTo, rove } from "./roving.js";
import { key, view } from "./view.js";
import { dayName, dayNumber, duration } from "./when.js";
import { say, sayCount } from "./words.js";

const NEAR = 60;
const TOGETHER_MS = 5 * 60_000;

export function ChatScreen({ phone, chat }) {
  const pending = view.pending[key(phone.id, chat.id)] ?? [];
  return html`<div class="chat">
    <${Head} phone=${phone} chat=${chat} />
    <${Log} phone=${phone} chat=${chat} messages=${[...chat.messages, ...pending]} />
    <${Composer} phone=${phone} chat=${chat} />
  </div>`;
}

function Head({ phone, chat }) {
  const elsewhere = phone.chats.reduce((sum, one) => sum + (one.id === chat.id ? 0 : one.unread), 0);
  const about = chat.kind === "group" ? chat.members.join(", ") : say("page-bot-about");
  const back = elsewhere
    ? sayCount("page-back-unread-one", "page-back-unread-other", elsewhere)
    : say("page-back");
  return html`<div class="chat-head">
    <button type="button" class="round back" aria-label=${back} onClick=${() => leave(phone.id, chat.id)}>
      <${Icon} name="back" />${elsewhere > 0 && html`<span class="badge" aria-hidden="true">${elsewhere}</span>`}
    </button>
    <${Avatar} name=${chat.name} kind=${chat.kind} />
    <div class="chat-title">
      <h3 dir="auto">${chat.name}</h3>
      <p dir="auto">${chat.timer > 0 && html`<span class="chat-timer"><${Icon} name="timer"
          label=${say("page-timer", { time: duration(chat.timer) })} />${duration(chat.timer, "short")}</span>`}
        <span>${about}</span></p>
    </div>
    ${chat.kind === "group" && html`<button type="button" class="round" aria-haspopup="dialog" aria-label=${say("page-group")}
      title=${say("page-group")} onClick=${() => openGroup(phone.id, chat.id)}><${Icon} name="people" /></button>`}
    ${chat.can_send && html`<${Timer} phone=${phone} chat=${chat} />`}
  </div>`;
}

const TIMERS = [0, 5, 300, 28_800, 604_800];

function Timer({ phone, chat }) {
  const all = TIMERS.includes(chat.timer) ? TIMERS : [...TIMERS, chat.timer];
  return html`<label class="round timer" title=${say("page-timer-set")}><${Icon} name="timer" />
    <select aria-label=${say("page-timer-set")} value=${String(chat.timer)}
        onChange=${(event) => setTimer(phone.id, chat.id, Number(event.currentTarget.value))}>
      ${all.map((one) => html`<option key=${one} value=${String(one)}>${one ? duration(one) : say("page-timer-off")}</option>`)}
    </select></label>`;
}

function leave(phone, chat) {
  openChat(phone, null);
  setTimeout(() => {
    const rows = [...document.querySelectorAll(`#phone-${phone} .chat-row`)];
    const row = rows.find((one) => one.dataset.chat === chat);
    if (row) moveTo(rows, row);
  });
}

// Stays at the newest message, unless somebody has scrolled up to read.
class Log extends Component {
  box = createRef();
  state = { below: 0 };
  stuck = true;
  top = 0;

  componentDidMount() {
    this.watch = new ResizeObserver(() => this.stuck && this.down());
    this.watch.observe(this.box.current);
    this.watch.observe(this.box.current.firstElementChild);
    this.down();
  }

  componentWillUnmount() {
    this.watch.disconnect();
  }

  componentDidUpdate(before) {
    const grown = this.props.messages.length - before.messages.length;
    const own = grown > 0 && this.props.messages.at(-1)?.pending;
    if (own) this.stuck = true;
    if (this.stuck) this.down();
    else if (grown > 0) this.setState({ below: this.state.below + grown });
  }

  down() {
    const box = this.box.current;
    if (!box) return;
    box.scrollTop = box.scrollHeight;
    this.top = box.scrollTop;
  }

  scrolled() {
    const box = this.box.current;
    // A chat that has just been left may still be told that it was scrolled.
    if (!box) return;
    // Only people scroll up: what arrives meanwhile moves the end away, never the place.
    const near = box.scrollHeight - box.scrollTop - box.clientHeight < NEAR;
    if (near) this.stuck = true;
    else if (box.scrollTop < this.top - 1) this.stuck = false;
    this.top = box.scrollTop;
    if (this.stuck && this.state.below) this.setState({ below: 0 });
  }

  render({ phone, chat, messages }, { below }) {
    return html`<div class="log-frame">
      <div class="log" role="log" aria-label=${say("page-log", { chat: chat.name })} ref=${this.box}
          aria-live=${view.focused === phone.id ? "polite" : "off"} tabindex=${messages.length ? -1 : 0}
          onScroll=${() => this.scrolled()} onKeyDown=${(event) => rove(event, ".message-more")}>
        <div class="messages">
          <${Intro} key="intro" chat=${chat} />
          ${messages.map((message, index) => entry(phone, chat, messages, message, index))}
        </div>
      </div>
      ${below > 0 && html`<button type="button" class="below" onClick=${() => { this.stuck = true; this.down(); }}>
        <${Icon} name="down" /> ${sayCount("page-below-one", "page-below-other", below)}</button>`}
    </div>`;
  }
}

function Intro({ chat }) {
  const group = chat.kind === "group";
  return html`<div class="intro"><${Avatar} name=${chat.name} kind=${chat.kind} />
    <p class="intro-name" dir="auto">${chat.name}</p>
    <p>${group ? sayCount("page-members-one", "page-members-other", chat.members.length) : say("page-bot-note")}</p></div>`;
}

function entry(phone, chat, messages, message, index) {
  const before = messages[index - 1];
  const after = messages[index + 1];
  const day = !before || dayNumber(before.timestamp) !== dayNumber(message.timestamp);
  const first = day || !together(before, message);
  const last = !after || !together(message, after);
  return html`
    ${day && html`<p class="day" key=${`day-${message.id}`}><span>${dayName(message.timestamp)}</span></p>`}
    <${Message} key=${message.id} phone=${phone} chat=${chat} message=${message} first=${first}
      last=${last} stop=${index === messages.length - 1} />`;
}

function together(one, other) {
  return one.mine === other.mine && one.sender === other.sender &&
    dayNumber(one.timestamp) === dayNumber(other.timestamp) &&
    other.timestamp - one.timestamp < TOGETHER_MS;
}

