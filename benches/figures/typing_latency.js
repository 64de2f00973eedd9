// Records how long each change of the search field takes: until its results are in the document, and until they are painted.
(() => {
  window.typed = [];
  let pressed = null;
  const after = then => {
    const channel = new MessageChannel();
    channel.port1.onmessage = then;
    channel.port2.postMessage(0);
  };
  addEventListener('keydown', event => { pressed = event.timeStamp; }, true);
  addEventListener('input', event => {
    const from = pressed ?? event.timeStamp, begun = performance.now();
    pressed = null;
    const times = {};
    // The islands' work ends with the microtasks after their listener, which run before the window's listener.
    addEventListener('input', () => { times.answered = performance.now() - begun; }, { once: true });
    requestAnimationFrame(() => after(() => {
      times.painted = performance.now() - from;
      typed.push(times);
    }));
  }, true);
})();
