/** The list of the bot's commands, opened by the Menu button or by typing "/". */

import { el, replaceAll } from "./dom.js";

export class Menu {
  constructor(words, choose) {
    this.words = words;
    this.choose = choose;
    this.commands = [];
    this.at = 0;
    this.node = el("div", { class: "menu-list", role: "listbox", "aria-label": words.menu, hidden: true });
  }

  get isOpen() {
    return !this.node.hidden;
  }

  /** A list that is open shows new commands at once. */
  set(commands) {
    this.commands = commands;
    if (this.isOpen) this.open("");
  }

  toggle() {
    if (this.isOpen) this.close();
    else this.open("");
  }

  /** Shows the commands that begin with what was typed; anything that is not a command closes the list. */
  typed(text) {
    const prefix = /^\/(\w*)$/.exec(text);
    if (prefix) this.open(prefix[1].toLowerCase());
    if (!prefix || !this.found.length) this.close();
  }

  open(prefix) {
    this.found = this.commands.filter(({ command }) => command.startsWith(prefix));
    this.at = 0;
    this.draw();
  }

  close() {
    this.node.hidden = true;
  }

  key(event) {
    if (!this.isOpen || !this.found.length) return false;
    if (event.key === "Escape") this.close();
    else if (event.key === "ArrowDown") this.move(1);
    else if (event.key === "ArrowUp") this.move(-1);
    else if (event.key === "Enter" || event.key === "Tab") this.pick(this.found[this.at]);
    else return false;
    return true;
  }

  move(step) {
    this.at = (this.at + step + this.found.length) % this.found.length;
    this.draw();
  }

  pick({ command }) {
    this.close();
    this.choose(`/${command}`);
  }

  draw() {
    const rows = this.found.map((command, at) => this.row(command, at === this.at));
    replaceAll(this.node, rows.length ? rows : el("p", {}, this.words.noCommands));
    this.node.hidden = false;
    this.node.querySelector("[aria-selected=true]")?.scrollIntoView({ block: "nearest" });
  }

  row(command, isSelected) {
    return el(
      "button",
      { type: "button", role: "option", "aria-selected": String(isSelected), "data-menu": command.command, onclick: () => this.pick(command) },
      el("span", {}, command.description),
      el("code", {}, `/${command.command}`),
    );
  }
}
