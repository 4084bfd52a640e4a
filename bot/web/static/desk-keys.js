/* Single keys by their place on the keyboard, so that Cyrillic layouts work; only outside text fields; can be switched off. */
const OFF = "desk.keys-off";

export class Keys {
  constructor({ queue, page }) {
    Object.assign(this, { queue, page });
    this.dialog = document.getElementById("keys");
    this.button = document.getElementById("keys-button");
    this.button.hidden = false;
    this.button.addEventListener("click", () => this.help());
    this.dialog.addEventListener("close", () => this.button.focus());
    const box = document.getElementById("keys-on");
    box.checked = !localStorage.getItem(OFF);
    box.addEventListener("change", () => (box.checked ? localStorage.removeItem(OFF) : localStorage.setItem(OFF, "yes")));
    document.addEventListener("keydown", (event) => this.pressed(event));
  }

  pressed(event) {
    if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
    if (document.querySelector("dialog[open]")) return;
    const inField = event.target.closest("input, textarea, select, [contenteditable]");
    if (event.key === "Escape") return this.escape(inField);
    if (inField || localStorage.getItem(OFF)) return;
    const act = event.key === "?" ? () => this.help() : this.acts()[event.code];
    if (!act || (event.shiftKey && event.key !== "?")) return;
    event.preventDefault();
    act();
  }

  acts() {
    return {
      KeyJ: () => this.queue.step(1),
      KeyK: () => this.queue.step(-1),
      KeyT: () => document.getElementById("take-next").click(),
      KeyR: () => this.page?.show("reply", true),
      KeyN: () => this.page?.show("note", true),
      KeyC: () => this.page?.press("close-link"),
      ...(document.activeElement?.closest("#rows") && {
        ArrowDown: () => this.queue.step(1),
        ArrowUp: () => this.queue.step(-1),
      }),
    };
  }

  /** Out of the field first, then from the conversation back to the list. */
  escape(inField) {
    if (document.querySelector("[data-menu][open]")) return;
    if (inField) return document.getElementById("log")?.focus();
    const current = this.queue.row(this.queue.current) ?? this.queue.links()[0];
    if (current?.offsetParent) return current.focus();
    const back = document.querySelector(".back");
    if (back?.offsetParent) back.click();
    return undefined;
  }

  help() {
    this.dialog.showModal();
  }
}
