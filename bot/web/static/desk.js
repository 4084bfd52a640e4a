/* The live part of the desk: the queue that never jumps, the open conversation, drafts, keys. */
import { menus, pluralOf } from "./common.js";
import { Follower } from "./follow.js";
import { CasePage } from "./desk-case.js";
import { Keys } from "./desk-keys.js";
import { Queue } from "./desk-queue.js";
import { Server } from "./desk-server.js";

const body = document.body;
const current = body.dataset.case;
const server = new Server(body);
const queue = new Queue(document.getElementById("queue"), {
  current,
  server,
  words: pluralOf(body.dataset.new),
  changed: body.dataset.changed,
});
const page = current ? new CasePage(current, { server, queue }) : undefined;
const strip = document.getElementById("strip");

const clock = new Intl.DateTimeFormat(document.documentElement.lang, { hour: "numeric", minute: "2-digit", hour12: false });
function connection(state) {
  const lost = state === "lost" || !navigator.onLine;
  strip.hidden = !lost;
  if (lost && !strip.textContent) strip.textContent = body.dataset.offline.replace("{time}", clock.format(new Date()));
  if (!lost) strip.textContent = "";
}
window.addEventListener("offline", () => connection("lost"));

const follower = new Follower(current ? `/desk/api/events?case=${encodeURIComponent(current)}` : "/desk/api/events", {
  after: () => 0,
  onChanged: () => {
    queue.refresh();
    page?.refresh();
  },
  onConnection: connection,
});

menus();
new Keys({ queue, page });
document.getElementById("summary")?.focus();
follower.start();
setInterval(() => document.visibilityState === "visible" && queue.refresh(), 60000);
document.documentElement.dataset.ready = "yes";
