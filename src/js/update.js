// Finds out whether the copy of the site that is shown is the newest one, and says so in a line if it is not. The page itself
// never changes while it is read.

// A copy that was known to be the newest less than so many ms ago is not called old.
const MAX_AGE = 14 * 864e5;
// The least time between two checks, in ms.
const CHECK_INTERVAL = 36e5;

// A time in ms as the date that `dataset` describes: a pattern such as `{day} {month} {year}`, and the names of the months.
const dateText = (time, { date: pattern, months = "" }) => {
  // The text of a date is in UTC: this one's is what a clock here shows.
  const local = new Date(time - new Date(time).getTimezoneOffset() * 6e4);
  const [year, mm, dd] = local.toISOString().split(/[-T]/);
  const values = { year, mm, dd, day: +dd, month: months.split("|")[mm - 1] };
  return pattern.replace(/{(\w+)}/g, (_, name) => values[name]);
};

// Registers the worker that keeps the site on the phone, and has it look for a newer version: at once, whenever the page comes
// into sight again, and when the network is back. Never in a frame; `registeredOnly`: only where a worker is there already.
const checkForUpdates = async (registeredOnly) => {
  const workers = self === top && navigator.serviceWorker;
  if (!workers || (registeredOnly && !workers.controller)) return;
  await parsed;
  const texts = document.querySelector("template[data-version]");
  const [line, newer, old] = texts.content.children;
  newer.lastChild.onclick = () => {
    location.reload();
    return false;
  };
  let shown;
  const show = (text) => {
    if (text === shown) return;
    line.textContent = "";
    line.remove();
    shown = text;
    if (!text) return;
    document.body.append(line);
    // A screen reader notices a text only in a live region that was there before it.
    setTimeout(() => line.append(shown || ""), 100);
  };

  const registration = await workers.register(texts.dataset.worker);
  // Where a setting forbids workers, some browsers resolve to nothing.
  if (!registration) return;
  const incoming = () => registration.installing || registration.waiting;
  const post = (newest) => registration.active && registration.active.postMessage(newest);
  workers.onmessage = ({ data: { newest, version, confirmed } }) => {
    // A page that no worker controls has come from the host itself.
    if (version !== texts.dataset.version) return workers.controller && show(newer);
    if (newest || Date.now() - confirmed < MAX_AGE) return show();
    const [day] = old.children;
    day.textContent = dateText(confirmed, day.dataset);
    show(old);
  };
  // Whether there is no newer version than the active worker's: a worker that is being installed has to take over first.
  const isNewest = async () => {
    if (!incoming()) await registration.update();
    const worker = incoming();
    if (!worker) return true;
    await new Promise((resolve) => {
      worker.onstatechange = () => /^(activated|redundant)$/.test(worker.state) && resolve();
    });
    return worker.state === "activated";
  };
  let nextCheck = 0;
  const check = async () => {
    if (document.hidden || Date.now() < nextCheck) return;
    nextCheck = Date.now() + CHECK_INTERVAL;
    const newest = await isNewest().catch(() => false);
    if (!newest) nextCheck = 0;
    post(newest);
  };
  addEventListener("online", check);
  document.addEventListener("visibilitychange", check);
  workers.addEventListener("controllerchange", () => post(true));
  check();
};
