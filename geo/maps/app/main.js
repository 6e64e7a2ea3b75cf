// Puts the parts together: one change of state, one redraw.

let waiting = null;

/** Redraw once a frame, however many changes the reader makes within it. */
function update() {
  waiting ??= requestAnimationFrame(updateNow);
}

function updateNow() {
  cancelAnimationFrame(waiting);
  waiting = null;
  const { shown, counts, all } = filtered();
  showList(shown);
  showFacets(counts);
  showPeriod(all);
  showKey();
  drawMovements(shown);
  writeAddress();
}

/** Show the claims behind a movement, or none; the reader's place in the page goes along. */
function select(position, { claim = null, keepView = false } = {}) {
  const before = state.selected;
  state.selected = position;
  state.claim = claim;
  showDetail();
  if (position !== null) {
    if (!keepView) bringIntoView(movements[position]);
    byId("detail-title").focus({ preventScroll: true });
    revealRow(position)?.scrollIntoView({ block: "nearest" });
    if (claim !== null) pointAtClaim(claim);
  } else if (before !== null) {
    revealRow(before)?.firstChild.focus({ preventScroll: true });
  }
  update();
}

/** Narrow the list to what has to do with one place or one bundle of arrows, or widen it again. */
function showSpot(places) {
  state.spot = places;
  if (places.length) openSheet(true);
  update();
}

function openSheet(open) {
  byId("sheet").classList.toggle("open", open);
  byId("grip").setAttribute("aria-expanded", String(open));
}

function startSheet() {
  byId("grip").addEventListener("click", () => openSheet(!byId("sheet").classList.contains("open")));
  byId("skip").addEventListener("click", () => openSheet(true));
  if (window.matchMedia("(max-width: 760px)").matches) byId("filters").open = false;
}

function startKeys() {
  byId("close").addEventListener("click", () => select(null));
  byId("fit").addEventListener("click", fitAll);
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || byId("about").open) return;
    if (state.selected !== null) select(null);
    else if (state.spot.length) showSpot([]);
  });
}

/** Canvas keeps the colours that it was drawn with: draw anew when they change. */
function startColors() {
  const redraw = () => {
    recolor();
    drawMovements(drawn.shown);
  };
  const unfolded = [];
  const printed = (on) => () => {
    document.documentElement.classList.toggle("printed", on);
    if (on) listAll();
    // On paper nothing can be unfolded: show it all, and fold again what the reader had folded.
    if (on) unfolded.push(...document.querySelectorAll(".key:not([open]), .ledger details:not([open])"));
    unfolded.forEach((details) => (details.open = on));
    if (!on) unfolded.length = 0;
    rowCount = on ? Infinity : PAGE_ROWS; // on paper nobody asks for more
    showList(listed);
    geoMap.invalidateSize({ animate: false }); // around the same middle
    redraw();
  };
  window.matchMedia("(prefers-color-scheme: dark)").addEventListener("change", redraw);
  window.addEventListener("beforeprint", printed(true));
  window.addEventListener("afterprint", printed(false));
}

function start() {
  document.body.classList.toggle("empty", movements.length === 0);
  startSheet();
  startFilters();
  startList();
  startLedger();
  startKey();
  startKeys();
  startColors();
  startAtlas();
  startTakeaway();
  startAddress();
  updateNow(); // so that the first frame shows what was read
}

start();
