/* Small things that both the chat and the desk need. */

/** An id that no other message has. randomUUID exists only on secure origins. */
export function newId() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** Words for 1 … 30 things, written by the server: "1 new|2 new|…". */
export function pluralOf(list) {
  const words = (list ?? "").split("|");
  return (count) => words[Math.min(count, words.length) - 1] ?? String(count);
}

/** A passing line, kept while pointed at; never the only place of something important. */
export function toast(text) {
  const line = document.getElementById("toast");
  clearTimeout(toast.timer);
  line.textContent = text;
  line.hidden = false;
  const hide = () => (line.hidden = true);
  const later = () => (toast.timer = setTimeout(hide, 6000));
  line.onpointerenter = () => clearTimeout(toast.timer);
  line.onpointerleave = later;
  later();
}

/** Menus in the bar: Esc and a press elsewhere close them, Esc gives the focus back. */
export function menus() {
  const open = () => document.querySelector("[data-menu][open]");
  document.addEventListener("keydown", (event) => {
    const menu = open();
    if (event.key !== "Escape" || !menu) return;
    menu.open = false;
    menu.querySelector("summary").focus();
    event.stopPropagation();
  });
  document.addEventListener("click", (event) => {
    for (const menu of document.querySelectorAll("[data-menu][open]")) {
      if (!menu.contains(event.target)) menu.open = false;
    }
  });
}

/** Whether this key press belongs to a text that is being composed (Chinese, Japanese, dead keys). */
export const composing = (event) => event.isComposing || event.keyCode === 229;
