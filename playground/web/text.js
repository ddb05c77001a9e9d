/** Turns a message's text and its entities (UTF-16 offsets) into DOM nodes. */

import { el } from "./dom.js";

const SAFE_LINK = /^(https?:|mailto:|tg:)/i;
const BLOCKS = new Set(["pre", "blockquote", "expandable_blockquote"]);

const WRAPPERS = {
  bold: (inner) => el("strong", {}, inner),
  italic: (inner) => el("em", {}, inner),
  underline: (inner) => el("u", {}, inner),
  strikethrough: (inner) => el("s", {}, inner),
  code: (inner) => el("code", {}, inner),
  pre: (inner) => el("pre", {}, el("code", {}, inner)),
  blockquote: (inner) => el("blockquote", {}, inner),
  expandable_blockquote: expandable,
  spoiler,
  url: (inner, entity, words) => link(inner, withScheme(words)),
  text_link: (inner, entity) => link(inner, entity.url),
  email: (inner, entity, words) => link(inner, `mailto:${words}`),
  phone_number: (inner) => el("span", { class: "mention" }, inner),
  bot_command: (inner, entity, words) => el("button", { type: "button", class: "command", "data-command": words }, inner),
  mention: (inner) => el("span", { class: "mention" }, inner),
  text_mention: (inner) => el("span", { class: "mention" }, inner),
  hashtag: (inner) => el("span", { class: "mention" }, inner),
};

export function richText(text, entities = []) {
  const sorted = [...entities].sort((a, b) => a.offset - b.offset || b.length - a.length);
  const fragment = document.createDocumentFragment();
  fragment.append(...nest(text, sorted, 0, text.length));
  return fragment;
}

function nest(text, entities, from, to) {
  const nodes = [];
  let at = from;
  for (let i = 0; i < entities.length; ) {
    const entity = entities[i++];
    const end = Math.min(entity.offset + entity.length, to);
    const inner = [];
    while (i < entities.length && entities[i].offset < end) inner.push(entities[i++]);
    nodes.push(text.slice(at, entity.offset), wrap(text, entity, nest(text, inner, entity.offset, end)));
    at = afterBlock(text, entity, end);
  }
  nodes.push(text.slice(at, to));
  return nodes.filter((node) => node !== "");
}

function wrap(text, entity, inner) {
  const wrapper = WRAPPERS[entity.type];
  const words = text.slice(entity.offset, entity.offset + entity.length);
  return wrapper ? wrapper(inner, entity, words) : el("span", {}, inner);
}

/** A block ends its own line, so the line break behind it would show as an empty line. */
function afterBlock(text, entity, end) {
  return BLOCKS.has(entity.type) && text[end] === "\n" ? end + 1 : end;
}

function link(inner, address) {
  if (!SAFE_LINK.test(address || "")) return el("span", {}, inner);
  return el("a", { href: address, target: "_blank", rel: "noopener noreferrer" }, inner);
}

function withScheme(address) {
  return /^[a-z]+:/i.test(address) ? address : `http://${address}`;
}

function spoiler(inner) {
  const open = () => node.classList.add("open");
  const node = el("span", { class: "spoiler", role: "button", tabindex: "0", onclick: open, onkeydown: open }, inner);
  return node;
}

function expandable(inner) {
  const toggle = () => node.classList.toggle("open");
  const node = el("blockquote", { class: "expandable", role: "button", tabindex: "0", onclick: toggle }, inner);
  return node;
}
