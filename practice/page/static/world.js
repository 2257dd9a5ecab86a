// What happens around the phones: the time, what goes wrong, and what waits because of it.

import { beginAgain, moveTime, setFault } from "./actions.js";
import { Component, classes, html } from "./html.js";
import { Icon } from "./icons.js";
import { set, view } from "./view.js";
import { practiceNow, shortDate, timeOfDay } from "./when.js";
import { say, sayCount } from "./words.js";

const ON = new Set(["running", "starting"]);

export function Clock() {
  const now = practiceNow();
  return html`<p class="clock"><span class="hidden">${say("page-practice-time")}</span>
    <${Icon} name="clock" /><b>${timeOfDay(now)}</b> <span>${shortDate(now)}</span></p>`;
}

// A wish that takes a while: the button says so, and cannot be pressed twice.
class Wish extends Component {
  state = { busy: false };

  async run() {
    this.setState({ busy: true });
    await this.props.wish();
    this.setState({ busy: false });
  }

  render({ icon, children, label }, { busy }) {
    return html`<button type="button" class="button" aria-label=${label} title=${label} aria-disabled=${busy} aria-busy=${busy}
      onClick=${() => busy || this.run()}>${icon && html`<${Icon} name=${icon} />`}${children}</button>`;
  }
}

class Switch extends Component {
  state = { wanted: null };

  async run() {
    const wanted = !this.props.on;
    this.setState({ wanted });
    await this.props.wish(wanted);
    this.setState({ wanted: null });
  }

  render({ on, children }, { wanted }) {
    return html`<button type="button" role="switch" class="switch" aria-checked=${wanted ?? on}
      onClick=${() => wanted === null && this.run()}><span class="switch-track" aria-hidden="true"></span>${children}</button>`;
  }
}

export function Controls() {
  const { relay, feed } = view.state;
  const on = ON.has(relay.state);
  return html`<div class="controls">
    <div class="control-group" role="group" aria-label=${say("page-time")}>
      <p>${say("page-time")}</p>
      <${Wish} wish=${() => moveTime(1)} label=${say("page-hour-ahead")}>${say("page-hour")}<//>
      <${Wish} wish=${() => moveTime(24)} label=${say("page-day-ahead")}>${say("page-day")}<//>
    </div>
    <div class="control-group control-faults" role="group" aria-label=${say("page-faults")}>
      <p>${say("page-faults")}</p>
      <${Switch} on=${relay.captcha} wish=${(captcha) => setFault({ captcha })}>${say("page-fault-captcha")}<//>
      <${Switch} on=${!feed.up} wish=${(down) => setFault({ bluesky: down ? "down" : "up" })}>${say("page-fault-bluesky")}<//>
      <${Switch} on=${!on} wish=${(kill) => setFault({ relay: kill ? "kill" : "start" })}>${say("page-fault-relay")}<//>
    </div>
  </div>`;
}

export function Seen() {
  return html`<button type="button" class="button" aria-haspopup="dialog" onClick=${() => set({ dialog: { kind: "seen" } })}>
    <${Icon} name="eye" />${say("page-seen")}</button>`;
}

export function Found() {
  return html`<button type="button" class="button" aria-haspopup="dialog" onClick=${() => set({ dialog: { kind: "found" } })}>
    <${Icon} name="people" />${say("page-found")}</button>`;
}

export function Restart() {
  return html`<${Wish} wish=${beginAgain} icon="restart">${say("page-begin-again")}<//>`;
}

// One sentence for everybody; the host's own words behind it.
export function Status() {
  const { relay } = view.state;
  const { look, text } = spoken();
  const lanes = relay.waiting.lanes.filter((lane) => lane.queued || lane.blocked);
  return html`<div class=${classes("status", `status-${look}`)}>
    <p role="status"><span class="dot" aria-hidden="true"></span>${text}</p>
    ${lanes.length > 0 && html`<ul class="lanes">${lanes.map((lane) => html`<li key=${lane.name} class=${lane.blocked ? "lane-blocked" : ""}>
      ${say(lane.blocked ? "page-lane-blocked" : "page-lane", { name: lane.name, count: lane.queued })}</li>`)}</ul>`}
    ${relay.status.length > 0 && html`<details class="host"><summary>${say("page-host-reads")}</summary>
      <div class="host-text" tabindex="0" role="group" aria-label=${say("page-host-reads")}>${relay.status.map((line, index) => html`<p key=${index}>${line}</p>`)}</div></details>`}
  </div>`;
}

function spoken() {
  const { relay, feed } = view.state;
  if (!view.connected) return { look: "wait", text: say("page-reconnecting") };
  const queued = relay.waiting.lanes.reduce((sum, lane) => sum + lane.queued, 0);
  if (relay.state === "starting") return { look: "wait", text: say("page-relay-starting") };
  if (relay.state !== "running") {
    const text = relay.held ? sayCount("page-held-one", "page-held-other", relay.held) : say("page-relay-off");
    return { look: "bad", text };
  }
  if (relay.captcha) return { look: "bad", text: kept("page-captcha-waits", "page-captcha-none", queued) };
  if (!feed.up) return { look: "warn", text: kept("page-bluesky-waits", "page-bluesky-none", queued) };
  const all = queued + relay.waiting.inbox;
  if (all) return { look: "wait", text: sayCount("page-on-its-way-one", "page-on-its-way-other", all) };
  return { look: "good", text: say("page-all-well") };
}

const kept = (some, none, count) => (count ? say(some, { count }) : say(none));
