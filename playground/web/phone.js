/** One person's phone: the chat with the bot, and what the person can do there. */

import * as api from "./api.js";
import { Composer } from "./composer.js";
import { Frame } from "./frame.js";
import { Log } from "./log.js";
import { Menu } from "./menu.js";
import { summary } from "./message.js";
import { Presses } from "./presses.js";
import { ReplyKeyboard } from "./reply_keyboard.js";
import { Sending } from "./sending.js";
import { moneyFor, timesFor } from "./times.js";
import { alert, toast } from "./toast.js";
import { localeFor, wordsFor } from "./words.js";

/** Where every phone of the playground stands when a bot asks. */
const NINGBO_PORT = { latitude: 29.9385, longitude: 121.8456 };

export class Phone {
  constructor(person, bot) {
    this.person = person;
    this.bot = bot;
    this.words = wordsFor(person.language_code);
    this.log = new Log(this.view(), this.words.chatWith(bot.first_name));
    this.sending = new Sending(this.log);
    this.presses = new Presses(person.id);
    this.menu = new Menu(this.words, (command) => this.say(command));
    this.buttons = new ReplyKeyboard(this.words, this.buttonDeeds());
    this.composer = new Composer(this.words, this.composerDeeds());
    this.frame = new Frame(this, this.frameDeeds());
    this.node = this.frame.node;
    this.node.addEventListener("click", (event) => this.clicked(event.target));
  }

  view() {
    const locale = localeFor(this.person.language_code);
    const nameOf = (message) => this.nameOf(message);
    return { words: this.words, nameOf, deeds: this.bubbleDeeds(), money: moneyFor(locale), ...timesFor(locale, this.words) };
  }

  nameOf(message) {
    return message.from_bot ? this.bot.first_name : this.words.you;
  }

  bubbleDeeds() {
    return {
      reply: (message) => this.composer.reply(message, this.nameOf(message)),
      edit: (message) => this.composer.edit(message),
      show: (id) => this.log.show(id),
      retry: (message) => this.sending.retry(message),
      discard: (message) => this.sending.discard(message),
      press: (message, data) => this.tell(this.presses.press(message.id, data)),
      pay: (message) => this.tell(this.pay(message)),
      copy: (text) => this.copy(text),
      followLink: (address) => this.followStartLink(address),
    };
  }

  composerDeeds() {
    return {
      send: (text, replyTo) => this.say(text, replyTo),
      edit: (message, text) => this.tell(api.editText(this.person.id, message.id, text)),
      attach: (kind, file, about) => this.attach(kind, file, about),
      toggleButtons: () => this.buttons.toggle(),
      toggleMenu: () => this.menu.toggle(),
      menuKey: (event) => this.menu.key(event),
      typed: (text) => this.menu.typed(text),
    };
  }

  buttonDeeds() {
    return {
      say: (text) => this.say(text),
      shareContact: () => this.tell(api.shareContact(this.person.id)),
      shareLocation: () => this.tell(api.shareLocation(this.person.id, NINGBO_PORT)),
    };
  }

  frameDeeds() {
    return {
      start: () => this.say("/start"),
      block: (blocked) => this.tell(api.setBlocked(this.person.id, blocked)),
    };
  }

  load({ messages, commands, keyboard, pinned, typing, blocked }) {
    this.log.reset(messages);
    this.menu.set(commands);
    this.showButtons(keyboard);
    this.showPinned(pinned);
    this.frame.showTyping(typing);
    this.frame.showState({ blocked, fresh: this.log.isEmpty });
  }

  showButtons(markup) {
    this.composer.showToggle(this.buttons.set(markup));
  }

  showPinned(ids) {
    const message = this.log.messages.get(ids.at(-1));
    this.frame.showPinned(message && summary(message, this.words), () => this.log.show(message.id));
  }

  say(text, replyTo) {
    const sent = this.sending.send({ text, reply_to: replyTo }, () => api.sendText(this.person.id, text, replyTo));
    this.frame.showState({ fresh: false });
    return sent;
  }

  attach(kind, file, about) {
    const shown = { url: URL.createObjectURL(file), name: file.name, size: file.size };
    const content = { caption: about.caption, reply_to: about.replyTo, [kind]: shown };
    return this.sending.send(content, () => api.upload(this.person.id, kind, file, about));
  }

  /** A link that starts this bot acts at once, as in Telegram; any other opens in the browser. */
  followStartLink(address) {
    const starts = new RegExp(`(?:t\\.me/|tg://resolve\\?domain=)${this.bot.username}[?&]start=([\\w-]+)`, "i");
    const payload = starts.exec(address)?.[1];
    if (payload) this.say(`/start ${payload}`);
    return Boolean(payload);
  }

  async pay(message) {
    const { ok, error_message: reason } = await api.pay(this.person.id, message.id);
    if (!ok) alert(this.node, reason || this.words.unpaid, this.words);
  }

  async copy(text) {
    await navigator.clipboard.writeText(text);
    toast(this.node, this.words.copied);
  }

  tell(promise) {
    return promise.catch((problem) => toast(this.node, problem.message || this.words.notSent));
  }

  clicked(target) {
    const command = target.closest("[data-command]");
    if (command) this.say(command.dataset.command);
    if (!target.closest(".menu-list, .menu, [data-input]")) this.menu.close();
  }

  hear(event) {
    const deeds = {
      message: () => this.receive(event.message),
      edited: () => this.log.put(event.message),
      deleted: () => this.log.remove(event.message_id),
      toast: () => this.answer(event),
      typing: () => this.frame.showTyping(event.action),
      keyboard: () => this.showButtons(event.keyboard),
      pinned: () => this.showPinned(event.pinned),
    };
    deeds[event.type]?.();
  }

  receive(message) {
    this.log.put(message);
    this.frame.showState({ fresh: false });
    if (message.from_bot) this.frame.showTyping(null);
  }

  answer({ text, show_alert: isAlert, callback_query_id: id, url }) {
    this.presses.answered(id);
    if (url && !this.followStartLink(url)) window.open(url, "_blank", "noopener");
    if (text && isAlert) alert(this.node, text, this.words);
    else if (text) toast(this.node, text);
  }
}
