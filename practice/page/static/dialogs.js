// Everything that opens above the page, in the browser's own dialog: it keeps the focus and hears Escape.

import { openChat } from "./actions.js";
import { Component, createRef, html } from "./html.js";
import { Icon } from "./icons.js";
import { ShownPhones } from "./people.js";
import { FoundPanel } from "./found.js";
import { GroupPanel } from "./group.js";
import { SeenPanel } from "./seen.js";
import { rich } from "./rich.js";
import { set, view } from "./view.js";
import { say } from "./words.js";
import { Clock, Controls, Found, Restart, Seen } from "./world.js";

const KINDS = {
  picture: Picture, history: History, seen: SeenPanel, found: FoundPanel, group: GroupPanel, controls: ControlPanel,
  poster: Poster,
};

export class Dialog extends Component {
  box = createRef();

  componentDidMount() {
    this.box.current.showModal();
  }

  render({ dialog }) {
    const close = () => this.box.current.close();
    return html`<dialog ref=${this.box} class=${`dialog dialog-${dialog.kind}`} aria-labelledby="dialog-title"
        onClose=${() => view.dialog === dialog && set({ dialog: null })}
        onClick=${(event) => event.target === event.currentTarget && close()}>
      <${KINDS[dialog.kind]} dialog=${dialog} close=${close} />
    </dialog>`;
  }
}

function head(title, close) {
  return html`<div class="dialog-head"><h2 id="dialog-title" dir="auto">${title}</h2>
    <button type="button" class="round" aria-label=${say("page-close")} onClick=${close}><${Icon} name="close" /></button></div>`;
}

function Picture({ dialog, close }) {
  const { url, name } = dialog.file;
  return html`${head(name || say("page-picture"), close)}<img class="large" src=${url} alt=${name} />`;
}

function History({ dialog, close }) {
  const { message } = dialog;
  return html`${head(say("page-history"), close)}
    <ol class="history">${message.history.map((text, index) => html`<li key=${index}><p class="text" dir="auto">${rich(text)}</p></li>`)}</ol>`;
}

function Poster({ dialog, close }) {
  const open = () => {
    close();
    openChat(dialog.phone, "bot");
  };
  return html`${head(say("page-poster"), close)}<img class="large" src="/poster" alt=${say("page-poster-shows")} />
    <p class="poster-open"><button type="button" class="button" onClick=${open}>${say("page-poster-scan")}</button></p>`;
}

function ControlPanel({ close }) {
  return html`${head(say("page-controls"), close)}<div class="control-panel"><${Clock} /><${Controls} /><${ShownPhones} /><${Seen} /><${Found} /><${Restart} /></div>`;
}
