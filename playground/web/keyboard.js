/** Draws the buttons under a bubble: their colours, links, and the wait between a press and its answer. */

import { el } from "./dom.js";
import { icon } from "./icons.js";

const STYLES = new Set(["success", "danger", "primary"]);
const SAFE_LINK = /^(https?|tg):/i;
const ANSWER_AT_MOST_MS = 12_000;

export function keyboard(message, deeds) {
  if (!message.keyboard?.length) return null;
  const rows = message.keyboard.map((row) =>
    el("div", { class: "row" }, row.map((button) => inlineButton(button, message, deeds))),
  );
  return el("div", { class: "keyboard" }, rows);
}

function inlineButton(button, message, deeds) {
  const colour = STYLES.has(button.style) ? button.style : null;
  if (button.url) return linkButton(button, colour, deeds);
  const node = el(
    "button",
    { type: "button", "data-press": button.callback_data ?? "", class: colour, onclick: () => deed(button, message, deeds, node) },
    el("span", {}, button.text),
    button.copy_text && icon("copy"),
  );
  return node;
}

function deed(button, message, deeds, node) {
  if (button.copy_text) return deeds.copy(button.copy_text.text);
  if (button.pay) return waitFor(node, deeds.pay(message));
  if (button.callback_data === undefined) return undefined;
  return waitFor(node, deeds.press(message, button.callback_data));
}

/** The promise ends when the bot has answered, or when Telegram would have given up waiting. */
function waitFor(node, answered) {
  node.setAttribute("aria-busy", "true");
  const settle = () => node.removeAttribute("aria-busy");
  const giveUp = setTimeout(settle, ANSWER_AT_MOST_MS);
  return answered.finally(() => {
    clearTimeout(giveUp);
    settle();
  });
}

function linkButton(button, colour, deeds) {
  if (!SAFE_LINK.test(button.url)) return el("button", { type: "button", disabled: true }, button.text);
  const attributes = { href: button.url, target: "_blank", rel: "noopener noreferrer", "data-press": "", class: colour };
  const follow = (event) => deeds.followLink(button.url) && event.preventDefault();
  return el("a", { ...attributes, onclick: follow }, el("span", {}, button.text), icon("link"));
}
