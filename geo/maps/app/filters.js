// What the reader lets through: types, certainty, a period, and what has no date.

const BARS = 48;

const dayEnds = movements.filter(isDated).flatMap(({ startDay, endDay }) => [startDay ?? endDay, endDay ?? startDay]);
const firstDay = dayEnds.reduce((least, day) => Math.min(least, day), Infinity);
const lastDay = dayEnds.reduce((most, day) => Math.max(most, day), -Infinity);
const undatedCount = movements.filter((movement) => !isDated(movement)).length;

const passesFacets = ({ type, status }) => state.types.has(type) && state.statuses.has(status);

/** An open end reaches as far as the data does. */
function overlaps(movement, from, to) {
  return (movement.startDay ?? -Infinity) <= to && (movement.endDay ?? Infinity) >= from;
}

function isShown(movement) {
  if (!passesFacets(movement)) return false;
  if (state.place !== null && !placesOf(movement).includes(state.place)) return false;
  return isDated(movement) ? overlaps(movement, state.from, state.to) : state.undated;
}

function checkbox(text, count, sample, checked, onChange) {
  const input = make("input", { type: "checkbox", checked });
  input.addEventListener("change", () => onChange(input.checked));
  const parts = [input, sample, make("span", { class: "check-text" }, text)];
  return make("label", { class: "check" }, ...parts, make("span", { class: "count" }, sayNumber(count)));
}

/** One checkbox for each value that occurs; `chosen` names the set in `state` that it changes. */
function facet(fieldset, key, values, chosen, sampleOf) {
  for (const value of values) {
    const count = movements.filter((movement) => movement[key] === value).length;
    if (count === 0) continue;
    const change = (on) => {
      if (on) state[chosen].add(value);
      else state[chosen].delete(value);
      update();
    };
    fieldset.append(checkbox(capital(words[key][value]), count, sampleOf(value), true, change));
  }
}

const capital = (text) => text.charAt(0).toLocaleUpperCase(data.language) + text.slice(1);

function startPeriod() {
  byId("dated").hidden = dayEnds.length === 0 || firstDay === lastDay; // one day alone leaves nothing to choose
  byId("period").hidden = byId("dated").hidden && undatedCount === 0;
  if (undatedCount > 0) {
    const change = (on) => {
      state.undated = on;
      update();
    };
    byId("undated-row").append(checkbox(words.app.undated, undatedCount, null, true, change));
  }
  if (dayEnds.length === 0) return;
  for (const id of ["from", "to"]) {
    byId(id).max = lastDay - firstDay;
    byId(id).addEventListener("input", () => movePeriod(id));
  }
  resetPeriod();
}

function resetPeriod() {
  [state.from, state.to] = [firstDay, lastDay];
  byId("from").value = 0;
  byId("to").value = lastDay - firstDay;
}

/** Neither end passes the other: the one that is moved stops. */
function movePeriod(id) {
  const day = firstDay + Number(byId(id).value);
  if (id === "from") state.from = Math.min(day, state.to);
  else state.to = Math.max(day, state.from);
  byId(id).value = state[id] - firstDay;
  update();
}

function showPeriod() {
  if (dayEnds.length === 0) return;
  for (const id of ["from", "to"]) {
    byId(`${id}-words`).textContent = sayDay(state[id]);
    byId(id).setAttribute("aria-valuetext", sayDay(state[id]));
  }
  const span = Math.max(lastDay - firstDay, 1);
  byId("from").style.zIndex = state.from - firstDay > span / 2 ? 2 : 1; // where both ends meet, one must stay free to move
  const range = byId("range");
  range.style.setProperty("--low", `${(100 * (state.from - firstDay)) / span}%`);
  range.style.setProperty("--high", `${(100 * (state.to - firstDay)) / span}%`);
  drawBars();
}

/** How many movements fall on each stretch of the period, and which stretches are let through. */
function drawBars() {
  const step = Math.max((lastDay - firstDay + 1) / BARS, 1);
  const bars = Array.from({ length: Math.ceil((lastDay - firstDay + 1) / step) }, (_, bar) => {
    const from = firstDay + bar * step;
    const until = from + step - 0.001;
    const count = movements.filter((each) => isDated(each) && passesFacets(each) && reaches(each, from, until)).length;
    return { count, inside: until >= state.from && from <= state.to };
  });
  const most = bars.reduce((best, { count }) => Math.max(best, count), 1);
  byId("bars").replaceChildren(...bars.map((bar) => drawBar(bar, most)));
}

/** An open end counts on its known day alone, so that one open movement does not fill the chart. */
function reaches({ startDay, endDay }, from, until) {
  return (startDay ?? endDay) <= until && (endDay ?? startDay) >= from;
}

function drawBar({ count, inside }, most) {
  const bar = make("span", { class: inside ? "bar" : "bar outside" });
  bar.style.height = `${(100 * count) / most}%`;
  return bar;
}

function resetFilters() {
  state.types = new Set(TYPES);
  state.statuses = new Set(STATUSES);
  state.undated = true;
  state.place = null;
  byId("filters").querySelectorAll("input[type=checkbox]").forEach((input) => (input.checked = true));
  if (dayEnds.length) resetPeriod();
  update();
}

function startFilters() {
  facet(byId("types"), "type", TYPES, "types", (type) => sample({ type, status: "reported", flow: FLOW_TYPES.includes(type) }));
  facet(byId("statuses"), "status", STATUSES, "statuses", (status) => sample({ type: null, status }));
  startPeriod();
  byId("reset").addEventListener("click", resetFilters);
}
