// Drawn here, so that nothing is loaded from anywhere. All on a grid of 24.

import { html } from "./html.js";

const SHAPES = {
  back: "M15 5l-7 7 7 7",
  send: "M12 20V5M5.500 11.500L12 5l6.500 6.500",
  attach: "M20 11.500l-8.200 8.200a5.200 5.200 0 0 1-7.400-7.400l8.700-8.700a3.500 3.500 0 0 1 5 5l-8.700 8.600a1.700 1.700 0 0 1-2.500-2.400l7.800-7.800",
  close: "M6 6l12 12M18 6L6 18",
  more: "M5 12h.01M12 12h.01M19 12h.01",
  reply: "M10 7L4 12.500l6 5.500M4 12.500h9a7 7 0 0 1 7 6.500",
  edit: "M4 20l1-4.500L16.500 4a2.100 2.100 0 0 1 3 3L8.500 19 4 20zM14.500 6l3.500 3.500",
  bin: "M5 7h14M10 7V4.500h4V7M7 7l1 13h8l1-13M10.500 11v5.500M13.500 11v5.500",
  copy: "M9 9h10v11H9zM5 15V4h10",
  file: "M6 3h8l5 5v13H6zM14 3v5h5",
  download: "M12 4v11M7 10.500l5 5 5-5M5 20h14",
  timer: "M12 8v5l3 2M12 21a8 8 0 1 0 0-16 8 8 0 0 0 0 16zM9.500 2h5",
  clock: "M12 7v5.500l3.500 2M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18z",
  play: "M8 5.500v13l11-6.500z",
  pause: "M9 5.500v13M15 5.500v13",
  step: "M6 5.500v13l9-6.500zM18 5.500v13",
  restart: "M4.500 12a7.500 7.500 0 1 0 2.500-5.600M4.500 4v4.500H9",
  list: "M9 6h11M9 12h11M9 18h11M4.500 6h.01M4.500 12h.01M4.500 18h.01",
  eye: "M2.500 12S6 5.500 12 5.500 21.500 12 21.500 12 18 18.500 12 18.500 2.500 12 2.500 12zM12 15a3 3 0 1 0 0-6 3 3 0 0 0 0 6z",
  sliders: "M4 7h9M17 7h3M4 17h3M11 17h9M15 9.500v-5M9 19.500v-5",
  down: "M12 5v14M6 13l6 6 6-6",
  people: "M9 11.500a3.500 3.500 0 1 0 0-7 3.500 3.500 0 0 0 0 7zM2.500 20c.5-4 3-6 6.500-6s6 2 6.500 6M16 4.800a3.500 3.500 0 0 1 0 6.400M18 14.500c2 .8 3.200 2.700 3.500 5.500",
  sky: "M7 18.500a4.500 4.500 0 1 1 .8-8.900 5.500 5.500 0 0 1 10.500 1.600A3.700 3.700 0 0 1 17.500 18.500z",
  globe: "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM3 12h18M12 3c3 3 3.500 6 3.500 9s-.5 6-3.500 9c-3-3-3.500-6-3.500-9s.5-6 3.500-9z",
  check: "M5 12.500l4.500 4.500L19 7.500",
  bot: "M7 8.500h10a2.500 2.500 0 0 1 2.500 2.500v5.500A2.500 2.500 0 0 1 17 19H7a2.500 2.500 0 0 1-2.500-2.500V11A2.500 2.500 0 0 1 7 8.500zM12 8.500V5M12 4.500h.01M9.300 13.500h.01M14.700 13.500h.01",
  power: "M12 3.500v8M7 6.500a8 8 0 1 0 10 0",
  refresh: "M19.500 12A7.500 7.500 0 1 1 17 6.400M19.500 4v4.500H15",
  next: "M9 5l7 7-7 7",
  warn: "M12 4l9 16H3zM12 10v4.500M12 17.300h.01",
  fast: "M4 6v12l8-6zM12 6v12l8-6z",
};

export function Icon({ name, label }) {
  const named = label ? { role: "img", "aria-label": label } : { "aria-hidden": "true" };
  return html`<svg class=${`icon icon-${name}`} viewBox="0 0 24 24" ...${named}><path d=${SHAPES[name]} /></svg>`;
}

// Sent, delivered, read: one tick, two, two that are filled.
export function Ticks({ state, label }) {
  const named = { role: "img", "aria-label": label };
  const tick = (x) => html`<circle cx=${x} cy="8" r="6.300" /><path d=${`M${x - 2.700} 8.300l1.900 1.900 3.500-4`} />`;
  return html`<svg class=${`ticks ticks-${state}`} viewBox=${state === "sent" ? "9 0 16 16" : "1 0 24 16"} ...${named}>
    ${tick(17)}${state !== "sent" && tick(9)}
  </svg>`;
}
