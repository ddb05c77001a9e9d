/** Keeps one chat's bubbles in order, with date lines, albums, grouping, and the scroll with its unread pill. */

import { article } from "./bubble.js";
import { el, replaceAll } from "./dom.js";
import { icon } from "./icons.js";

const NEAR_BOTTOM_PX = 80;
const GROUP_SECONDS = 300;

export class Log {
  constructor(view, label) {
    this.view = { ...view, find: (id) => this.messages.get(id) };
    this.messages = new Map();
    this.nodes = new Map();
    this.unread = 0;
    this.list = el("div", { class: "list", role: "log", "aria-live": "polite", "aria-label": label, tabindex: "0" });
    this.pill = el("button", { type: "button", class: "to-bottom", hidden: true, "aria-label": view.words.toBottom });
    this.pill.addEventListener("click", () => this.toBottom("smooth"));
    this.list.addEventListener("scroll", () => this.onScroll(), { passive: true });
    this.list.addEventListener("load", () => this.stick && this.toBottom(), true);
    this.node = el("div", { class: "log" }, this.list, this.pill);
    new ResizeObserver(() => this.resized()).observe(this.list);
    this.read();
  }

  get isEmpty() {
    return this.messages.size === 0;
  }

  /** Shows these messages and keeps the drafts that have not been sent. */
  reset(messages) {
    const drafts = [...this.messages.values()].filter((message) => message.state);
    this.messages.clear();
    this.nodes.clear();
    this.list.replaceChildren();
    [...messages, ...drafts].forEach((message) => this.draw(message));
    this.tidy();
    this.toBottom();
  }

  put(message) {
    const isNew = !this.messages.has(message.id);
    const wasNear = this.isNearBottom();
    this.draw(message);
    this.tidy();
    if (isNew && !message.from_bot) this.toBottom();
    else if (wasNear) this.toBottom();
    else if (isNew) this.count();
  }

  remove(id) {
    this.nodes.get(id)?.remove();
    this.nodes.delete(id);
    this.messages.delete(id);
    this.tidy();
  }

  show(id) {
    const node = this.nodes.get(id);
    if (!node) return;
    node.scrollIntoView({ block: "center", behavior: "smooth" });
    node.classList.remove("flash");
    requestAnimationFrame(() => node.classList.add("flash"));
  }

  draw(message) {
    const node = article(message, this.view);
    const old = this.nodes.get(message.id);
    this.messages.set(message.id, message);
    this.nodes.set(message.id, node);
    if (old) keepAlbum(old, node);
    if (old) old.replaceWith(node);
    else this.insert(node, message);
  }

  insert(node, message) {
    const host = message.album && this.albumHost(message);
    if (host) host.querySelector(".grid")?.append(node);
    else this.list.insertBefore(node, this.firstAfter(message));
  }

  albumHost({ album, id }) {
    const first = [...this.messages.values()].find((other) => other.album === album && other.id !== id);
    const node = first && this.nodes.get(first.id);
    return node && (node.parentNode.closest("article") || node);
  }

  /** Numbered messages stand in their order; those still on their way have negative numbers and stand last. */
  firstAfter(message) {
    if (message.state) return null;
    let next = null;
    for (let node = this.list.lastElementChild; node; node = node.previousElementSibling) {
      const id = node.dataset.message;
      if (Number(id) > 0 && Number(id) < message.id) break;
      next = node;
    }
    return next;
  }

  tidy() {
    this.list.querySelectorAll(".day").forEach((line) => line.remove());
    let before = null;
    for (const node of [...this.list.children]) before = this.arrange(node, before);
    before?.node.classList.add("last");
  }

  arrange(node, before) {
    const { date } = this.messages.get(Number(node.dataset.message));
    const here = { node, date, side: node.classList[1], day: this.view.day(date) };
    const newDay = here.day !== before?.day;
    const joins = before && !newDay && here.side === before.side && here.date - before.date < GROUP_SECONDS;
    node.classList.toggle("first", !joins);
    node.classList.remove("last");
    before?.node.classList.toggle("last", !joins);
    if (newDay) node.before(el("div", { class: "day" }, el("span", { class: "pill" }, here.day)));
    return here;
  }

  isNearBottom() {
    const { scrollHeight, scrollTop, clientHeight } = this.list;
    return scrollHeight - scrollTop - clientHeight < NEAR_BOTTOM_PX;
  }

  toBottom(behavior = "instant") {
    this.list.scrollTo({ top: this.list.scrollHeight, behavior });
    this.read();
  }

  resized() {
    this.height = this.list.clientHeight;
    if (this.stick) this.toBottom();
  }

  /** A scroll that a new size of the window causes is not the person's. */
  onScroll() {
    if (this.list.clientHeight !== this.height) return;
    if (this.isNearBottom()) this.read();
    else this.stick = this.drawPill();
  }

  count() {
    this.unread += 1;
    this.stick = this.drawPill();
  }

  read() {
    this.stick = true;
    this.unread = 0;
    this.pill.hidden = true;
  }

  drawPill() {
    const count = this.unread > 0 && el("b", {}, this.view.words.unread(this.unread));
    replaceAll(this.pill, count, icon("down"));
    this.pill.hidden = false;
    return false;
  }
}

/** An edited first picture of an album keeps the other pictures beside it. */
function keepAlbum(old, node) {
  const others = [...(old.querySelector(".grid")?.children ?? [])].filter((child) => child.matches("article"));
  node.querySelector(".grid")?.append(...others);
}
