// Tagged templates become Preact's nodes: text stays text, whatever is in it.

import htm from "./vendor/htm/dist/htm.mjs";
import { h } from "./vendor/preact/dist/preact.mjs";

export const html = htm.bind(h);
export { Component, createRef, render } from "./vendor/preact/dist/preact.mjs";

export const classes = (...names) => names.filter(Boolean).join(" ");
