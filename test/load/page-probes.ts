/** What runs inside the page to measure it. Each is sent there as text, so it uses nothing from outside itself. */

/** Milliseconds of the page's own clock, which begins with the navigation. */
export type PageFigures = {
  /** First card of the week on the screen. */
  paintedMs: number | null;
  /** Resolves when it is. */
  painted: Promise<void>;
  /** Cards in sight at that moment. */
  inSight: string[];
  /** Synchronous work for each message of a socket, from the browser handing it over until everything it set off is done. */
  messagesMs: number[];
  /** From a message until the frame that shows it is on its way to the screen. */
  framesMs: number[];
  /** Cards whose elements changed, since the last reset. */
  cards: string[];
  /** Between frames, while `isMoving`. */
  movingMs: number[];
  isMoving: boolean;
  /** Tasks over 50 ms. */
  longTasksMs: number[];
};

export function installProbes(): void {
  let tellPainted = () => {};
  const figures: PageFigures = {
    paintedMs: null,
    painted: new Promise((resolve) => {
      tellPainted = resolve;
    }),
    inSight: [],
    messagesMs: [],
    framesMs: [],
    cards: [],
    movingMs: [],
    isMoving: false,
    longTasksMs: [],
  };
  Object.assign(globalThis, { figures });

  // A message posted in a frame callback is handled once that frame has been drawn.
  const afterDrawing = (act: () => void) => {
    const channel = new MessageChannel();
    channel.port1.onmessage = act;
    channel.port2.postMessage(null);
  };
  const cardsInSight = () =>
    [...document.querySelectorAll<HTMLElement>(".week [data-card]")]
      .filter((card) => card.getBoundingClientRect().top < innerHeight && card.getBoundingClientRect().bottom > 0)
      .map((card) => card.dataset.card ?? "");
  Object.assign(globalThis, { cardsInSight });
  const look = () => {
    if (document.querySelector(".week [data-card]")) {
      // The frame that is being made shows it.
      afterDrawing(() => {
        figures.paintedMs = performance.now();
        figures.inSight = cardsInSight();
        tellPainted();
      });
    } else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);

  let last = 0;
  const tick = (now: number) => {
    if (figures.isMoving && last > 0) figures.movingMs.push(now - last);
    last = figures.isMoving ? now : 0;
    requestAnimationFrame(tick);
  };
  requestAnimationFrame(tick);

  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) figures.longTasksMs.push(entry.duration);
  }).observe({ entryTypes: ["longtask"] });

  new MutationObserver((records) => {
    for (const { target } of records) {
      const element = target instanceof Element ? target : target.parentElement;
      const id = element?.closest<HTMLElement>("[data-card]")?.dataset.card;
      if (id) figures.cards.push(id);
    }
  }).observe(document, { subtree: true, childList: true, characterData: true, attributes: true });

  // The provider assigns `onmessage`: measured here is everything that one message sets off in the same turn.
  const own = Object.getOwnPropertyDescriptor(WebSocket.prototype, "onmessage");
  Object.defineProperty(WebSocket.prototype, "onmessage", {
    ...own,
    set(handler: ((event: MessageEvent) => void) | null) {
      own?.set?.call(this, (event: MessageEvent) => {
        const start = performance.now();
        handler?.call(this, event);
        figures.messagesMs.push(performance.now() - start);
        requestAnimationFrame(() => afterDrawing(() => figures.framesMs.push(performance.now() - start)));
      });
    },
  });
}
