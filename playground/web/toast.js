/** Shows what a bot answers to a press: a passing toast, or an alert that waits for OK. */

import { el } from "./dom.js";

const SHOWN_MS = 3500;

export function toast(phone, text) {
  phone.querySelector(".toast")?.remove();
  const node = el("div", { class: "toast", role: "status" }, text);
  phone.append(node);
  setTimeout(() => node.remove(), SHOWN_MS);
}

export function alert(phone, text, words) {
  phone.querySelector(".alert")?.remove();
  const ok = el("button", { type: "button", onclick: () => node.remove() }, words.ok);
  const card = el("div", { class: "card", role: "alertdialog", "aria-modal": "true", "aria-label": text }, el("p", {}, text), ok);
  const node = el("div", { class: "alert", onkeydown: (event) => event.key === "Escape" && node.remove() }, card);
  phone.append(node);
  ok.focus();
}
