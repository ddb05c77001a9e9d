/** The weather drawer: dials for what goes wrong on the bot's road to Telegram. */

import * as api from "./api.js";
import { el, replaceAll } from "./dom.js";
import { icon } from "./icons.js";

/** Each dial is one rule of the server; its probability is what the person turns. */
const DIALS = {
  tooMany: { kind: "too_many", seconds: 3 },
  slow: { kind: "slow", seconds: 2 },
  error: { kind: "error", code: 500 },
  resetBefore: { kind: "reset", when: "before" },
  resetAfter: { kind: "reset", when: "after" },
  duplicate: { kind: "duplicate", copies: 2 },
  delay: { kind: "delay", seconds: 3 },
};

export class Weather {
  constructor(words) {
    this.words = words;
    this.state = el("span", { class: "state" });
    this.dials = Object.keys(DIALS).map((name) => dial(name, words));
    const clear = el("button", { type: "button", "data-clear": true, onclick: () => this.put([]) }, words.clear);
    const panel = el("div", { class: "panel" }, el("p", {}, words.weatherHint), this.dials, clear);
    panel.addEventListener("change", () => this.put(this.rules()));
    const summary = el("summary", { title: words.weather }, icon("cloud"), words.weather, this.state);
    this.node = el("details", { class: "weather" }, summary, panel);
    document.addEventListener("click", ({ target }) => this.node.contains(target) || (this.node.open = false));
  }

  async load() {
    this.draw((await api.faults()).rules);
  }

  draw(rules) {
    for (const label of this.dials) turn(label, rules.find((rule) => fits(rule, DIALS[label.dataset.dial])));
    this.node.classList.toggle("stormy", rules.length > 0);
    const kinds = rules.map((rule) => this.words.dials[nameOf(rule)] ?? rule.kind);
    replaceAll(this.state, kinds.join(", ") || this.words.clearState);
  }

  rules() {
    const turned = this.dials.filter((label) => label.control.valueAsNumber > 0);
    return turned.map((label) => ({ ...DIALS[label.dataset.dial], probability: label.control.valueAsNumber / 100 }));
  }

  async put(rules) {
    await api.setFaults({ rules });
    await this.load();
  }
}

function dial(name, words) {
  const input = el("input", { type: "range", min: "0", max: "100", step: "5", value: "0", name });
  const output = el("output", {}, "0 %");
  input.addEventListener("input", () => (output.value = `${input.value} %`));
  return el("label", { "data-dial": name }, el("span", {}, words.dials[name]), input, output);
}

function turn(label, rule) {
  const percent = Math.round((rule?.probability ?? 0) * 100);
  label.control.value = percent;
  label.querySelector("output").value = `${percent} %`;
}

function nameOf(rule) {
  return Object.keys(DIALS).find((name) => fits(rule, DIALS[name]));
}

function fits(rule, dialled) {
  return rule.kind === dialled.kind && (!dialled.when || rule.when === dialled.when);
}
