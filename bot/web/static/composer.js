/* The field one writes in: grows to six lines, keeps its draft in this tab, sends with Enter where a keyboard is. */
import { composing } from "./common.js";

const KEY = "latarnia.draft";
const LIMIT = 4000;
const COUNT_FROM = 3500;

export class Composer {
  constructor(form, { onSend }) {
    Object.assign(this, { form, onSend });
    this.field = form.querySelector("textarea");
    this.counter = form.querySelector("#counter");
    this.touch = matchMedia("(hover: none) and (pointer: coarse)");
    form.addEventListener("submit", (event) => this.submit(event));
    this.field.addEventListener("input", () => this.changed());
    this.field.addEventListener("keydown", (event) => this.key(event));
  }

  restore() {
    const kept = sessionStorage.getItem(KEY);
    if (kept && !this.field.value) this.field.value = kept;
    this.grow();
    this.count();
  }

  key(event) {
    if (event.key !== "Enter" || event.shiftKey || composing(event) || this.touch.matches) return;
    event.preventDefault();
    this.form.requestSubmit();
  }

  submit(event) {
    event.preventDefault();
    const text = this.field.value.trim();
    if (!text) return this.field.focus();
    this.field.value = "";
    this.changed();
    this.field.focus();
    this.onSend(text);
  }

  changed() {
    if (this.field.value) sessionStorage.setItem(KEY, this.field.value);
    else sessionStorage.removeItem(KEY);
    this.grow();
    this.count();
  }

  grow() {
    if (CSS.supports("field-sizing", "content")) return;
    this.field.style.height = "auto";
    this.field.style.height = `${this.field.scrollHeight + 2}px`;
  }

  count() {
    const used = this.field.value.length;
    const over = used > LIMIT;
    const text = over ? this.counter.dataset.over : this.counter.dataset.text;
    this.counter.hidden = used < COUNT_FROM;
    this.counter.classList.toggle("over", over);
    this.counter.textContent = text.replace("{used}", used).replace("{limit}", LIMIT);
  }
}
