// What the public sees: the branch's Bluesky feed, and its own pages.

import { look } from "./actions.js";
import { Component, classes, createRef, html } from "./html.js";
import { Icon } from "./icons.js";
import { Avatar } from "./person.js";
import { linksIn, rich, safeLink } from "./rich.js";
import { rove } from "./roving.js";
import { set, view } from "./view.js";
import { briefly } from "./when.js";
import { say } from "./words.js";

export function Column() {
  const { feed, pages } = view.state;
  return html`<section class="column" aria-label=${say("page-column")}>
    ${view.size !== "narrow" && html`<div class="column-tabs" role="tablist" aria-label=${say("page-column")}
        onKeyDown=${(event) => rove(event, "[role=tab]")}>
      ${tab("feed", "sky", "page-bluesky")}${tab("public", "globe", "page-public")}
    </div>`}
    ${view.column === "feed"
      ? html`<${Feed} key="feed" feed=${feed} />`
      : html`<${PublicPages} key="public" pages=${pages ?? []} />`}
  </section>`;
}

function tab(id, icon, word) {
  const chosen = view.column === id;
  return html`<button type="button" role="tab" id=${`tab-${id}`} aria-selected=${chosen} tabindex=${chosen ? 0 : -1}
    aria-controls="column-panel" onFocus=${() => !chosen && choose(id)} onClick=${() => choose(id)}>
    <${Icon} name=${icon} />${say(word)}</button>`;
}

function choose(id) {
  if (view.size === "narrow") look(id);
  else set({ column: id });
}

const panel = (id) =>
  view.size === "narrow"
    ? { id: "column-panel", role: "region", "aria-label": say(id === "feed" ? "page-bluesky" : "page-public") }
    : { id: "column-panel", role: "tabpanel", "aria-labelledby": `tab-${id}` };

function Feed({ feed }) {
  const replies = new Map();
  const known = new Set(feed.posts.map((post) => post.uri));
  for (const post of [...feed.posts].reverse()) {
    if (known.has(post.reply_to)) replies.set(post.reply_to, [...(replies.get(post.reply_to) ?? []), post]);
  }
  const roots = feed.posts.filter((post) => !known.has(post.reply_to));
  return html`<div class="panel feed" tabindex="0" ...${panel("feed")}>
    ${!feed.up && html`<p class="feed-down"><${Icon} name="warn" /> ${say("page-bluesky-down")}</p>`}
    ${!roots.length && html`<div class="empty"><${Icon} name="sky" /><p>${say("page-feed-empty")}</p></div>`}
    ${roots.map((post) => html`<${Thread} key=${post.uri} post=${post} replies=${replies} />`)}
  </div>`;
}

function Thread({ post, replies, depth = 0 }) {
  const below = replies.get(post.uri) ?? [];
  return html`<div class=${classes("thread", depth && "thread-reply")}>
    <${Post} post=${post} />
    ${below.map((one) => html`<${Thread} key=${one.uri} post=${one} replies=${replies} depth=${depth + 1} />`)}
  </div>`;
}

function Post({ post }) {
  const links = post.links ?? linksIn(post.text);
  const card = post.card && { ...post.card, href: safeLink(post.card.url) };
  const at = Date.parse(post.at);
  return html`<article class="post">
    <${Avatar} name=${post.handle} size="small" />
    <div class="post-body">
      <p class="post-head"><b dir="auto">@${post.handle}</b>
        ${Number.isFinite(at) && html`<time datetime=${post.at}>${briefly(at)}</time>`}</p>
      <p class="text" dir="auto">${rich(post.text, [], links)}</p>
      ${post.pictures.length > 0 && html`<div class=${classes("pictures", post.pictures.length > 1 && "pictures-many")}>
        ${post.pictures.map((one) => html`<button type="button" class="picture" key=${one.url}
            aria-label=${say("page-enlarge", { name: one.alt || say("page-picture") })}
            onClick=${() => set({ dialog: { kind: "picture", file: { url: one.url, name: one.alt } } })}>
          <img src=${one.url} alt="" />${one.alt && html`<span class="alt" aria-hidden="true">ALT</span>`}</button>`)}</div>`}
      ${card?.href && html`<a class="card" href=${card.href} target="_blank" rel="noreferrer noopener">
        <b dir="auto">${card.title || card.url}</b>${card.description && html`<span dir="auto">${card.description}</span>`}
        <small>${new URL(card.href).host}</small></a>`}
    </div>
  </article>`;
}

class PublicPages extends Component {
  frame = createRef();
  state = { url: null };

  render({ pages }, state) {
    const url = state.url ?? pages[0]?.url;
    if (!url) return html`<div class="panel" ...${panel("public")}><div class="empty"><${Icon} name="globe" /><p>${say("page-public-empty")}</p></div></div>`;
    const again = () => { this.frame.current.src = url; };
    return html`<div class="panel public" ...${panel("public")}>
      <div class="public-bar">
        ${pages.length > 1
          ? html`<select aria-label=${say("page-public-which")} onChange=${(event) => this.setState({ url: event.currentTarget.value })}>
            ${pages.map((page) => html`<option key=${page.url} value=${page.url} selected=${page.url === url}>${page.name}</option>`)}</select>`
          : html`<span class="public-name">${pages[0].name}</span>`}
        <button type="button" class="round" aria-label=${say("page-public-again")} onClick=${again}><${Icon} name="refresh" /></button>
      </div>
      <iframe ref=${this.frame} src=${url} title=${say("page-public")} sandbox="allow-popups allow-downloads allow-same-origin"></iframe>
    </div>`;
  }
}
