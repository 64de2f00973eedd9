// Whether the copy that is read is the newest. The page asks behind its own back and says so in one line; what is read stays.

// A copy that was known to be the newest within so many ms is not called old.
const MAX_AGE = 14 * 864e5;
// How long the page rests between two questions, in ms.
const PAUSE = 36e5;

// Registers the worker that keeps the site on the phone, and asks the host for a newer one: at once, when the page comes into
// sight again, and when the network is back. Never in somebody's frame, nor a first time where data are dear.
const followUpdates = async (dear) => {
  const workers = self === top && navigator.serviceWorker;
  if (!workers || (dear && !workers.controller)) return;
  await parsed;
  const texts = document.querySelector("template[data-version]");
  const [line, newer, old] = texts.content.children;
  newer.lastChild.onclick = () => {
    location.reload();
    return false;
  };
  let shown;
  const say = (text) => {
    if (text === shown) return;
    line.textContent = "";
    line.remove();
    shown = text;
    if (!text) return;
    document.body.append(line);
    // What comes into a live region is heard, not what it came with.
    setTimeout(() => line.append(shown || ""), 100);
  };

  const registration = await workers.register(texts.dataset.worker);
  // Where a setting forbids workers, some browsers promise one and give none.
  if (!registration) return;
  const coming = () => registration.installing || registration.waiting;
  const tell = (newest) => registration.active && registration.active.postMessage(newest);
  workers.onmessage = ({ data: { newest, version, confirmed } }) => {
    // A page that no worker controls has come from the host itself.
    if (version !== texts.dataset.version) return workers.controller && say(newer);
    if (newest || Date.now() - confirmed < MAX_AGE) return say();
    old.children[0].textContent = new Date(confirmed).toLocaleDateString(root.lang);
    say(old);
  };
  // Whether there is nothing newer than the worker that is active: one that comes must come whole and take over first.
  const isNewest = async () => {
    if (!coming()) await registration.update();
    const worker = coming();
    if (!worker) return true;
    await new Promise((done) => {
      worker.onstatechange = () => /^(activated|redundant)$/.test(worker.state) && done();
    });
    return worker.state === "activated";
  };
  let due = 0;
  const check = async () => {
    if (document.hidden || Date.now() < due) return;
    due = Date.now() + PAUSE;
    const newest = await isNewest().catch(() => false);
    if (!newest) due = 0;
    tell(newest);
  };
  addEventListener("online", check);
  document.addEventListener("visibilitychange", check);
  workers.addEventListener("controllerchange", () => tell(true));
  check();
};
