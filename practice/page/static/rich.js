// A message's text as nodes: styles as Signal counts them (UTF-16), and links. Never as markup.

import { html } from "./html.js";
import { Spoiler } from "./spoiler.js";

const LINK = /\bhttps?:\/\/[^\s<>"“”]+/g;
const TAIL = /[.,:;!?'’)\]}*]+$/;
const TAGS = { BOLD: "strong", ITALIC: "em", MONOSPACE: "code", STRIKETHROUGH: "s" };

export function linksIn(text) {
  return [...text.matchAll(LINK)].map((found) => {
    let url = found[0];
    const tail = TAIL.exec(url)?.[0] ?? "";
    // A closing bracket belongs to the address if it was opened in it.
    url = tail.startsWith(")") && url.includes("(") ? url : url.slice(0, url.length - tail.length);
    return { start: found.index, end: found.index + url.length, url };
  });
}

export function safeLink(url) {
  try {
    return ["http:", "https:"].includes(new URL(url).protocol) ? url : null;
  } catch {
    return null;
  }
}

// Cuts a text wherever a style or a link begins or ends.
export function rich(text, styles = [], links = linksIn(text)) {
  const cuts = new Set([0, text.length]);
  for (const { start, length } of styles) cuts.add(start).add(start + length);
  for (const { start, end } of links) cuts.add(start).add(end);
  const at = [...cuts].filter((cut) => cut >= 0 && cut <= text.length).sort((a, b) => a - b);
  return at.slice(0, -1).map((from, index) => piece(text.slice(from, at[index + 1]), from, styles, links));
}

function piece(part, from, styles, links) {
  const on = styles.filter(({ start, length }) => start <= from && from < start + length);
  const link = links.find(({ start, end }) => start <= from && from < end);
  const url = link && safeLink(link.url);
  let node = part;
  for (const { style } of on) {
    const tag = TAGS[style];
    if (tag) node = html`<${tag}>${node}<//>`;
  }
  if (url) node = html`<a href=${url} target="_blank" rel="noreferrer noopener">${node}</a>`;
  if (on.some(({ style }) => style === "SPOILER")) node = html`<${Spoiler}>${node}<//>`;
  return node;
}
