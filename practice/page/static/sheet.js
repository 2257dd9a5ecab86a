// What can be done with a message: slides up inside the phone.

import { draftOf, erase, react, setDraft } from "./actions.js";
import { Component, createRef, html } from "./html.js";
import { Icon } from "./icons.js";
import { STEPS } from "./roving.js";
import { complain } from "./server.js";
import { chatById, set } from "./view.js";
import { say } from "./words.js";

const EMOJI = ["👍", "❤️", "😂", "😮", "😢", "🙏"];

export class Sheet extends Component {
  box = createRef();

  componentDidMount() {
    this.buttons()[0]?.focus();
  }

  buttons() {
    return [...this.box.current.querySelectorAll("button")];
  }

  typed(event) {
    const all = this.buttons();
    const now = all.indexOf(document.activeElement);
    const step = event.key === "Tab" ? (event.shiftKey ? -1 : 1) : STEPS[event.key];
    if (event.key === "Escape") {
      event.stopPropagation();
      close(this.props.sheet);
    } else if (step) {
      event.preventDefault();
      all[(now + step + all.length) % all.length].focus();
    }
  }

  render({ sheet }) {
    const { phone, chat } = sheet;
    const message = chatById(phone, chat)?.messages.find((one) => one.id === sheet.message);
    if (!message) return null;
    const canWrite = chatById(phone, chat).can_send;
    const then = (work) => () => {
      close(sheet);
      work();
    };
    const mine = (emoji) => message.reactions.some((one) => one.emoji === emoji && one.mine);
    return html`<div class="sheet-frame" onClick=${(event) => event.target === event.currentTarget && close(sheet)}>
      <div class="sheet" role="dialog" aria-modal="true" aria-label=${say("page-sheet")} ref=${this.box}
          onKeyDown=${(event) => this.typed(event)}>
        <div class="sheet-emoji" role="group" aria-label=${say("page-react")}>
          ${EMOJI.map((emoji) => html`<button type="button" key=${emoji} aria-pressed=${mine(emoji)}
            aria-label=${say("page-react-with", { emoji })}
            onClick=${then(() => react(phone, chat, message, emoji))}>${emoji}</button>`)}
        </div>
        ${canWrite && action("reply", "page-reply", then(() => reply(phone, chat, message)))}
        ${message.text && action("copy", "page-copy", then(() => copy(message.text)))}
        ${message.mine && message.text && action("edit", "page-edit", then(() => change(phone, chat, message)))}
        ${message.mine && action("bin", "page-delete", then(() => erase(phone, chat, message.id)))}
        ${action("close", "page-close", then(() => {}))}
      </div>
    </div>`;
  }
}

function action(icon, word, run) {
  return html`<button type="button" class=${`sheet-action sheet-${icon}`} onClick=${run}><${Icon} name=${icon} />${say(word)}</button>`;
}

function close({ phone, message }) {
  set({ sheet: null });
  setTimeout(() => {
    const where = document.activeElement;
    if (where && where !== document.body && !where.closest("[inert]")) return;
    const articles = [...document.querySelectorAll(`#phone-${phone} .message`)];
    articles.find((one) => one.dataset.id === message)?.querySelector(".message-more")?.focus();
  });
}

function reply(phone, chat, message) {
  setDraft(phone, chat, { reply: message, edit: null });
  write(phone);
}

function change(phone, chat, message) {
  const { text, edit } = draftOf(phone, chat);
  setDraft(phone, chat, { edit: message, reply: null, kept: edit ? "" : text, text: message.text });
  write(phone);
}

function write(phone) {
  setTimeout(() => document.querySelector(`#phone-${phone} .composer textarea`)?.focus());
}

async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    complain(say("page-copy-refused"));
  }
}
