// A fake clock: `Date` starts at START in every new document and runs on from there. Time passes in two ways: `advance` fires
// all timers that are due in between, in order; `sleep` simulates a sleeping phone: the clock jumps, timers have not moved, the
// tab was hidden and is shown again. `jump` sets the clock.
(() => {
  const RealDate = Date, realSet = setTimeout, realClear = clearTimeout;
  let ahead = START - RealDate.now();
  const now = () => RealDate.now() + ahead;

  const TestDate = new Proxy(RealDate, {
    construct: (target, args, caller) => Reflect.construct(target, args.length ? args : [now()], caller === TestDate ? target : caller),
    apply: () => new RealDate(now()).toString(),
    get: (target, key) => (key === 'now' ? now : Reflect.get(target, key)),
  });
  RealDate.prototype.constructor = TestDate;
  globalThis.Date = TestDate;

  // `Intl` asks the system when it is given no date.
  const formats = Intl.DateTimeFormat.prototype, parts = formats.formatToParts, format = Object.getOwnPropertyDescriptor(formats, 'format').get;
  const given = date => (date === undefined ? now() : date);
  formats.formatToParts = function (date) { return parts.call(this, given(date)); };
  Object.defineProperty(formats, 'format', { configurable: true, get() { const bound = format.call(this); return date => bound(given(date)); } });

  const timers = new Map();
  let last = 0;
  const arm = (id, timer) => { timer.real = realSet(fire, Math.max(0, timer.due - now()), id); };
  const fire = id => {
    const timer = timers.get(id);
    if (!timer) return;
    realClear(timer.real);
    if (timer.every === null) timers.delete(id);
    else { timer.due += timer.every; arm(id, timer); }
    timer.run(...timer.args);
  };
  const add = (run, delay, args, repeat) => {
    const wait = Math.max(0, Number(delay) || 0), id = ++last;
    if (typeof run !== 'function') throw new TypeError('a timer needs a function');
    const timer = { run, args, due: now() + wait, every: repeat ? Math.max(1, wait) : null };
    timers.set(id, timer);
    arm(id, timer);
    return id;
  };
  const drop = id => { const timer = timers.get(id); if (timer) { realClear(timer.real); timers.delete(id); } };
  globalThis.setTimeout = (run, delay, ...args) => add(run, delay, args, false);
  globalThis.setInterval = (run, delay, ...args) => add(run, delay, args, true);
  globalThis.clearTimeout = globalThis.clearInterval = drop;

  const show = state => {
    Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => state });
    Object.defineProperty(document, 'hidden', { configurable: true, get: () => state === 'hidden' });
    document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
  };
  globalThis.__testClock = {
    advance(ms) {
      const end = now() + ms;
      for (;;) {
        const next = [...timers].filter(([, timer]) => timer.due <= end).sort((a, b) => a[1].due - b[1].due)[0];
        if (!next) break;
        ahead += Math.max(0, next[1].due - now());
        fire(next[0]);
      }
      ahead += Math.max(0, end - now());
      for (const [id, timer] of timers) { realClear(timer.real); arm(id, timer); }
    },
    // Sets the phone's clock: no timer moves and no event is fired.
    jump(ms) {
      ahead += ms;
      for (const timer of timers.values()) timer.due += ms;
    },
    sleep(ms) {
      show('hidden');
      ahead += ms;
      for (const timer of timers.values()) timer.due += ms;
      show('visible');
    },
  };
})();
