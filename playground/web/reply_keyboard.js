/** The big buttons that a bot may put in place of the letters; each sends its own words, a number or a place. */

import { el, replaceAll } from "./dom.js";

export class ReplyKeyboard {
  constructor(words, deeds) {
    this.deeds = deeds;
    this.node = el("div", { class: "reply-keyboard", "aria-label": words.keyboard, role: "group", hidden: true });
  }

  /** `markup` is the Bot API's ReplyKeyboardMarkup, or nothing. */
  set(markup) {
    const rows = markup?.keyboard ?? [];
    this.isOnce = Boolean(markup?.one_time_keyboard);
    replaceAll(this.node, rows.map((row) => el("div", { class: "row" }, row.map((button) => this.button(button)))));
    this.node.hidden = rows.length === 0;
    return rows.length > 0;
  }

  toggle() {
    this.node.hidden = !this.node.hidden;
  }

  button(button) {
    const { text, style } = typeof button === "string" ? { text: button } : button;
    return el("button", { type: "button", "data-reply-button": true, class: style, onclick: () => this.press(button, text) }, text);
  }

  press(button, text) {
    if (this.isOnce) this.node.hidden = true;
    if (button.request_contact) this.deeds.shareContact();
    else if (button.request_location) this.deeds.shareLocation();
    else this.deeds.say(text);
  }
}
