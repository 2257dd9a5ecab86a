// The tour: the story plays by itself, and this is its remote control and its subtitles.

import { playTour } from "./actions.js";
import { Component, classes, html } from "./html.js";
import { Icon } from "./icons.js";
import { phoneById, view } from "./view.js";
import { say } from "./words.js";

export class Tour extends Component {
  state = { list: false, fast: false, busy: false };

  async do(what) {
    this.setState({ busy: true });
    await playTour(what, this.state.fast ? "fast" : "reading");
    this.setState({ busy: false });
  }

  render(_, { list, fast }) {
    const { tour } = view.state;
    const idle = tour.state === "idle";
    const playing = tour.state === "playing";
    return html`<section class=${classes("tour", `tour-${tour.state}`)} aria-label=${say("page-tour")}>
      ${list && html`<${Chapters} tour=${tour} close=${() => this.setState({ list: false })} />`}
      <div class="tour-buttons">
        <button type="button" class="button primary tour-play" onClick=${() => this.do(tour.state === "ended" || tour.state === "failed" ? "restart" : playing ? "pause" : "play")}>
          <${Icon} name=${playing ? "pause" : "play"} /><span>${playWord(tour.state)}</span></button>
        ${tool("step", "page-tour-step", () => this.do("step"))}
        ${!idle && tool("restart", "page-tour-restart", () => this.do("restart"))}
        ${tool("fast", "page-tour-fast", () => this.setFast(!fast), { "aria-pressed": fast })}
        ${tool("list", "page-tour-chapters", () => this.setState({ list: !list }), { "aria-expanded": list })}
      </div>
      <div class="tour-told">
        <${Progress} tour=${tour} />
        <p class="tour-chapter">${chapterName(tour)}</p>
        <p class="caption" aria-live="polite" tabindex="0">${caption(tour)}</p>
      </div>
    </section>`;
  }

  setFast(fast) {
    this.setState({ fast });
    if (view.state.tour.state === "playing") playTour("play", fast ? "fast" : "reading");
  }
}

function tool(icon, word, run, more = {}) {
  return html`<button type="button" class="round tool" aria-label=${say(word)} title=${say(word)} onClick=${run} ...${more}><${Icon} name=${icon} /></button>`;
}

function playWord(state) {
  if (state === "playing") return say("page-tour-pause");
  if (state === "paused") return say("page-tour-go-on");
  return say(state === "idle" ? "page-tour-play" : "page-tour-again");
}

function chapterName({ chapter, chapters, state }) {
  if (state === "ended") return say("page-tour-ended");
  if (state === "failed") return say("page-tour-failed");
  if (chapter === null || chapter === undefined) return say("page-tour-title");
  return say("page-tour-chapter", { number: chapter + 1, count: chapters.length, name: chapters[chapter] ?? "" });
}

function caption({ caption: text, state, who }) {
  if (text) return text;
  if (state === "idle") return say("page-tour-about");
  return who ? (phoneById(who)?.name ?? "") : "";
}

function Progress({ tour }) {
  const done = tour.state === "ended" ? tour.chapters.length : (tour.chapter ?? -1);
  return html`<div class="progress" aria-hidden="true">${tour.chapters.map((_, index) => html`<span key=${index}
    class=${classes(index < done && "done", index === done && "now")}></span>`)}</div>`;
}

function Chapters({ tour, close }) {
  const escape = (event) => event.key === "Escape" && close();
  return html`<div class="chapters" onKeyDown=${escape}>
    <h2>${say("page-tour-chapters")}</h2>
    <ol>${tour.chapters.map((name, index) => html`<li key=${index} aria-current=${index === tour.chapter ? "step" : null}
      class=${classes(tour.chapter !== null && index < tour.chapter && "done")}>${name}</li>`)}</ol>
    <button type="button" class="round" aria-label=${say("page-close")} onClick=${close}><${Icon} name="close" /></button>
  </div>`;
}
