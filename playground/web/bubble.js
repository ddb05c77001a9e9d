/** Draws one message as a bubble with its quote, content, buttons, time and actions. */

import { el } from "./dom.js";
import { icon } from "./icons.js";
import { keyboard } from "./keyboard.js";
import * as media from "./media.js";
import { fileOf, serviceWords, summary } from "./message.js";
import { richText } from "./text.js";

const ONLY_EMOJI = /^(\p{Extended_Pictographic}\uFE0F?){1,3}$/u;
const SWIPE_PX = 60;

export function article(message, view) {
  const service = serviceWords(message, view);
  if (service) return shell(message, "service", service, el("span", { class: "pill" }, service));
  const label = `${view.nameOf(message)}, ${view.time(message.date)}`;
  const line = el("div", { class: "line" }, bubble(message, view), actions(message, view));
  const parts = [line, keyboard(message, view.deeds), unsent(message, view)];
  const node = shell(message, message.from_bot ? "in" : "out", label, parts);
  if (!message.state) replyByGesture(node, () => view.deeds.reply(message));
  return node;
}

function shell(message, side, label, parts) {
  return el("article", { "data-message": message.id, class: `message ${side}`, "aria-label": label }, parts);
}

function bubble(message, view) {
  const content = [quote(message, view), forwarded(message), ...pieces(message, view)];
  const bare = message.photo && !message.caption;
  return el("div", { class: bare ? "bubble bare" : "bubble" }, content, stamp(message, view));
}

function pieces(message, view) {
  const known = [
    message.photo && el("div", { class: "grid" }, media.photo(message, view.words)),
    fileOf(message) && media.file(fileOf(message), view.words),
    message.location && media.place(message.location, view.words),
    message.contact && media.contact(message.contact),
    message.invoice && media.invoice(message.invoice, view),
    words(message.text, message.entities),
    words(message.caption, message.caption_entities),
  ].filter(Boolean);
  return known.length ? known : [el("div", { class: "text" }, el("em", {}, view.words.unsupported))];
}

function words(text, entities) {
  return text && el("div", { class: ONLY_EMOJI.test(text) ? "text jumbo" : "text" }, richText(text, entities));
}

function quote(message, view) {
  if (!message.reply_to) return null;
  const target = view.find(message.reply_to) ?? message.replied;
  return el(
    "button",
    { type: "button", class: "quote", onclick: () => view.deeds.show(message.reply_to) },
    el("b", {}, target && view.nameOf(target)),
    el("span", {}, target ? summary(target, view.words) : view.words.deleted),
  );
}

function forwarded(message) {
  return message.forwarded && el("small", { class: "forwarded" }, message.forwarded);
}

function stamp(message, view) {
  const edited = message.edited && el("span", { class: "edited" }, view.words.edited);
  const mark = !message.from_bot && icon({ pending: "clock", failed: "alert" }[message.state] || "read");
  return el("span", { class: "stamp" }, edited, el("time", {}, view.time(message.date)), mark);
}

function actions(message, view) {
  if (message.state) return null;
  const mine = !message.from_bot && message.text;
  return el(
    "div",
    { class: "actions" },
    action("reply", view.words.reply, () => view.deeds.reply(message)),
    mine && action("pencil", view.words.edit, () => view.deeds.edit(message)),
  );
}

function action(name, label, onclick) {
  return el("button", { type: "button", "data-action": name, "aria-label": label, title: label, onclick }, icon(name));
}

function unsent(message, view) {
  if (message.state !== "failed") return null;
  return el(
    "div",
    { class: "unsent", role: "alert" },
    el("span", {}, `${view.words.notSent}. ${message.reason}`),
    el("button", { type: "button", "data-retry": true, onclick: () => view.deeds.retry(message) }, view.words.retry),
    el("button", { type: "button", onclick: () => view.deeds.discard(message) }, view.words.discard),
  );
}

/** Telegram's gestures: a double click with the mouse, a swipe to the left with the finger. */
function replyByGesture(node, reply) {
  let from = 0;
  node.addEventListener("dblclick", (event) => event.target.closest("button, a") || reply());
  node.addEventListener("touchstart", (event) => (from = event.touches[0].clientX), { passive: true });
  node.addEventListener("touchend", (event) => from - event.changedTouches[0].clientX > SWIPE_PX && reply());
}
