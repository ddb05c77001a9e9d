/** Puts the page together: one phone for each person, the weather drawer, and the live events. */

import * as api from "./api.js";
import { el, replaceAll } from "./dom.js";
import { follow } from "./events.js";
import { Weather } from "./faults.js";
import { Phone } from "./phone.js";
import { wordsFor } from "./words.js";

const words = wordsFor(navigator.language);
const phones = new Map();
const row = document.getElementById("phones");
const tabs = document.getElementById("tabs");
const away = document.getElementById("away");
const weather = new Weather(words);
let bot = null;

function dress() {
  const [before, example, after] = words.hint;
  document.title = `${words.title} · Yijia 议价`;
  document.getElementById("title").textContent = words.title;
  replaceAll(document.getElementById("hint"), before, el("kbd", {}, example), after);
  replaceAll(row, el("p", { class: "waking" }, words.waking));
  document.getElementById("tools").append(weather.node);
  away.textContent = words.away;
}

async function load() {
  const { people, bot: told, cursor } = await api.people();
  const cast = JSON.stringify([told, people.map(({ blocked, started, ...person }) => person)]);
  if (cast !== row.dataset.cast) build(people, told);
  row.dataset.cast = cast;
  await Promise.all([...phones].map(async ([id, phone]) => phone.load(await api.chat(id))));
  await weather.load();
  away.hidden = true;
  return cursor;
}

function build(people, told) {
  bot = told;
  phones.clear();
  people.forEach((person) => phones.set(person.id, new Phone(person, bot)));
  replaceAll(row, [...phones.values()].map((phone) => phone.node));
  replaceAll(tabs, [...phones.values()].map(tab));
}

/** On narrow screens one phone is in view at a time; its tab is marked. */
function tab(phone) {
  const show = () => phone.node.scrollIntoView({ behavior: "smooth", inline: "center", block: "nearest" });
  const node = el("button", { type: "button", onclick: show }, phone.frame.title);
  const mark = ([entry]) => node.setAttribute("aria-current", String(entry.isIntersecting));
  new IntersectionObserver(mark, { root: row, threshold: 0.6 }).observe(phone.node);
  return node;
}

/** People or commands that change, and a playground that starts anew, change the whole page. */
function hear(event) {
  if (["person", "commands", "reset"].includes(event.type)) return "reload";
  if (event.bot === bot.id) phones.get(event.chat_id)?.hear(event);
  return "heard";
}

dress();
follow({
  onReady: load,
  onEvent: hear,
  onAway: () => (away.hidden = false),
});
