// The page's words: the server reads them from page.ftl. None stand in these modules.

let texts = {};
let plural = new Intl.PluralRules("en-GB");

export async function loadWords() {
  texts = await (await fetch("/words.json")).json();
  plural = new Intl.PluralRules(document.documentElement.lang);
}

export function say(id, args = {}) {
  const text = texts[id] ?? id;
  return text.replace(/\{(\w+)\}/g, (slot, name) => (name in args ? String(args[name]) : slot));
}

export function sayCount(one, other, count, args = {}) {
  return say(plural.select(count) === "one" ? one : other, { count, ...args });
}
