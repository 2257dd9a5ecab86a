// A group itself, as Signal shows it to somebody in it, and the ways into one.

import { changeGroup, followLink, leaveGroup } from "./actions.js";
import { Component, html } from "./html.js";
import { Icon } from "./icons.js";
import { Avatar } from "./person.js";
import { chatById, set } from "./view.js";
import { say, sayCount } from "./words.js";

const POSTS = {
  "every-member": "page-group-posts-every-member",
  "only-admins": "page-group-posts-only-admins",
};
const LINKS = {
  disabled: "page-group-link-disabled",
  enabled: "page-group-link-enabled",
  "enabled-with-approval": "page-group-link-enabled-with-approval",
};

export function GroupPanel({ dialog, close }) {
  const { phone } = dialog;
  const chat = chatById(phone, dialog.chat);
  const group = chat?.group;
  if (!group) return null;
  const leave = () => leaveGroup(phone, chat.id).then((done) => done && close());
  return html`<div class="dialog-head"><h2 id="dialog-title" dir="auto">${chat.name}</h2>
      <button type="button" class="round" aria-label=${say("page-close")} onClick=${close}><${Icon} name="close" /></button></div>
    <div class="group-panel" tabindex="0" role="group" aria-labelledby="dialog-title">
      <p class="group-about" dir="auto">${group.description || say("page-group-no-description")}</p>
      <p>${say(POSTS[group.posts])} ${say(LINKS[group.link])}</p>
      ${group.inside && group.changes && html`<${Rename} key=${chat.name} phone=${phone} chat=${chat} />`}
      ${group.inside && group.admin && html`<label class="group-choice">${say("page-group-who-writes")}
        <select value=${group.posts} onChange=${(event) => changeGroup(phone, chat.id, { posts: event.currentTarget.value })}>
          ${Object.entries(POSTS).map(([one, word]) => html`<option key=${one} value=${one}>${say(word)}</option>`)}</select></label>`}
      <h3>${sayCount("page-members-one", "page-members-other", group.people.length)}</h3>
      <ul class="group-people">${group.people.map((one, index) => html`<li key=${index}>
        <${Avatar} name=${one.name} size="tiny" /><span dir="auto">${one.name}</span>
        ${one.admin && html`<small>${say("page-group-admin")}</small>`}${one.number && html`<small>${one.number}</small>`}</li>`)}</ul>
      ${group.inside && html`<button type="button" class="button" onClick=${leave}>${say("page-group-leave")}</button>`}
    </div>`;
}

class Rename extends Component {
  state = { name: this.props.chat.name };

  render({ phone, chat }, { name }) {
    const done = (event) => {
      event.preventDefault();
      if (name.trim() && name !== chat.name) changeGroup(phone, chat.id, { name: name.trim() });
    };
    return html`<form class="group-choice" onSubmit=${done}><label>${say("page-group-name")}
      <input value=${name} maxlength="32" onInput=${(event) => this.setState({ name: event.currentTarget.value })} /></label>
      <button type="submit" class="button">${say("page-group-rename")}</button></form>`;
  }
}

// Under the list of chats: invitations that wait, and groups whose link this person may have seen.
export function WaysIn({ phone }) {
  const isNew = !phone.chats.some((chat) => chat.last);
  if (!isNew && !phone.invited.length && !phone.links.length) return null;
  return html`<div class="ways-in">
    ${isNew && html`<p><button type="button" class="button" aria-haspopup="dialog"
      onClick=${() => set({ dialog: { kind: "poster", phone: phone.id } })}>${say("page-poster-look")}</button></p>`}
    ${phone.invited.map((one) => html`<p key=${one.id}><span dir="auto">${say("page-invited", { name: one.name })}</span>
      <button type="button" class="button" onClick=${() => followLink(phone.id, one.id, "join")}>${say("page-accept")}</button>
      <button type="button" class="button" onClick=${() => followLink(phone.id, one.id, "decline")}>${say("page-decline")}</button></p>`)}
    ${phone.links.length > 0 && html`<details><summary>${say("page-links")}</summary>
      ${phone.links.map((one) => html`<p key=${one.id}><span dir="auto">${one.name}</span>
        ${one.asked ? html`<small>${say("page-asked")}</small>` :
          html`<button type="button" class="button" onClick=${() => followLink(phone.id, one.id, "join")}>${say("page-follow-link")}</button>`}</p>`)}</details>`}
  </div>`;
}

export const openGroup = (phone, chat) => set({ dialog: { kind: "group", phone, chat } });
