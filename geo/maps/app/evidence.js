// What stands behind a movement: every claim side by side, in its report's words.

const SLOTS = ["actor", "quantity", "time", "place", "trigger", "source"];

function fact(term, ...values) {
  const filled = values.flat().filter((value) => value !== null && value !== undefined && value !== "");
  return filled.length ? [make("dt", {}, term), make("dd", { dir: "auto" }, ...filled)] : [];
}

function quote(pieces, language) {
  const marked = pieces.map(([text, slot]) =>
    slot ? make("mark", { class: `slot-${slot}`, title: words.app[`mark_${slot}`] }, text) : text,
  );
  return make("blockquote", { dir: "auto", lang: language }, make("p", {}, ...marked));
}

/** A place with what kind it is and how far it reaches, since that is how exact the map can be. */
function placeWords(place) {
  if (place === null) return null;
  const { name, country, reach } = data.places[place];
  const where = sayRegion(country, null);
  const state = where && where !== name ? `, ${where}` : "";
  return make("span", { class: "place" }, make("span", { dir: "auto" }, name + state), make("small", {}, reach));
}

/** Nearest source first, each one told by the next. */
function sourceChain(sources) {
  if (!sources.length) return words.app.own_voice;
  return make("span", { class: "chain" }, ...sources.map((text) => make("span", { dir: "auto" }, text)));
}

function statusLine({ type, status }) {
  const picture = sample({ type, status, flow: FLOW_TYPES.includes(type) });
  return make("p", { class: "claim-kind" }, picture, `${words.type[type]}, `, make("span", { class: `status status-${status}` }, words.status[status]));
}

function claimFacts(claim) {
  const side = sayRegion(claim.side, null);
  const at = claim.at.map(placeWords);
  const isMove = claim.from !== null || claim.to !== null;
  const rowsOfFacts = [
    fact(words.app.who, claim.who ?? side, claim.who && side ? make("small", {}, side) : null),
    fact(words.app.how_many, claim.howMany ?? words.app.not_stated),
    fact(words.app.when, claim.when ?? words.app.not_stated, claim.whenBasis ? make("small", {}, claim.whenBasis) : null),
    fact(words.app.from, placeWords(claim.from)),
    fact(words.app.to, placeWords(claim.to)),
    fact(isMove ? words.app.via : words.app.at, at),
    fact(words.app.means, claim.means),
    fact(words.app.said_by, sourceChain(claim.sources)),
    fact(words.app.corrected, claim.corrections.map((text) => make("span", { class: "note", dir: "auto" }, text))),
    fact(words.app.inferred, claim.notes.map((note) => make("span", { class: "note", dir: "auto" }, sayReason(note)))),
  ];
  return make("dl", { class: "facts" }, ...rowsOfFacts.flat());
}

