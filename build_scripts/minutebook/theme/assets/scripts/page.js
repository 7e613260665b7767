// What makes a page handier where scripts run: links and citations to copy, tables to sort and filter. Nothing is stored.
const told = document.createElement("p");
told.className = "mb-unseen";
told.setAttribute("role", "status");
document.body.append(told);

function button(text, act) {
  const made = document.createElement("button");
  made.type = "button";
  made.className = "mb-tool";
  made.textContent = text;
  made.addEventListener("click", () => act(made));
  return made;
}

async function copy(made, text) {
  const before = (made.dataset.name ??= made.textContent); // pressed twice, it still says "Copied"
  try {
    await navigator.clipboard.writeText(text);
    made.textContent = "Copied";
    told.textContent = `Copied: ${text}`;
  } catch {
    told.textContent = made.textContent = "Copying is not allowed here";
  }
  setTimeout(() => { made.textContent = before; }, 2500);
}

for (const tools of document.querySelectorAll(".mb-tools")) {
  const link = tools.querySelector("a[href^='#']");
  if (!link || !navigator.clipboard) continue;
  const name = link.textContent.replace(/^Link to /, "");
  const copyLink = button("Copy link", (made) => copy(made, link.href));
  copyLink.setAttribute("aria-label", `Copy link to ${name}`);
  const cited = tools.querySelector("[data-cite]");
  link.after(" ", copyLink);
  if (cited) {
    const cite = button("Copy", (made) => copy(made, `${cited.dataset.cite} <${link.href}>`));
    cite.setAttribute("aria-label", `Copy citation of ${name}`);
    cited.append(" ", cite);
  }
}

const order = new Intl.Collator("en-GB", { numeric: true, sensitivity: "base" });
const value = (row, column) => row.cells[column]?.dataset.sort ?? row.cells[column]?.textContent.trim() ?? "";

function sortable(table) {
  const body = table.tBodies[0];
  const heads = [...table.tHead.rows[0].cells];
  heads.forEach((head, column) => {
    const made = document.createElement("button");
    made.type = "button";
    made.className = "mb-sort";
    made.append(...head.childNodes);
    head.append(made);
    made.addEventListener("click", () => {
      const up = head.getAttribute("aria-sort") !== "ascending";
      heads.forEach((other) => other.removeAttribute("aria-sort"));
      head.setAttribute("aria-sort", up ? "ascending" : "descending");
      const rows = [...body.rows].sort((one, other) => order.compare(value(one, column), value(other, column)));
      body.append(...(up ? rows : rows.reverse()));
      told.textContent = `Sorted by ${made.textContent}, ${up ? "ascending" : "descending"}`;
    });
  });
}

function filterable(table, place) {
  const rows = [...table.tBodies[0].rows];
  const texts = rows.map((row) => row.textContent.toLowerCase());
  const field = document.createElement("p");
  const label = document.createElement("label");
  const input = document.createElement("input");
  const count = document.createElement("span");
  field.className = "mb-filter";
  input.type = "search";
  input.autocomplete = "off";
  if (table.caption?.id) input.setAttribute("aria-describedby", table.caption.id);
  label.append("Show only rows with ", input);
  count.setAttribute("role", "status");
  field.append(label, " ", count);
  input.addEventListener("input", () => {
    const words = input.value.toLowerCase().split(/\s+/).filter(Boolean);
    let shown = 0;
    rows.forEach((row, index) => {
      row.hidden = !words.every((word) => texts[index].includes(word));
      shown += !row.hidden;
    });
    count.textContent = words.length ? `${shown} of ${rows.length} rows` : "";
  });
  place.before(field);
}

for (const table of document.querySelectorAll("table.mb-sortable")) {
  if (!table.tHead || !table.tBodies.length) continue;
  sortable(table);
  if (table.tBodies[0].rows.length > 8) filterable(table, table.closest(".mb-scroll") ?? table);
}
