/** One person's phone: the frame, the chat with the bot inside it, and what the person can do there. */

import * as api from "./api.js";
import { Composer } from "./composer.js";
import { el, replaceAll } from "./dom.js";
import { Log } from "./log.js";
import { Menu } from "./menu.js";
import { fromServer } from "./message.js";
import { Presses } from "./presses.js";
import { ReplyKeyboard } from "./reply_keyboard.js";
import { Sending } from "./sending.js";
import { alert, toast } from "./toast.js";
import { timesFor } from "./times.js";
import { localeFor, wordsFor } from "./words.js";

const TYPING_MS = 5500;

export class Phone {
  constructor(person, bot) {
    this.person = person;
    this.bot = bot;
    this.words = wordsFor(person.language_code);
    this.log = new Log(this.view(), this.words.chatWith(bot.first_name));
    this.sending = new Sending(this.log);
    this.presses = new Presses(person.id);
    this.menu = new Menu(this.words, (command) => this.say(command));
    this.buttons = new ReplyKeyboard(this.words, { say: (text) => this.say(text) });
    this.composer = new Composer(this.words, this.composerDeeds());
    this.start = this.startButton();
    this.status = el("small", { class: "status" }, this.words.bot);
    this.node = this.frame();
  }

  view() {
    const locale = localeFor(this.person.language_code);
    const nameOf = (message) => (message.from_bot ? this.bot.first_name : this.words.you);
    return { words: this.words, locale, nameOf, deeds: this.bubbleDeeds(), ...timesFor(locale, this.words) };
  }

  bubbleDeeds() {
    return {
      reply: (message) => this.composer.reply(message, message.from_bot ? this.bot.first_name : this.words.you),
      edit: (message) => this.composer.edit(message),
      show: (id) => this.log.show(id),
      retry: (message) => this.sending.retry(message),
      discard: (message) => this.sending.discard(message),
      press: (message, data) => this.tell(this.presses.press(message.message_id, data)),
      pay: (message) => this.tell(api.pay(this.person.id, message.message_id)),
      copy: (text) => navigator.clipboard.writeText(text).then(() => toast(this.node, this.words.copied)),
      followLink: (address) => this.followStartLink(address),
    };
  }

  composerDeeds() {
    return {
      send: (text, replyTo) => this.say(text, replyTo),
      edit: (message, text) => this.tell(api.editText(this.person.id, message.message_id, text)),
      attach: (kind, file, about) => this.attach(kind, file, about),
      toggleButtons: () => this.buttons.toggle(),
      toggleMenu: () => this.menu.toggle(),
      menuKey: (event) => this.menu.key(event),
      typed: (text) => this.menu.typed(text),
    };
  }

  frame() {
    const { id, language_code: language } = this.person;
    const section = el(
      "section",
      { class: "phone", "data-person": id, "aria-label": this.title, lang: language },
      el("div", { class: "screen" }, this.header(), this.log.node, this.start, this.menu.node, this.composer.node, this.buttons.node),
    );
    section.addEventListener("click", (event) => this.clicked(event.target));
    return section;
  }

  get title() {
    return this.person.label || this.person.first_name;
  }

  header() {
    const { first_name: name, username } = this.bot;
    const avatar = el("span", { class: "avatar", "aria-hidden": "true" }, [...name][0] ?? "?");
    const heading = el("div", { class: "heading", title: username && `@${username}` }, el("b", {}, name), this.status);
    const owner = el("div", { class: "owner" }, el("b", {}, this.title), el("small", {}, this.fullName));
    return el("header", {}, avatar, heading, owner);
  }

  get fullName() {
    return [this.person.first_name, this.person.last_name].filter(Boolean).join(" ");
  }

  startButton() {
    const press = el("button", { type: "button", "data-start": true, onclick: () => this.say("/start") }, this.words.start);
    return el("div", { class: "start" }, el("p", {}, this.words.welcome), press);
  }

  clicked(target) {
    const command = target.closest?.("[data-command]");
    if (command) this.say(command.dataset.command);
    if (!target.closest?.(".menu-list, .menu, [data-input]")) this.menu.close();
  }

  load({ messages, commands = [] }) {
    this.menu.commands = commands;
    this.log.reset(messages.map(fromServer));
    this.showStart();
  }

  say(text, replyTo) {
    const sent = this.sending.send({ text, reply_to: replyTo }, () => api.sendText(this.person.id, text, replyTo));
    this.showStart();
    return sent;
  }

  attach(kind, file, about) {
    const content = { caption: about.caption, reply_to: about.replyTo, [kind]: preview(file) };
    return this.sending.send(content, () => api.upload(this.person.id, kind, file, about));
  }

  followStartLink(address) {
    const link = new RegExp(`(?:t\\.me/|tg://resolve\\?domain=)${this.bot.username}[?&]start=([\\w-]+)`, "i").exec(address);
    if (link) this.say(`/start ${link[1]}`);
    return Boolean(link);
  }

  tell(promise) {
    return promise.catch((problem) => toast(this.node, problem.message || this.words.notSent));
  }

  showStart() {
    this.node.classList.toggle("fresh", this.log.isEmpty);
  }

  hear(event) {
    const deeds = {
      message: () => this.receive(event.message),
      edited: () => this.receive(event.message),
      deleted: () => this.log.remove(event.message_id),
      toast: () => this.answer(event),
      typing: () => this.showTyping(event.action),
    };
    deeds[event.type]?.();
  }

  receive(told) {
    this.log.put(fromServer(told));
    if (told.from_bot) this.showTyping(null);
    this.showStart();
  }

  answer({ text, show_alert: isAlert, callback_query_id: id, url }) {
    this.presses.answered(id);
    if (url) this.followStartLink(url);
    if (text && isAlert) alert(this.node, text, this.words);
    else if (text) toast(this.node, text);
  }

  showTyping(action) {
    clearTimeout(this.typing);
    const words = action && (action.startsWith("upload") ? this.words.choosing : this.words.typing);
    this.status.classList.toggle("busy", Boolean(action));
    replaceAll(this.status, words || this.words.bot);
    if (action) this.typing = setTimeout(() => this.showTyping(null), TYPING_MS);
  }
}

function preview(file) {
  return { url: URL.createObjectURL(file), name: file.name, size: file.size };
}
