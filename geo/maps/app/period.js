// The period: two ends over a histogram, and a clock that moves them.

const BARS = 48;
const STEPS = 60; // of a whole play
const STEP_MS = 220;

let undatedBox = null;
let playing = null;

function startPeriod() {
  byId("dated").hidden = dayEnds.length === 0 || firstDay === lastDay; // one day alone leaves nothing to choose
  byId("period").hidden = byId("dated").hidden && undatedCount === 0;
  if (undatedCount > 0) {
    undatedBox = checkbox(words.app.undated, null, true, (on) => {
      state.undated = on;
      update();
    });
    byId("undated-row").append(undatedBox.label);
  }
  if (dayEnds.length === 0) return;
  for (const id of ["from", "to"]) {
    byId(id).max = lastDay - firstDay;
    byId(id).addEventListener("input", () => movePeriod(id));
  }
  byId("play").addEventListener("click", () => (playing === null ? play() : pause()));
  resetPeriod();
}

function resetPeriod() {
  pause();
  [state.from, state.to] = [firstDay, lastDay];
}

/** Neither end passes the other: the one that is moved stops. */
function movePeriod(id) {
  pause();
  const day = firstDay + Number(byId(id).value);
  if (id === "from") state.from = Math.min(day, state.to);
  else state.to = Math.max(day, state.from);
  update();
}

/** Go through the days: either everything up to a day, or what lies within a window that moves on. */
function play() {
  const span = lastDay - firstDay;
  const isWindow = byId("play-mode").value === "window";
  if (isWindow && state.to - state.from > span / 2) state.to = state.from + Math.max(Math.round(span / 8), 1);
  if (state.to >= lastDay) {
    const width = isWindow ? state.to - state.from : 0;
    state.from = isWindow ? firstDay : Math.min(state.from, lastDay - 1);
    state.to = state.from + width;
  }
  const step = Math.max(Math.round(span / STEPS), 1);
  playing = setInterval(() => {
    const moved = Math.min(step, lastDay - state.to);
    state.to += moved;
    if (isWindow) state.from += moved;
    if (state.to >= lastDay) pause();
    update();
  }, STEP_MS);
  showPlay();
  update();
}

function pause() {
  if (playing !== null) clearInterval(playing);
  playing = null;
  showPlay();
}

function showPlay() {
  byId("play").textContent = playing === null ? words.app.play : words.app.pause;
  byId("shown").setAttribute("aria-live", playing === null ? "polite" : "off"); // no sixty announcements
}

function showPeriod(all) {
  if (undatedBox) {
    undatedBox.input.checked = state.undated;
    undatedBox.count.textContent = sayNumber(all.filter((movement) => !isDated(movement)).length);
  }
  if (dayEnds.length === 0) return;
  for (const id of ["from", "to"]) {
    byId(id).value = state[id] - firstDay;
    byId(`${id}-words`).textContent = sayDay(state[id]);
    byId(id).setAttribute("aria-valuetext", sayDay(state[id]));
  }
  const span = Math.max(lastDay - firstDay, 1);
  byId("from").style.zIndex = state.from - firstDay > span / 2 ? 2 : 1; // where both ends meet, one must stay free to move
  const range = byId("range");
  range.style.setProperty("--low", `${(100 * (state.from - firstDay)) / span}%`);
  range.style.setProperty("--high", `${(100 * (state.to - firstDay)) / span}%`);
  drawBars(all.filter(isDated));
}

/** How many movements fall on each stretch of the period, and which stretches are let through. */
function drawBars(dated) {
  const days = lastDay - firstDay + 1;
  const step = Math.max(days / BARS, 1);
  const number = Math.ceil(days / step);
  const changes = new Array(number + 1).fill(0); // where movements begin and end, so that each is met once
  for (const { startDay, endDay } of dated) {
    changes[barOf(startDay ?? endDay, step, number)] += 1; // an open end counts on its known day alone
    changes[barOf(endDay ?? startDay, step, number) + 1] -= 1;
  }
  let count = 0;
  const counts = changes.slice(0, number).map((change) => (count += change));
  const most = counts.reduce((best, each) => Math.max(best, each), 1);
  const isInside = (bar) => firstDay + (bar + 1) * step > state.from && firstDay + bar * step <= state.to;
  byId("bars").replaceChildren(...counts.map((each, bar) => drawBar(each / most, isInside(bar))));
}

const barOf = (day, step, number) => Math.min(Math.max(Math.floor((day - firstDay) / step), 0), number - 1);

function drawBar(part, inside) {
  const bar = make("span", { class: inside ? "bar" : "bar outside" });
  bar.style.height = `${100 * part}%`;
  return bar;
}
