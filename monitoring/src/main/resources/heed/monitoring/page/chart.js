// Reads a chart at the pointer and by keyboard: its values stand in the table under it, which is there without this.
"use strict";
(() => {
  const SVG = "http://www.w3.org/2000/svg";
  let read = null;

  function words(row, headings) {
    let at = 0;
    const told = [...row.cells].map((cell) => {
      const heading = headings[at];
      at += cell.colSpan;
      const text = cell.textContent.trim();
      return cell.colSpan > 1 ? text : heading + " " + text;
    });
    const [point, ...values] = told.filter((each) => each);
    return point + ": " + values.join("; ");
  }

  function chartOf(table) {
    let before = table;
    while (before && !before.matches("svg.chart")) before = before.previousElementSibling;
    return before;
  }

  function line(svg) {
    const heights = [...svg.querySelectorAll("line.grid")].map((each) => Number(each.getAttribute("y1")));
    const upright = document.createElementNS(SVG, "line");
    upright.setAttribute("class", "reading");
    upright.setAttribute("y1", Math.min(...heights));
    upright.setAttribute("y2", Math.max(...heights));
    svg.append(upright);
    return upright;
  }

  function enhance() {
    const table = document.getElementById("as-table");
    const svg = table && chartOf(table);
    if (!svg) return;
    const headings = [...table.querySelectorAll("thead th")].map((each) => each.textContent.trim());
    const rows = [...table.querySelectorAll("tbody tr")].reverse();
    const places = rows.map((row) => Number(row.dataset.x));
    const upright = line(svg);

    const slider = document.createElement("input");
    slider.type = "range";
    slider.id = "chart-point";
    slider.className = "chart-point";
    slider.min = 0;
    slider.max = rows.length - 1;
    slider.setAttribute("aria-label", document.getElementById("announce").dataset.sayPoints);
    const values = document.createElement("p");
    values.className = "small chart-values";
    svg.after(slider, values);

    function show(at) {
      const said = words(rows[at], headings);
      slider.value = at;
      slider.setAttribute("aria-valuetext", said);
      values.textContent = said;
      upright.setAttribute("x1", places[at]);
      upright.setAttribute("x2", places[at]);
    }

    function choose(at) {
      read = rows[at].cells[0].textContent;
      show(at);
    }

    function point(event) {
      const box = svg.getBoundingClientRect();
      const x = ((event.clientX - box.left) / box.width) * svg.viewBox.baseVal.width;
      let nearest = 0;
      places.forEach((place, at) => {
        if (Math.abs(place - x) < Math.abs(places[nearest] - x)) nearest = at;
      });
      choose(nearest);
    }

    slider.addEventListener("input", () => choose(Number(slider.value)));
    svg.addEventListener("pointermove", point);
    svg.addEventListener("pointerdown", point);
    const kept = rows.findIndex((row) => row.cells[0].textContent === read);
    show(kept < 0 ? rows.length - 1 : kept);
  }

  enhance();
  document.addEventListener("heed:renewed", enhance);
})();