/** A link only where it leads to the web: an address may hold anything. */
function reportLink(url) {
  if (!url) return null;
  if (!/^https?:\/\//i.test(url)) return make("span", { class: "address" }, url);
  return make("a", { href: url, rel: "noopener noreferrer", target: "_blank" }, words.app.open_report);
}

function reportWords(report) {
  const { title, publisher, published, url, name } = report;
  return [
    make("cite", { dir: "auto" }, title ?? words.app.untitled),
    make("span", { dir: "auto" }, joined(publisher, published ?? words.app.no_date)),
    make("span", { class: "address", dir: "auto" }, name),
    reportLink(url),
  ];
}

/** Why something was read as it was, and how much that weighed. */
function sayReason([kind, values, weight]) {
  const known = values.country ? { ...values, country: sayRegion(values.country) } : values;
  return say(words.reasons[kind], known) + (weight ? ` (${weight})` : "");
}

/** How a name's place was chosen, and what else it could have been. */
function placing({ words: text, name, why, others, more }) {
  const reasons = why.map((reason) => make("li", { dir: "auto" }, sayReason(reason)));
  const named = others.map(([other, kind, country, isState]) => {
    const parts = isState ? [sayRegion(country, other), kind] : [other, kind, sayRegion(country, null)];
    return parts.filter(Boolean).join(", ");
  });
  const further = more ? ` · ${say(words.app.placed_more, { n: sayNumber(more) })}` : null;
  const rest = others.length ? make("p", {}, `${words.app.placed_others} `, make("span", { dir: "auto" }, joined(...named)), further) : null;
  const title = make("p", {}, make("span", { dir: "auto" }, text === name ? text : `${text} → ${name}`));
  return make("li", {}, title, make("ul", {}, ...reasons), rest);
}

function placings({ placed }) {
  if (!placed.length) return null;
  const summary = make("summary", {}, words.app.placed);
  return make("details", { class: "placed" }, summary, make("ul", {}, ...placed.map(placing)));
}

/** Point at the place of a claim on the map, point the address at the claim, cite it. */
function claimTools(position, claim) {
  const spots = [claim.from, claim.to, ...claim.at].filter((place) => place !== null);
  const look = make("button", { type: "button", class: "quiet" }, words.app.to_map);
  look.addEventListener("click", () => lookAt(spots));
  const cite = make("button", { type: "button", class: "quiet", "aria-expanded": "false" }, words.app.cite);
  const cited = make("p", { class: "cited", hidden: true, dir: "auto", tabindex: "-1" });
  cite.addEventListener("click", () => citeClaim(position, cite, cited));
  return [make("p", { class: "tools" }, spots.length ? look : null, cite), cited];
}

function claimCard(position) {
  const claim = data.claims[position];
  const report = data.reports[claim.report];
  const quotes = claim.quotes.map((pieces) => quote(pieces, report.language));
  const foot = make("footer", {}, ...reportWords(report), ...claimTools(position, claim));
  const article = make("article", {}, statusLine(claim), ...quotes, claimFacts(claim), placings(claim), foot);
  return make("li", { class: "claim", id: `claim-${position}`, "aria-current": state.claim === position ? "true" : null }, article);
}

/** What was said when, the oldest report first. */
function historyOf({ history }) {
  if (history.length < 2) return null;
  const items = history.map(({ published, claim, status, howMany, where, when }) => {
    const says = joined(words.status[status], howMany, sayPlaces(where), when);
    const button = make("button", { type: "button", class: "plain-link", dir: "auto" }, says);
    button.addEventListener("click", () => pointAtClaim(claim));
    return make("li", {}, make("span", { class: "row-when" }, published ?? words.app.no_date), button);
  });
  return make("details", { class: "history", open: true }, make("summary", {}, words.app.history), make("ol", {}, ...items));
}

/** Bring one claim of the open movement to the reader's eyes. */
function pointAtClaim(position) {
  state.claim = position;
  document.querySelectorAll(".claim").forEach((card) => card.removeAttribute("aria-current"));
  const card = byId(`claim-${position}`);
  card?.setAttribute("aria-current", "true");
  card?.scrollIntoView({ block: "nearest" });
  writeAddress();
}

function differences({ disagreements }) {
  return disagreements.map(({ kind, values }) => {
    const said = kind === "place" ? values.map(sayPlaces) : values;
    return make("p", { class: "differ", dir: "auto" }, say(words.app.differ, { kind: words.disagreement[kind], values: said.join(" / ") }));
  });
}

/** Who stands behind a movement, what else is said of it, and where it belongs. */
function grounds({ sources, remarks, corrections, related }) {
  const lines = (values) => values.map((text) => make("span", { class: "note", dir: "auto" }, text));
  const link = ({ movement, reason }) => {
    if (movement === null) return make("span", { class: "note", title: reason }, words.app.not_on_page);
    const button = make("button", { type: "button", class: "quiet", title: reason }, movements[movement].heading);
    button.addEventListener("click", () => select(movement));
    return make("span", { class: "note" }, button);
  };
  const kinds = [...new Set(related.map(({ kind }) => kind))];
  const links = kinds.map((kind) => fact(kind, related.filter((each) => each.kind === kind).map(link)));
  const named = sources.length > 1 ? fact(words.app.sources_named, lines(sources)) : [];
  const facts = [named, ...links, fact(words.app.remark, lines(remarks)), fact(words.app.corrected, lines(corrections))];
  return facts.flat().length ? make("dl", { class: "facts" }, ...facts.flat()) : null;
}

function slotKey() {
  const marks = SLOTS.map((slot) => make("mark", { class: `slot-${slot}` }, words.app[`mark_${slot}`]));
  return make("p", { class: "slot-key" }, `${words.app.key_words} `, ...marks.flatMap((mark) => [mark, " "]));
}

function detailOf(movement) {
  const { heading, who, howMany, when, claims, type, status, inferred } = movement;
  const title = make("h2", { id: "detail-title", tabindex: "-1", dir: "auto" }, heading);
  const statusWord = make("span", { class: `status status-${status}` }, words.status[status]);
  const facts = joined(who ?? sayRegion(movement.side, null), howMany, when ?? words.app.no_day);
  const lead = make("p", { class: "detail-lead", dir: "auto" }, facts);
  const meta = make("p", { class: "detail-meta" }, sampleOf(movement), `${words.type[type]}, `, statusWord, ` · ${sayBasis(movement)}`);
  const note = inferred ? make("p", { class: "differ" }, words.app.origin_inferred) : null;
  const head = make("div", { class: "detail-head" }, title, lead, meta, ...differences(movement), note, grounds(movement), historyOf(movement));
  return [head, make("ol", { class: "claims" }, ...claims.map(claimCard)), slotKey()];
}

let keyWasOpen = false;

/** The map has become too low for both the words behind a movement and its own key. */
function foldKey(fold) {
  const key = byId("key");
  if (fold) keyWasOpen = key.open;
  key.open = fold ? false : keyWasOpen;
}

function showDetail() {
  const detail = byId("detail");
  const wasHidden = detail.hidden;
  detail.hidden = state.selected === null;
  document.body.classList.toggle("has-detail", !detail.hidden);
  if (!detail.hidden) {
    byId("detail-body").replaceChildren(...detailOf(movements[state.selected]));
    detail.scrollTop = 0;
  }
  if (wasHidden !== detail.hidden) foldKey(!detail.hidden);
  if (wasHidden !== detail.hidden) geoMap.invalidateSize({ animate: false });
}
