// The way to the server and back: events in, wishes out.

import { received, set, view } from "./view.js";
import { say } from "./words.js";

const KINDS = ["state", "phone", "chat", "feed", "relay", "tour"];
const AGAIN_MS = 1_000;

export function connect() {
  const events = new EventSource("/events");
  for (const kind of KINDS) {
    events.addEventListener(kind, (event) => received(kind, JSON.parse(event.data)));
  }
  events.addEventListener("open", () => set({ connected: true }));
  events.addEventListener("error", () => {
    set({ connected: false });
    // The browser tries again by itself, except after an answer that it takes for final.
    if (events.readyState === EventSource.CLOSED) setTimeout(connect, AGAIN_MS);
  });
}

export async function ask(path) {
  return answerOf(await fetch(path).catch(() => null));
}

export async function post(path, body = {}) {
  const form = body instanceof FormData;
  const headers = form ? {} : { "Content-Type": "application/json" };
  const sent = { method: "POST", headers, body: form ? body : JSON.stringify(body) };
  return answerOf(await fetch(path, sent).catch(() => null));
}

async function answerOf(response) {
  if (!response) throw new Error(say("page-error-away"));
  const answer = await response.json().catch(() => ({}));
  if (!response.ok) throw new Error(answer.error ?? say("page-error-unknown"));
  return answer;
}

// Says what went wrong where everybody sees it; returns undefined then.
export async function attempt(work) {
  try {
    return (await work()) ?? {};
  } catch (error) {
    complain(error.message);
    return undefined;
  }
}

let noticeNumber = 0;

export function complain(text) {
  const id = (noticeNumber += 1);
  set({ notices: [...view.notices.filter((one) => one.text !== text), { id, text }].slice(-3) });
  setTimeout(() => dismiss(id), 12_000);
}

export function dismiss(id) {
  set({ notices: view.notices.filter((one) => one.id !== id) });
}
