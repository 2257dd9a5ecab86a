// One stop for the Tab key in a list; the arrows move inside it.

// Which way each arrow leads.
export const STEPS = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 };

export function rove(event, selector) {
  const all = [...event.currentTarget.querySelectorAll(selector)];
  const now = all.indexOf(document.activeElement);
  if (now < 0) return;
  let next = now + (STEPS[event.key] ?? 0);
  if (event.key === "Home") next = 0;
  if (event.key === "End") next = all.length - 1;
  if (next === now || !all[next]) return;
  event.preventDefault();
  moveTo(all, all[next]);
}

export function moveTo(all, chosen) {
  for (const one of all) one.tabIndex = one === chosen ? 0 : -1;
  chosen.focus();
}
