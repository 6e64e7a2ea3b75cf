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
  state.stands = shown.some(({ position }) => position === state.selected);
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
  if (places.length) requestAnimationFrame(showListHead); // once the list is that of the place
}

/** Bring the head of the list to the top of what scrolls it, which is another element on a phone. */
function showListHead() {
  for (const scroller of [byId("sheet"), byId("sheet-body")]) {
    scroller.scrollTop += byId("list-title").getBoundingClientRect().top - scroller.getBoundingClientRect().top - 12;
  }
}

function openSheet(open) {
  byId("sheet").classList.toggle("open", open);
  byId("grip").setAttribute("aria-expanded", String(open));
}

function startSheet() {
  byId("grip").addEventListener("click", () => openSheet(!byId("sheet").classList.contains("open")));
  for (const link of document.querySelectorAll(".skip")) {
    link.addEventListener("click", (event) => {
      event.preventDefault(); // the address holds the view
      openSheet(link.hash === "#list");
      byId(link.hash.slice(1)).focus();
    });
  }
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
function redraw() {
  recolor();
  drawMovements(drawn.shown);
}

function startColors() {
  window.matchMedia("(prefers-color-scheme: dark)").addEventListener("change", redraw);
  window.addEventListener("beforeprint", startPrint);
  window.addEventListener("afterprint", endPrint);
}

let unprinted = null; // what paper changes of the page

/**
 * On paper nothing can be unfolded or asked for: show it all.
 * A browser lays out the sheet only after this, and repeats on it what is drawn meanwhile, clearing included,
 * which leaves white: a picture of the map as it stands takes its place, and is as wide as the sheet.
 */
function startPrint() {
  if (unprinted !== null) return;
  document.documentElement.classList.add("printed");
  redraw(); // at once, since no frame comes before the sheet
  const image = picture();
  image.className = "paper-map";
  listAll();
  const folded = [...document.querySelectorAll(".key:not([open]), .ledger details:not([open])")];
  unprinted = { image, folded };
  byId("stage").prepend(image);
  folded.forEach((details) => (details.open = true));
  rowCount = Infinity;
  showList(listed);
}

function endPrint() {
  if (unprinted === null) return;
  unprinted.image.remove();
  unprinted.folded.forEach((details) => (details.open = false));
  unprinted = null;
  document.documentElement.classList.remove("printed");
  rowCount = PAGE_ROWS;
  showList(listed);
  redraw();
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
