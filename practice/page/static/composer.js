// Where one types. Enter sends, Shift and Enter begins a line; files come by button, paste or drop.

import { draftOf, edit, send, setDraft } from "./actions.js";
import { Component, classes, createRef, html } from "./html.js";
import { Icon } from "./icons.js";
import { Quoted } from "./message.js";
import { view } from "./view.js";
import { fileSize } from "./when.js";
import { say } from "./words.js";

const HINTS = {
  alex: ["page-hint-announce", "page-hint-help", "page-hint-queue", "page-hint-yes"],
  bea: ["page-hint-meeting", "page-hint-meetings", "page-hint-queue", "page-hint-yes"],
  cy: ["page-hint-haringey", "page-hint-queue", "page-hint-help"],
  noor: ["page-hint-help", "page-hint-groups", "page-hint-join", "page-hint-subscribe"],
  mo: ["page-hint-next", "page-hint-remind", "page-hint-advert", "page-hint-complain", "page-hint-help"],
  rio: ["page-hint-report", "page-hint-help", "page-hint-next"],
  una: ["page-hint-cases", "page-hint-help", "page-hint-missed"],
  vic: ["page-hint-cases", "page-hint-help", "page-hint-missed"],
};
const MEMBER_HINTS = ["page-hint-next", "page-hint-meetings", "page-hint-remind", "page-hint-help"];
const GROUP_HINTS = ["page-hint-hello", "page-hint-when"];

export class Composer extends Component {
  box = createRef();
  picker = createRef();
  state = { over: false };

  componentDidMount() {
    this.fit();
  }

  componentDidUpdate() {
    this.fit();
  }

  // As tall as its text. CSS will do this alone one day (field-sizing).
  fit() {
    const box = this.box.current;
    if (!box || CSS.supports("field-sizing", "content")) return;
    box.style.height = "auto";
    box.style.height = `${box.scrollHeight}px`;
  }

  get draft() {
    return draftOf(this.props.phone.id, this.props.chat.id);
  }

  keep(values) {
    setDraft(this.props.phone.id, this.props.chat.id, values);
  }

  add(files) {
    if (files.length) this.keep({ files: [...this.draft.files, ...files] });
  }

  cancel() {
    const { edit: editing, kept } = this.draft;
    this.keep({ edit: null, reply: null, ...(editing ? { text: kept ?? "" } : {}) });
    this.box.current?.focus();
  }

  submit() {
    const { phone, chat } = this.props;
    const { text, files, reply, edit: editing, kept } = this.draft;
    const said = text.trim();
    if (editing) {
      if (said && said !== editing.text) edit(phone.id, chat.id, editing.id, said);
      this.keep({ edit: null, text: kept ?? "" });
    } else if (said || files.length) {
      this.keep({ text: "", files: [], reply: null });
      send(phone.id, chat.id, { text: said, files, quote: reply });
    }
    this.box.current?.focus();
  }

  typed(event) {
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      this.submit();
    } else if (event.key === "Escape" && (this.draft.edit || this.draft.reply)) {
      event.stopPropagation();
      this.cancel();
    } else if (event.key === "ArrowUp" && !this.draft.text) {
      event.currentTarget.closest(".chat").querySelector(".message-more[tabindex='0']")?.focus();
    }
  }

  dropped(event) {
    event.preventDefault();
    this.setState({ over: false });
    this.add([...event.dataTransfer.files]);
  }

  render({ phone, chat }, { over }) {
    if (!chat.can_send) return html`<p class="no-composer">${say("page-cannot-send")}</p>`;
    const { text, files, reply, edit: editing } = this.draft;
    const about = reply ?? editing;
    const dragging = (value) => (event) => {
      event.preventDefault();
      if (value !== this.state.over) this.setState({ over: value });
    };
    return html`<form class=${classes("composer", over && "composer-over")}
        onSubmit=${(event) => { event.preventDefault(); this.submit(); }}
        onDragOver=${dragging(true)} onDragLeave=${dragging(false)} onDrop=${(event) => this.dropped(event)}>
      ${!text && !about && !files.length && html`<${Hints} phone=${phone} chat=${chat} />`}
      ${about && html`<div class="about">
        <div><p class="about-what">${say(editing ? "page-editing" : "page-replying")}</p>
          <${Quoted} quote=${{ sender: about.mine ? "" : about.sender, text: about.text || about.files[0]?.name }} /></div>
        ${round("close", "page-cancel", () => this.cancel())}</div>`}
      ${files.length > 0 && html`<ul class="attached">${files.map((file, index) => html`<li key=${index}>
        <${Icon} name="file" /><span class="file-name">${file.name}</span><span class="file-size">${fileSize(file.size)}</span>
        <button type="button" class="round" aria-label=${say("page-remove", { name: file.name })}
          onClick=${() => this.keep({ files: files.filter((one) => one !== file) })}><${Icon} name="close" /></button>
      </li>`)}</ul>`}
      <div class="typing">
        ${!editing && round("attach", "page-attach", () => this.picker.current.click())}
        <input type="file" multiple hidden tabindex="-1" ref=${this.picker} aria-label=${say("page-attach")}
          onChange=${(event) => { this.add([...event.target.files]); event.target.value = ""; }} />
        <textarea rows="1" dir="auto" ref=${this.box} value=${text} autocomplete="off" enterkeyhint="send"
          aria-label=${say("page-write", { name: phone.name, chat: chat.name })} placeholder=${say("page-write-here")}
          onInput=${(event) => this.keep({ text: event.currentTarget.value })}
          onKeyDown=${(event) => this.typed(event)}
          onPaste=${(event) => this.add([...event.clipboardData.files])}></textarea>
        <button class="round send" aria-label=${say(editing ? "page-save" : "page-send")} disabled=${!text.trim() && !files.length}>
          <${Icon} name=${editing ? "check" : "send"} /></button>
      </div>
    </form>`;
  }
}

function round(icon, word, run) {
  return html`<button type="button" class="round" aria-label=${say(word)} onClick=${run}><${Icon} name=${icon} /></button>`;
}

function Hints({ phone, chat }) {
  let ids = chat.kind === "group" ? GROUP_HINTS : HINTS[phone.id] ?? MEMBER_HINTS;
  const admin = ["alex", "bea", "cy"].includes(phone.id) && chat.kind === "bot";
  if (admin && view.state.relay.captcha) ids = ["page-hint-captcha", ...ids];
  return html`<div class="hints" role="group" aria-label=${say("page-hints")}>
    ${ids.map((id) => html`<button type="button" class="hint" key=${id}
      onClick=${() => send(phone.id, chat.id, { text: say(id) })}>${say(id)}</button>`)}
  </div>`;
}
