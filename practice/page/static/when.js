// Times as a phone shows them. The practice clock says when it is, and how far the zone is from UTC.

import { say } from "./words.js";

const DAY = 86_400_000;
let clock = { now: Date.now(), offset: 0, read: performance.now() };

export function setClock(iso) {
  // Between one beginning and the next there is no practice time: the old one goes on.
  if (!iso) return;
  const zone = /([+-])(\d\d):?(\d\d)$/.exec(iso);
  const minutes = zone ? Number(zone[2]) * 60 + Number(zone[3]) : 0;
  const offset = (zone && zone[1] === "-" ? -minutes : minutes) * 60_000;
  clock = { now: Date.parse(iso), offset, read: performance.now() };
}

export function practiceNow() {
  return clock.now + performance.now() - clock.read;
}

const format = (options) =>
  new Intl.DateTimeFormat(document.documentElement.lang, { timeZone: "UTC", ...options });
const lazily = (options) => {
  let made;
  return (moment) => (made ??= format(options)).format(moment + clock.offset);
};

export const timeOfDay = lazily({ hour: "2-digit", minute: "2-digit" });
const weekday = lazily({ weekday: "long" });
const date = lazily({ weekday: "long", day: "numeric", month: "long" });
export const shortDate = lazily({ weekday: "short", day: "numeric", month: "short" });

export const dayNumber = (moment) => Math.floor((moment + clock.offset) / DAY);

export function dayName(moment) {
  const ago = dayNumber(practiceNow()) - dayNumber(moment);
  if (ago === 0) return say("page-today", { date: date(moment) });
  if (ago === 1) return say("page-yesterday", { date: date(moment) });
  return date(moment);
}

export function briefly(moment) {
  const ago = dayNumber(practiceNow()) - dayNumber(moment);
  if (ago === 0) return timeOfDay(moment);
  return ago > 0 && ago < 7 ? weekday(moment) : shortDate(moment);
}

const UNITS = [["week", 604_800], ["day", 86_400], ["hour", 3_600], ["minute", 60], ["second", 1]];

export function duration(seconds, unitDisplay = "long") {
  const [unit, size] = UNITS.find(([, one]) => seconds >= one) ?? UNITS.at(-1);
  const amount = { style: "unit", unit, unitDisplay, maximumFractionDigits: 1 };
  return new Intl.NumberFormat(document.documentElement.lang, amount).format(seconds / size);
}

export function fileSize(bytes) {
  const [unit, size] = bytes < 1_000_000 ? ["kilobyte", 1_000] : ["megabyte", 1_000_000];
  const amount = { style: "unit", unit, unitDisplay: "short", maximumFractionDigits: 1 };
  return new Intl.NumberFormat(document.documentElement.lang, amount).format(
    Math.max(0.1, bytes / size),
  );
}
