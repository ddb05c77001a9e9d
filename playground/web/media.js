/** Draws what is not text in a bubble: photos, files, places, contacts and invoices. */

import { el } from "./dom.js";
import { icon } from "./icons.js";

export function photo(message, words) {
  const { url, width, height } = message.photo;
  const open = () => enlarge(url, words);
  const picture = el("img", { src: url, alt: message.caption || words.photo, width, height, draggable: "false" });
  return el("button", { type: "button", class: "photo", "aria-label": words.photo, onclick: open }, picture);
}

export function file({ url, name, size }, words) {
  const about = [name?.split(".").pop().toUpperCase(), fileSize(size)].filter(Boolean).join(" · ");
  return el(
    "a",
    { class: "file", href: url, download: name || "", target: "_blank", rel: "noopener" },
    el("span", { class: "badge" }, icon("file")),
    el("span", { class: "about" }, el("b", {}, name || words.file), el("small", {}, about)),
  );
}

export function place({ latitude, longitude }, words) {
  const figures = `${latitude.toFixed(5)}, ${longitude.toFixed(5)}`;
  return el(
    "div",
    { class: "place" },
    el("div", { class: "map" }, icon("pin")),
    el("b", {}, words.location),
    el("small", {}, figures),
  );
}

export function contact({ first_name: first, last_name: last, phone_number: phone }) {
  const name = [first, last].filter(Boolean).join(" ");
  return el(
    "div",
    { class: "file contact" },
    el("span", { class: "badge" }, name.slice(0, 1)),
    el("span", { class: "about" }, el("b", {}, name), el("span", { class: "mention" }, phone)),
  );
}

export function invoice({ title, description, total_amount: amount, currency }, { money }) {
  return el(
    "div",
    { class: "invoice" },
    el("b", {}, title),
    el("p", {}, description),
    el("strong", { class: "sum" }, money(amount, currency)),
  );
}

function enlarge(url, words) {
  const box = el(
    "dialog",
    { class: "lightbox", "aria-label": words.photo, onclick: () => box.close(), onclose: () => box.remove() },
    el("img", { src: url, alt: words.photo }),
    el("button", { type: "button", "aria-label": words.close }, icon("close")),
  );
  document.body.append(box);
  box.showModal();
}

function fileSize(bytes) {
  if (!bytes) return "";
  const units = ["B", "KB", "MB"];
  const step = Math.min(Math.floor(Math.log2(bytes) / 10), 2);
  return `${(bytes / 1024 ** step).toFixed(step ? 1 : 0)} ${units[step]}`;
}
