// Notes, from within the page, when something is painted: the frame that first holds it, and a message queued behind that frame.
// Times are in milliseconds since 1970, so that those of two documents can be told apart.
(() => {
  if (!location.protocol.startsWith('http')) return;
  const now = () => performance.timeOrigin + performance.now();
  const begun = performance.timeOrigin;
  const figures = (window.figures = { begun, longest: 0 });
  // When the tab's first document was asked for.
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
    shown('a[data-choice=teen-14]').click();
  };
  // Nobody taps what they have not seen: the first tap comes right behind the frame that shows the choices.
  when('choice', () => shown('a[data-choice=teen-14]'), () => window.cold && window.tapped('step'));
  // The tap may have led to a document of its own.
  if (!location.pathname.endsWith('/')) when('step', next);
  when('status', () => [...document.querySelectorAll('[data-island=status]')].some(e => WORDS.some(word => e.textContent.includes(word))));
  new PerformanceObserver(list => {
    for (const task of list.getEntries()) figures.longest = Math.max(figures.longest, task.duration);
  }).observe({ type: 'longtask', buffered: true });
})();
