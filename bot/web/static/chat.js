/* The live part of the talk. Without this file the page works by forms; with it nothing reloads and nothing is lost. */
import { menus, newId, pluralOf, toast } from "./common.js";
import { Composer } from "./composer.js";
import { Follower } from "./follow.js";
import { Log } from "./log.js";
import { Outbox } from "./outbox.js";

const body = document.body;
const say = (key) => body.dataset[`say${key.replace(/(^|-)(\w)/g, (_, __, letter) => letter.toUpperCase())}`] ?? "";
const language = document.documentElement.lang;

const log = new Log(document.getElementById("log"), {
  last: Number(body.dataset.last),
  pill: document.getElementById("pill"),
  words: pluralOf(body.dataset.new),
  say,
});
const strip = document.getElementById("strip");
const follower = new Follower("/chat/api/events", {
  after: () => log.last,
  onLine: (line) => log.insert(line),
  onSettled: (line) => log.replace(line),
  onCleared: () => log.clear(),
  onStanding: ({ text, state }) => showStanding(text, state),
  onConnection: (state) => showConnection(state),
});
const outbox = new Outbox({ post, log, say, onDone: () => follower.start() });
const composer = new Composer(document.getElementById("composer"), {
  onSend: (text) => outbox.add(newId(), text),
});

async function post(path, data) {
  const stopTyping = log.typingSoon(() => (document.getElementById("status").textContent = say("still-working")));
  try {
    const response = await fetch(path, {
      method: "POST",
      headers: { "Content-Type": "application/json", Accept: "application/json" },
      body: JSON.stringify({ lang: language, after: log.last, ...data }),
    });
    const answer = response.status === 204 ? {} : await response.json().catch(() => ({}));
    return { status: response.status, retry: Number(response.headers.get("Retry-After") ?? 0), answer };
  } finally {
    stopTyping();
    document.getElementById("status").textContent = "";
  }
}

async function press(form, button) {
  if (button.getAttribute("aria-busy") === "true") return;
  button.setAttribute("aria-busy", "true");
  const data = { line: form.elements.line.value, data: button.value, client_id: newId() };
  try {
    const { status, answer } = await post("/chat/api/choices", data);
    if (status === 503) return log.help(answer);
    if (status !== 200) return toast(answer.message ?? say("failed-send"));
    if (button.value.startsWith("v1:lang:")) return location.replace("/chat");
    log.take(answer.lines ?? []);
    if (answer.toast) toast(answer.toast);
    follower.start();
    if (!document.contains(button)) log.focusNewest();
  } catch {
    toast(say("offline"));
  } finally {
    button.removeAttribute("aria-busy");
  }
}

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (event.submitter?.name !== "data" || !form.matches(".choices, .topics")) return;
  event.preventDefault();
  press(form, event.submitter);
});

function showStanding(text, state) {
  const line = document.getElementById("standing");
  line.querySelector("bdi").textContent = text;
  line.dataset.state = state;
  line.hidden = !text;
}

function showConnection(state) {
  const text = !navigator.onLine ? say("offline") : state === "lost" ? say("reconnecting") : "";
  strip.textContent = text;
  strip.hidden = !text;
  if (!text) outbox.flush();
}
window.addEventListener("offline", () => showConnection("lost"));
window.addEventListener("online", () => showConnection("open"));

function settings() {
  const sizes = document.querySelector("[data-size]:is(button)");
  const kept = sessionStorage.getItem("latarnia.size");
  if (kept) document.documentElement.dataset.size = kept;
  sizes.hidden = false;
  sizes.addEventListener("click", () => {
    const next = String((Number(document.documentElement.dataset.size ?? 0) + 1) % 3);
    document.documentElement.dataset.size = next;
    sessionStorage.setItem("latarnia.size", next);
    log.settle();
  });
  const print = document.querySelector("[data-print]");
  print.hidden = false;
  print.addEventListener("click", () => window.print());
}

// Older phones shrink only the visual viewport when the keyboard opens.
function fitKeyboard() {
  const view = window.visualViewport;
  if (!view) return;
  const fit = () => {
    const covered = window.innerHeight - view.height > 80 && view.scale === 1;
    document.documentElement.style.setProperty("--seen", covered ? `${view.height}px` : "100dvh");
    log.settle();
  };
  view.addEventListener("resize", fit);
}

menus();
settings();
fitKeyboard();
outbox.restore();
log.settle();
composer.restore();
if (body.dataset.talking === "yes") follower.start();
document.documentElement.dataset.ready = "yes";
