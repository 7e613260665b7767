// The search page: asks the index that stands beside the site, and shows what it finds. Nothing leaves this host, nothing is stored.
const root = new URL("../../", import.meta.url);
const form = document.querySelector("form.mb-search");
const status = document.querySelector(".mb-found-status");
const heading = document.querySelector("#results");
const list = document.querySelector(".mb-found");
const more = document.querySelector(".mb-found-more");
const nothing = document.querySelector(".mb-found-nothing");
const fallback = document.querySelector(".mb-search-fallback");
const PAGE = 10;
const date = new Intl.DateTimeFormat("en-GB", { weekday: "long", day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });

let index, results = [], shown = 0, asked = 0;

function wanted() {
  const values = Object.fromEntries(new FormData(form));
  const filters = {};
  for (const name of ["kind", "body", "year"]) if (values[name]) filters[`${name}-${values[name]}`] = ["1"];
  const sort = values.sort ? { date: values.sort } : undefined;
  return { words: (values.q || "").trim(), filters, sort };
}

function keep() {
  const query = new URLSearchParams([...new FormData(form)].filter(([, value]) => value));
  history.replaceState(null, "", query.size ? `?${query}` : location.pathname);
}

function fill() {
  for (const [name, value] of new URLSearchParams(location.search)) {
    const field = form.elements.namedItem(name);
    if (field) field.value = value;
  }
}

const parse = (html) => new DOMParser().parseFromString(html, "text/html").body;

// Of the title, what an excerpt begins with: all of it or its last words. It stands above the excerpt already.
function repeated(text, title) {
  const words = title.split(" ");
  const ends = words.map((_, place) => `${words.slice(place).join(" ")}.`);
  return ends.find((end) => `${text}.`.startsWith(end))?.length ?? 0;
}

// An excerpt holds text and <mark>, and nothing else of it is taken over. Dots say where it leaves off.
function excerpt(html, title) {
  const paragraph = document.createElement("p");
  const parsed = parse(html);
  let left = repeated(parsed.textContent, title);
  for (const node of parsed.childNodes) {
    const text = node.textContent.slice(left);
    left -= node.textContent.length - text.length;
    const mark = document.createElement("mark");
    mark.textContent = text;
    paragraph.append(node.nodeName === "MARK" ? mark : paragraph.textContent ? text : text.trimStart());
  }
  if (/^\p{Ll}/u.test(paragraph.textContent)) paragraph.prepend("… ");
  if (/[^.?!”’…]\s*$/.test(paragraph.textContent)) paragraph.append(" …");
  return paragraph;
}

// Where no minute has a word, Pagefind cuts letters off its end until something begins like it: "flood" finds "F Abbott".
const spelt = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

function alike(words, found) {
  const starts = spelt(words).map((word) => word.slice(0, 3));
  const marked = [...parse(found.excerpt).querySelectorAll("mark")].flatMap((mark) => spelt(mark.textContent));
  return marked.some((word) => starts.some((start) => word.startsWith(start)));
}

function line(found) {
  const entry = document.createElement("li");
  const title = document.createElement("h3");
  const link = document.createElement("a");
  const told = document.createElement("p");
  link.href = new URL(found.meta.address, root);
  link.textContent = found.meta.title;
  told.className = "mb-meta";
  told.textContent = found.meta.told + (found.meta.date ? `, ${date.format(new Date(found.meta.date)).replace(",", "")}` : "");
  title.append(link);
  entry.append(title, told, excerpt(found.excerpt, found.meta.title));
  return entry;
}

const counted = (count) => (count === 1 ? "1 result" : `${count.toLocaleString("en-GB")} results`);

async function show(words, focus) {
  const mine = asked;
  const next = await Promise.all(results.slice(shown, shown + PAGE).map((result) => result.data()));
  if (mine !== asked) return;
  const found = next.length && (!words || next.some((one) => alike(words, one)));
  nothing.hidden = Boolean(found);
  if (!shown) status.textContent = found ? counted(results.length) : "0 results";
  if (!found) return;
  const lines = next.map(line);
  list.append(...lines);
  shown += lines.length;
  more.hidden = shown >= results.length;
  if (focus && lines[0]) lines[0].querySelector("a").focus();
}

async function search() {
  const { words, filters, sort } = wanted();
  const mine = (asked += 1);
  keep();
  if (!words && !Object.keys(filters).length) return clear();
  const found = await index.search(words || null, { filters, sort });
  if (mine !== asked) return;
  clear();
  results = found.results;
  await show(words, false);
}

function clear() {
  results = [];
  shown = 0;
  list.replaceChildren();
  more.hidden = nothing.hidden = true;
  status.textContent = "";
}

async function start() {
  index = await import(new URL("pagefind/pagefind.js", root));
  await index.options({ excerptLength: 30 });
  await index.init();
  fallback.hidden = true;
  form.hidden = heading.hidden = false;
  fill();
  let waiting;
  form.addEventListener("submit", (event) => { event.preventDefault(); search(); });
  form.addEventListener("input", () => { clearTimeout(waiting); waiting = setTimeout(search, 250); });
  document.querySelector(".mb-found-clear").addEventListener("click", () => {
    for (const name of ["kind", "body", "year"]) form.elements.namedItem(name).value = "";
    form.elements.namedItem("q").focus();
    search();
  });
  more.addEventListener("click", () => show("", true));
  await search();
}

start().catch(() => {
  form.hidden = heading.hidden = true;
  fallback.hidden = false;
});
