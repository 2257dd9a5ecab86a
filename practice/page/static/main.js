import { readWhatIsOpen } from "./actions.js";
import { App } from "./app.js";
import { html, render } from "./html.js";
import { connect } from "./server.js";
import { changed, onChange, set, view } from "./view.js";
import { loadWords, say } from "./words.js";

const NARROW = window.matchMedia("(max-width: 639px)");
const WIDE = window.matchMedia("(min-width: 1100px)");
const CLOCK_MS = 10_000;

function measure() {
  const size = NARROW.matches ? "narrow" : WIDE.matches ? "wide" : "middle";
  if (size !== view.size) set({ size });
}

function draw() {
  const before = document.querySelector(".phone-acts")?.id;
  render(html`<${App} />`, document.getElementById("page"));
  const acts = document.querySelector(".phone-acts");
  if (acts && acts.id !== before) acts.scrollIntoView({ inline: "center", block: "nearest" });
  readWhatIsOpen();
}

await loadWords();
document.title = say("page-title");
onChange(draw);
for (const query of [NARROW, WIDE]) query.addEventListener("change", measure);
document.addEventListener("visibilitychange", readWhatIsOpen);
measure();
changed();
connect();
setInterval(changed, CLOCK_MS);
