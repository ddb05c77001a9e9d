/** The bottom bar of a phone: menu, text, attachments, and the bar of the message replied to or edited. */

import { el, replaceAll } from "./dom.js";
import { icon, sendIcon } from "./icons.js";
import { summary } from "./message.js";

const TALLEST_PX = 160;

export class Composer {
  constructor(words, deeds) {
    this.words = words;
    this.deeds = deeds;
    this.about = null;
    this.bar = el("div", { class: "about-bar", hidden: true });
    this.input = this.makeInput();
    this.send = button("send", words.send, sendIcon(), () => this.submit());
    this.send.dataset.send = "";
    this.toggle = button("toggle", words.keyboard, icon("keyboard"), () => deeds.toggleButtons());
    this.node = el("div", { class: "composer" }, this.bar, this.row());
  }

  makeInput() {
    const { message } = this.words;
    const input = el("textarea", { "data-input": "", rows: "1", placeholder: message, "aria-label": message, enterkeyhint: "send" });
    input.addEventListener("input", () => this.typed());
    input.addEventListener("keydown", (event) => this.key(event));
    input.addEventListener("paste", (event) => this.attachAll(event.clipboardData.files, event));
    return input;
  }

  row() {
    const menu = button("menu", this.words.menu, [icon("menu"), this.words.menu], () => this.deeds.toggleMenu());
    this.toggle.hidden = true;
    return el("div", { class: "row" }, menu, el("div", { class: "field" }, this.input, this.toggle, this.attachment()), this.send);
  }

  attachment() {
    const handle = el("summary", { "aria-label": this.words.attach, title: this.words.attach }, icon("clip"));
    const panel = el("div", { class: "panel" }, this.picker("photo", "photo", "image/*"), this.picker("document", "file"));
    const details = el("details", { class: "attach" }, handle, panel);
    details.addEventListener("click", (event) => event.target.closest("button") && (details.open = false));
    details.addEventListener("focusout", (event) => details.contains(event.relatedTarget) || (details.open = false));
    return details;
  }

  /** `kind` is the server's word for the attachment, `name` that of the icon and of the label. */
  picker(kind, name, accept) {
    const input = el("input", { type: "file", accept, multiple: true, hidden: true, "data-attach": kind });
    input.addEventListener("change", () => {
      this.attachAll([...input.files], null, kind);
      input.value = "";
    });
    return [el("button", { type: "button", onclick: () => input.click() }, icon(name), this.words[name]), input];
  }

  key(event) {
    if (this.deeds.menuKey(event)) return event.preventDefault();
    if (event.key === "Escape") return this.clearAbout();
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return undefined;
    event.preventDefault();
    return this.submit();
  }

  typed() {
    this.grow();
    this.deeds.typed(this.input.value);
  }

  submit() {
    const text = this.input.value.trim();
    if (!text) return this.input.focus();
    const { about } = this;
    this.setText("");
    this.clearAbout();
    if (about?.kind === "edit") return this.deeds.edit(about.message, text);
    return this.deeds.send(text, about?.message.id);
  }

  attachAll(files, event, kind) {
    if (!files.length) return;
    event?.preventDefault();
    const caption = this.input.value.trim();
    this.setText("");
    [...files].forEach((file, at) => {
      const sort = kind ?? (file.type.startsWith("image/") ? "photo" : "document");
      this.deeds.attach(sort, file, { caption: at ? "" : caption, replyTo: this.about?.message.id });
    });
    this.clearAbout();
  }

  reply(message, name) {
    this.setAbout("reply", message, this.words.replyTo(name));
  }

  edit(message) {
    this.setAbout("edit", message, this.words.editing);
    this.setText(message.text);
  }

  setAbout(kind, message, title) {
    this.about = { kind, message };
    const close = button("close", this.words.cancel, icon("close"), () => this.clearAbout());
    const lines = el("div", { class: "lines" }, el("b", {}, title), el("span", {}, summary(message, this.words)));
    replaceAll(this.bar, icon(kind === "edit" ? "pencil" : "reply"), lines, close);
    this.bar.hidden = false;
    this.input.focus();
  }

  clearAbout() {
    if (this.about?.kind === "edit") this.setText("");
    this.about = null;
    this.bar.hidden = true;
  }

  showToggle(hasButtons) {
    this.toggle.hidden = !hasButtons;
  }

  setText(text) {
    this.input.value = text;
    this.typed();
  }

  grow() {
    this.input.style.height = "auto";
    this.input.style.height = `${Math.min(this.input.scrollHeight, TALLEST_PX)}px`;
    this.send.classList.toggle("ready", this.input.value.trim() !== "");
  }
}

function button(name, label, content, onclick) {
  return el("button", { type: "button", class: name, "aria-label": label, title: label, onclick }, content);
}
