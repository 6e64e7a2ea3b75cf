// What the map does not show, counted, so that nothing that was read is lost from sight.

const unlisted = []; // parts that are too long to be listed before anybody looks

function ledgerPart(key, list, itemOf) {
  const total = data.whole?.[key] ?? list.length;
  const count = make("span", { class: "count" }, sayNumber(total));
  const summary = make("summary", {}, make("span", {}, words.app[`ledger_${key}`]), count);
  const note = make("p", { class: "ledger-note" }, words.app[`ledger_${key}_note`]);
  if (total > list.length) note.append(" ", make("strong", {}, say(words.app.ledger_partial, { shown: sayNumber(list.length), total: sayNumber(total) })));
  const details = make("details", { id: `ledger-${key}` }, summary, note);
  const fill = lazily(() => details.append(list.length || total ? make("ul", {}, ...list.map(itemOf)) : make("p", {}, words.app.ledger_none)) ?? true);
  if (list.length > PAGE_ROWS) unlisted.push(fill);
  else fill();
  details.addEventListener("toggle", fill);
  return details;
}

/** On paper nothing can be opened. */
const listAll = () => unlisted.forEach((fill) => fill());

/** A claim in its report's words; choosing it opens its movement. */
function claimItem(position) {
  const claim = data.claims[position];
  const text = claim.quotes.length ? claim.quotes[0].map(([piece]) => piece).join("") : words.type[claim.type];
  const button = make("button", { type: "button", class: "plain-link", dir: "auto" }, text);
  button.addEventListener("click", () => select(movementOfClaim().get(position), { claim: position }));
  const report = data.reports[claim.report];
  return make("li", {}, button, make("small", { dir: "auto" }, joined(claim.when, report.publisher ?? report.name)));
}

function nameItem({ text, count, reports }) {
  const where = reports.map((report) => data.reports[report].title ?? data.reports[report].name).join(" · ");
  return make("li", {}, make("strong", { dir: "auto" }, text), make("small", { dir: "auto" }, joined(sayCount("mention", count), where)));
}

const refusedItem = ({ text, why }) => make("li", {}, make("span", { dir: "auto" }, text), make("small", { dir: "auto" }, why));

const problemItem = ({ file, reason }) => make("li", {}, make("strong", { dir: "auto" }, file), make("small", { dir: "auto", lang: "en" }, reason));

function reportItem(report) {
  return make("li", { class: "report" }, ...reportWords(report), make("small", {}, sayCount("claim", report.claims)));
}

function startLedger() {
  byId("ledger").append(
    ledgerPart("unplaced", data.unplaced, claimItem),
    ledgerPart("undated", data.undated, claimItem),
    ledgerPart("names", data.names, nameItem),
    ledgerPart("rejected", data.rejected, refusedItem),
    ledgerPart("problems", data.problems, problemItem),
    ledgerPart("reports", data.reports, reportItem),
  );
}
