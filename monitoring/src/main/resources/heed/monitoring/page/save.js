// Saves a chart as it is shown, with its words and where it comes from: as a drawing (SVG) or a picture (PNG).
"use strict";
(() => {
  const SVG = "http://www.w3.org/2000/svg";
  const said = document.getElementById("announce").dataset;
  const LOOKS = ["fill", "fill-opacity", "stroke", "stroke-width", "stroke-dasharray", "stroke-linecap", "stroke-linejoin",
    "paint-order", "opacity", "text-anchor", "font-size", "font-weight", "font-family"];
  const MARGIN = 24;
  const LINE = 20;
  const WIDE = 8.5;
  const SHARPER = 2;

  function text(y, words, looks) {
    const element = document.createElementNS(SVG, "text");
    const all = { x: MARGIN, y, "font-size": 14, "font-family": "Arial, sans-serif", ...looks };
    Object.entries(all).forEach(([name, value]) => element.setAttribute(name, value));
    element.textContent = words;
    return element;
  }

  function lines(words, longest) {
    const wrapped = [""];
    words.split(/\s+/).forEach((word) => {
      const last = wrapped.length - 1;
      if (wrapped[last] && wrapped[last].length + word.length >= longest) wrapped.push(word);
      else wrapped[last] = (wrapped[last] + " " + word).trim();
    });
    return wrapped;
  }

  // The style sheet stays behind, so what it says of each part goes into the part.
  function withLooks(svg) {
    const copy = svg.cloneNode(true);
    const copies = copy.querySelectorAll("*");
    svg.querySelectorAll("*").forEach((part, at) => {
      const shown = getComputedStyle(part);
      LOOKS.forEach((name) => copies[at].setAttribute(name, shown.getPropertyValue(name)));
      copies[at].removeAttribute("class");
      copies[at].removeAttribute("href");
      if (part.matches(".reading")) copies[at].remove();
    });
    return copy;
  }

  function standalone(svg) {
    const { width, height } = svg.viewBox.baseVal;
    const page = getComputedStyle(document.body);
    const heading = [...document.querySelector("h1").childNodes].map((part) => part.textContent.trim()).join(" ").trim();
    const words = lines(svg.getAttribute("aria-label"), Math.floor(width / WIDE));
    const above = MARGIN + LINE * (words.length + 1);
    const whole = { width: width + 2 * MARGIN, height: above + height + 3 * LINE };

    const drawing = document.createElementNS(SVG, "svg");
    drawing.setAttribute("viewBox", "0 0 " + whole.width + " " + whole.height);
    drawing.setAttribute("width", whole.width);
    drawing.setAttribute("height", whole.height);
    const title = document.createElementNS(SVG, "title");
    title.textContent = heading + ". " + svg.getAttribute("aria-label");
    const ground = document.createElementNS(SVG, "rect");
    ground.setAttribute("width", whole.width);
    ground.setAttribute("height", whole.height);
    ground.setAttribute("fill", getComputedStyle(svg.closest(".panel, .wrap") || document.body).backgroundColor);
    drawing.append(title, ground, text(MARGIN, heading, { "font-weight": "bold", fill: page.color }));
    words.forEach((line, at) => drawing.append(text(MARGIN + LINE * (at + 1), line, { fill: page.color })));

    const chart = withLooks(svg);
    ["class", "role", "aria-label"].forEach((name) => chart.removeAttribute(name));
    Object.entries({ x: MARGIN, y: above, width, height }).forEach(([name, value]) => chart.setAttribute(name, value));
    const now = new Date().toLocaleString("en-GB", { dateStyle: document.documentElement.lang === "cy" ? "short" : "long", timeStyle: "short" });
    const kind = document.querySelector(".simulated-banner") ? said.saySimulated + " " : "";
    const from = kind + "Heed, " + location.href + ", " + said.saySaved + " " + now;
    drawing.append(chart, text(whole.height - LINE, from, { "font-size": 11, fill: page.color }));
    return { xml: new XMLSerializer().serializeToString(drawing), whole };
  }

  function hand(blob, ending) {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(blob);
    link.download = document.title.replace(/^\(\d+\) /, "").replace(/[^\p{L}\p{N}]+/gu, "-").toLowerCase() + ending;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
  }

  async function picture({ xml, whole }) {
    const image = new Image();
    image.src = "data:image/svg+xml;charset=utf-8," + encodeURIComponent(xml);
    await image.decode();
    const canvas = document.createElement("canvas");
    canvas.width = SHARPER * whole.width;
    canvas.height = SHARPER * whole.height;
    canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
    canvas.toBlob((blob) => hand(blob, ".png"), "image/png");
  }

  function button(id, words, act) {
    const made = document.createElement("button");
    made.type = "button";
    made.id = id;
    made.textContent = words;
    made.addEventListener("click", act);
    return made;
  }

  function enhance() {
    document.querySelectorAll("main svg.chart").forEach((svg, nth) => {
      const beside = document.createElement("p");
      beside.className = "save";
      const svgAs = () => hand(new Blob([standalone(svg).xml], { type: "image/svg+xml" }), ".svg");
      beside.append(
        button("save-svg-" + nth, said.saySvg, svgAs),
        button("save-png-" + nth, said.sayPng, () => picture(standalone(svg))));
      let last = svg;
      while (last.nextElementSibling && last.nextElementSibling.matches(".chart-point, .small")) last = last.nextElementSibling;
      last.after(beside);
    });
  }

  enhance();
  document.addEventListener("heed:renewed", enhance);
})();
