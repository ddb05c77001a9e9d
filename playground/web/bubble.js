/** Draws one message as a bubble with its quote, content, buttons, time and actions. */

import { el } from "./dom.js";
import { icon } from "./icons.js";
import { keyboard } from "./keyboard.js";
import * as media from "./media.js";
import { richText } from "./text.js";

const ONLY_EMOJI = /^(\p{Extended_Pictographic}\uFE0F?){1,3}$/u;

export function article(message, view) {
  const side = message.service ? "service" : message.from_bot ? "in" : "out";
  const attributes = { "data-message": message.message_id ?? "", class: `message ${side}`, "aria-label": spoken(message, view) };
  return fill(el("article", attributes), message, view);
}

function fill(node, message, view) {
  if (message.service) node.append(el("span", { class: "pill" }, message.service));
  else node.append(...[line(message, view), keyboard(message, view.deeds), unsent(message, view)].filter(Boolean));
  if (!message.state) onReply(node, message, view);
  return node;
}

function line(message, view) {
  return el("div", { class: "line" }, bubble(message, view), actions(message, view));
}

function bubble(message, view) {
  const content = [quote(message, view), forwarded(message), ...pieces(message, view)];
  const bare = message.photo && !message.caption;
  return el("div", { class: bare ? "bubble bare" : "bubble" }, content, stamp(message, view));
}

function pieces(message, view) {
  const known = [
    message.photo && el("div", { class: "grid" }, media.photo(message, view.words)),
    message.document && media.file(message, view.words),
    message.location && media.place(message, view.words),
    message.contact && media.contact(message),
    message.invoice && media.invoice(message, view),
    message.text && words(message.text, message.entities),
    message.caption && words(message.caption, message.caption_entities),
  ].filter(Boolean);
  return known.length ? known : [el("div", { class: "text" }, el("em", {}, view.words.unsupported))];
}

function words(text, entities) {
  return el("div", { class: ONLY_EMOJI.test(text) ? "text jumbo" : "text" }, richText(text, entities));
}

function quote(message, view) {
  if (!message.reply_to) return null;
  const target = view.find(message.reply_to) || message.replied;
  const show = () => view.deeds.show(message.reply_to);
  return el(
    "button",
    { type: "button", class: "quote", onclick: show },
    el("b", {}, target ? view.nameOf(target) : ""),
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
    el("span", {}, `${view.words.notSent}. ${message.reason || ""}`),
    el("button", { type: "button", "data-retry": true, onclick: () => view.deeds.retry(message) }, view.words.retry),
    el("button", { type: "button", onclick: () => view.deeds.discard(message) }, view.words.discard),
  );
}

/** Telegram's gestures: a double click with the mouse, a swipe to the left with the finger. */
function onReply(node, message, view) {
  if (message.service) return;
  let from = null;
  const reply = () => view.deeds.reply(message);
  node.addEventListener("dblclick", (event) => event.target.closest("button, a") || reply());
  node.addEventListener("touchstart", (event) => (from = event.touches[0].clientX), { passive: true });
  node.addEventListener("touchend", (event) => from - event.changedTouches[0].clientX > 60 && reply());
}

export function summary(message, words) {
  const said = message.text || message.caption;
  const kind = (message.photo && words.photo) || message.document?.name || message.contact?.first_name || message.invoice?.title;
  return (said || kind || (message.location && words.location) || "").slice(0, 120);
}

function spoken(message, view) {
  return message.service || `${view.nameOf(message)}, ${view.time(message.date)}`;
}
