// Who somebody is at a glance: a colour and a letter. The letter says it without the colour.

import { classes, html } from "./html.js";
import { Icon } from "./icons.js";

const HUES = 8;

function hue(name) {
  let sum = 0;
  for (const unit of name.toLowerCase()) sum = (sum * 31 + unit.codePointAt(0)) % 9973;
  return sum % HUES;
}

const KNOWN = { alex: 0, mo: 1, rio: 2, una: 3, bea: 4, vic: 5, cy: 6, sam: 7, noor: 3 };

export const hueClass = (name) => `hue-${KNOWN[name.toLowerCase()] ?? hue(name)}`;

export function Avatar({ name, kind = "person", size = "" }) {
  const look = kind === "bot" ? "avatar-bot" : hueClass(name);
  const inside = kind === "person" ? [...name.trim()][0]?.toUpperCase() ?? "?" :
    html`<${Icon} name=${kind === "bot" ? "bot" : "people"} />`;
  return html`<span class=${classes("avatar", look, size && `avatar-${size}`)} aria-hidden="true">${inside}</span>`;
}
