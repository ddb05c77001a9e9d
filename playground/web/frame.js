/** The frame of a phone: its header with the bot's state, the Start and Unblock bars, and the parts of the chat. */

import { el, replaceAll } from "./dom.js";
import { icon } from "./icons.js";

const TYPING_MS = 5500;

export class Frame {
  constructor(phone, deeds) {
    this.phone = phone;
    this.words = phone.words;
    this.deeds = deeds;
    this.status = el("small", { class: "status" }, this.words.bot);
    this.node = this.section();
  }

  get title() {
    return this.phone.person.label || this.phone.person.first_name;
  }

  section() {
    const { person, log, menu, composer, buttons } = this.phone;
    this.pinned = el("button", { type: "button", class: "pinned", hidden: true });
    const parts = [this.header(), this.pinned, log.node, this.start(), this.unblock(), menu.node, composer.node, buttons.node];
    const attributes = { class: "phone", "data-person": person.id, "aria-label": this.title, lang: person.language_code };
    return el("section", attributes, el("div", { class: "screen" }, parts));
  }

  header() {
    const { bot, person } = this.phone;
    const name = [person.first_name, person.last_name].filter(Boolean).join(" ");
    return el(
      "header",
      {},
      el("span", { class: "avatar", "aria-hidden": "true" }, /\p{Script=Han}/u.exec(bot.first_name)?.[0] ?? bot.first_name[0]),
      el("div", { class: "heading", title: `@${bot.username}` }, el("b", {}, bot.first_name), this.status),
      el("div", { class: "owner" }, el("b", {}, this.title), el("small", {}, name)),
      this.block(),
    );
  }

  block() {
    const press = () => this.deeds.block(true);
    const label = this.words.block;
    return el("button", { type: "button", class: "block", "data-block": true, "aria-label": label, title: label, onclick: press }, icon("block"));
  }

  start() {
    const press = el("button", { type: "button", "data-start": true, onclick: () => this.deeds.start() }, this.words.start);
    return el("div", { class: "bar start" }, el("p", {}, this.words.welcome), press);
  }

  unblock() {
    const press = () => this.deeds.block(false);
    const node = el("button", { type: "button", "data-unblock": true, onclick: press }, this.words.unblock);
    return el("div", { class: "bar unblock" }, el("p", {}, this.words.blocked), node);
  }

  showState(state) {
    for (const [name, isOn] of Object.entries(state)) this.node.classList.toggle(name, isOn);
  }

  showPinned(words, show) {
    this.pinned.hidden = !words;
    this.pinned.onclick = show;
    replaceAll(this.pinned, el("b", {}, this.words.pinned), el("span", {}, words));
  }

  /** `action` is the Bot API's chat action, shown for as long as Telegram shows it; nothing ends it. */
  showTyping(action) {
    clearTimeout(this.typing);
    const words = action && (action.startsWith("upload") ? this.words.sending : this.words.typing);
    this.status.classList.toggle("busy", Boolean(action));
    replaceAll(this.status, words || this.words.bot);
    if (action) this.typing = setTimeout(() => this.showTyping(null), TYPING_MS);
  }
}
