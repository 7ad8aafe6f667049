"use strict";
document.documentElement.classList.add("scripted");
addEventListener("DOMContentLoaded", () => {
  const root = document.documentElement;
  const find = (id) => document.getElementById(id);

  // Colours: as the system has them, or as chosen; a browser may forbid a file to remember that.
  const remembered = (choice) => {
    try {
      if (choice === undefined) return localStorage.getItem("discrepancy-theme") || "";
      localStorage.setItem("discrepancy-theme", choice);
    } catch { /* nothing is remembered */ }
    return "";
  };
  const theme = find("theme");
  const paint = () => {
    if (theme.value) root.dataset.theme = theme.value;
    else delete root.dataset.theme;
  };
  theme.value = remembered();
  if (theme.selectedIndex < 0) theme.value = "";
  theme.addEventListener("change", () => { paint(); remembered(theme.value); });
  theme.parentElement.hidden = false;
  paint();

  // The overview: filter and sort.
  const form = find("filters");
  if (form) {
    const table = find("triage-table");
    const body = table.tBodies[0];
    const rows = [...body.rows];
    const texts = new Map(rows.map((row) => [row, row.textContent.toLowerCase()]));

    const filter = () => {
      const words = find("filter-words").value.toLowerCase().split(/\s+/).filter(Boolean);
      const severity = find("filter-severity").value;
      const kind = find("filter-kind").value;
      const outlet = find("filter-outlet").value;
      let shown = 0;
      for (const row of rows) {
        const { name, kind: own, articles } = row.dataset;
        const fits = words.every((word) => texts.get(row).includes(word))
          && (!severity || name === severity) && (!kind || own === kind)
          && (!outlet || articles.split(" ").includes(outlet));
        row.hidden = !fits;
        if (fits) shown += 1;
      }
      find("filter-result").textContent = shown === rows.length ? "" : `${shown} of ${rows.length} shown`;
    };
    form.addEventListener("input", filter);
    form.addEventListener("reset", (event) => {
      event.preventDefault();  // the form resets itself only after this, too late for the table
      for (const field of ["words", "severity", "kind", "outlet"]) find(`filter-${field}`).value = "";
      filter();
    });
    form.addEventListener("submit", (event) => event.preventDefault());
    form.hidden = false;

    const numeric = { number: "number", severity: "severity" };
    const keyOf = (row, column) => {
      if (column in numeric) return Number(row.dataset[numeric[column]]);
      return row.querySelector(`.${column}`).textContent.trim().toLowerCase();
    };
    const compare = (one, other) => (one < other ? -1 : one > other ? 1 : 0);
    const heads = [...table.querySelectorAll("th[data-sort]")];
    const sort = (head) => {
      const down = head.getAttribute("aria-sort") === "ascending";
      for (const other of heads) other.removeAttribute("aria-sort");
      head.setAttribute("aria-sort", down ? "descending" : "ascending");
      const column = head.dataset.sort;
      const sign = down ? -1 : 1;
      const order = [...rows].sort((one, other) => sign * compare(keyOf(one, column), keyOf(other, column))
        || one.dataset.number - other.dataset.number);
      body.append(...order);
    };
    for (const head of heads) {
      const button = document.createElement("button");
      button.type = "button";
      const label = head.querySelector(".head");
      button.textContent = label.textContent;
      label.replaceChildren(button);
      button.addEventListener("click", () => sort(head));
    }
  }

  // The articles: bring the passages of one finding beside each other.
  const choice = find("line-up-finding");
  if (choice) {
    const articles = [...document.querySelectorAll(".article")];
    const lineUp = () => {
      const number = choice.value;
      for (const article of articles) {
        const marks = [...article.querySelectorAll("mark")];
        const met = marks.filter((mark) => number && mark.dataset.findings.split(" ").includes(number));
        for (const mark of marks) mark.classList.toggle("met", met.includes(mark));
        article.classList.toggle("unmet", Boolean(number) && met.length === 0);
        const text = article.querySelector(".text");
        if (met.length) {
          const offset = met[0].getBoundingClientRect().top - text.getBoundingClientRect().top;
          text.scrollTop += offset - 48;
        }
      }
    };
    choice.addEventListener("change", lineUp);
    choice.form.addEventListener("submit", (event) => event.preventDefault());
    choice.form.hidden = false;
    // A link into an article that is put away shows all of them again.
    document.addEventListener("click", (event) => {
      const link = event.target.closest && event.target.closest('a[href^="#"]');
      const target = link && find(link.getAttribute("href").slice(1));
      if (target && target.closest(".article.unmet")) { choice.value = ""; lineUp(); }
    });
  }

  // Land where a link leads, also after what lies before it has found its size.
  const land = () => {
    let target = null;
    try { target = find(decodeURIComponent(location.hash.slice(1))); } catch { /* no name of ours */ }
    if (!target) return;
    let left = 5;
    const step = () => {
      target.scrollIntoView();
      left -= 1;
      if (left) requestAnimationFrame(step);
    };
    requestAnimationFrame(step);
  };
  addEventListener("hashchange", land);
  addEventListener("load", land);

  // Print all that is folded, and fold it again.
  let folded = [];
  addEventListener("beforeprint", () => {
    folded = [...document.querySelectorAll("details:not([open])")];
    for (const part of folded) part.open = true;
  });
  addEventListener("afterprint", () => { for (const part of folded) part.open = false; });
});
