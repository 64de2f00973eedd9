// Records, inside the page, when something is painted: the first animation frame that contains it, and a message queued after that frame.
// Times are in milliseconds since 1970, so that those of two documents can be compared.
(() => {
  if (!location.protocol.startsWith('http')) return;
  const now = () => performance.timeOrigin + performance.now();
  const begun = performance.timeOrigin;
  const figures = (window.figures = { begun, longest: 0 });
  // When the tab's first document was requested.
  figures.first = Number((sessionStorage.first ??= begun));
  const after = then => {
    const channel = new MessageChannel();
    channel.port1.onmessage = then;
    channel.port2.postMessage(0);
  };
  const when = (name, found, then) => {
    const look = () => {
      if (!found()) return requestAnimationFrame(look);
      after(() => {
        figures[name] = now();
        if (then) then();
      });
    };
    requestAnimationFrame(look);
  };
  const shown = selector => [...document.querySelectorAll(selector)].find(e => e.checkVisibility());
  const next = () => shown('h1[data-step]:not([data-step=start])');

  window.tapped = name => {
    when(name, next);
    figures.tapped = now();
    shown('CHOICE').click();
  };
  // The first tap comes right after the frame that shows the choices, as nobody taps what is not shown yet.
  when('choice', () => shown('CHOICE'), () => window.cold && window.tapped('step'));
  // The tap may have opened another document.
  if (!location.pathname.endsWith('/')) when('step', next);
  when('status', () => [...document.querySelectorAll('[data-island=status]')].some(e => WORDS.some(word => e.textContent.includes(word))));
  new PerformanceObserver(list => {
    for (const task of list.getEntries()) figures.longest = Math.max(figures.longest, task.duration);
  }).observe({ type: 'longtask', buffered: true });
})();
