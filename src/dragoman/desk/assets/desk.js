// The desk's own script: charts, keys, and what forms remember. Every page is whole without it.
"use strict";

(() => {
  const $ = (sel, root = document) => root.querySelector(sel);
  const $$ = (sel, root = document) => [...root.querySelectorAll(sel)];
  const fmt = new Intl.NumberFormat("en");
  const QUADS = ["verbal cooperation", "material cooperation", "verbal conflict", "material conflict"];

  // ---- a small sign at the pointer ------------------------------------------------------------------------------
  function tip(box) {
    const el = document.createElement("div");
    el.className = "tip";
    el.hidden = true;
    el.setAttribute("aria-hidden", "true");
    box.append(el);
    return {
      show(event, text) {
        el.textContent = text;
        el.hidden = false;
        const here = box.getBoundingClientRect();
        const x = Math.min(event.clientX - here.left + 14, here.width - el.offsetWidth - 4);
        el.style.left = `${Math.max(4, x)}px`;
        el.style.top = `${Math.max(4, event.clientY - here.top - el.offsetHeight - 10)}px`;
      },
      hide() { el.hidden = true; },
    };
  }

  function canvas(box, width, height) {
    $$("svg, .tip", box).forEach((old) => old.remove());
    return d3.select(box).append("svg").attr("viewBox", `0 0 ${width} ${height}`).attr("aria-hidden", "true");
  }

  // ---- incidents by month: cooperation above, conflict below -----------------------------------------------------
  function everyMonth(rows) {
    const known = new Map(rows.map((row) => [row[0], row.slice(1)]));
    const out = [];
    let [y, m] = rows[0][0].split("-").map(Number);
    const last = rows[rows.length - 1][0];
    for (let key = rows[0][0]; key <= last && out.length < 3000;) {
      out.push({ key, date: new Date(y, m - 1, 1), n: known.get(key) || [0, 0, 0, 0] });
      m += 1;
      if (m > 12) { m = 1; y += 1; }
      key = `${y}-${String(m).padStart(2, "0")}`;
    }
    return out;
  }

  function months(box, rows) {
    if (!rows.length) { box.textContent = "No dated incident yet."; return; }
    const width = box.clientWidth, height = box.clientHeight, pad = { l: 44, r: 8, t: 10, b: 22 };
    const all = everyMonth(rows);
    const svg = canvas(box, width, height), sign = tip(box);
    const up = d3.max(all, (d) => d.n[0] + d.n[1]) || 1, down = d3.max(all, (d) => d.n[2] + d.n[3]) || 1;
    const x = d3.scaleBand(all.map((d) => d.key), [pad.l, width - pad.r]).paddingInner(all.length > 90 ? 0 : 0.25);
    const y = d3.scaleLinear([-down, up], [height - pad.b, pad.t]).nice(5);
    const axis = d3.axisLeft(y).ticks(5).tickSize(-(width - pad.l - pad.r)).tickFormat((v) => (Number.isInteger(v) ? fmt.format(Math.abs(v)) : ""));
    svg.append("g").attr("class", "axis").attr("transform", `translate(${pad.l},0)`).call(axis).select(".domain").remove();
    const jan = all.filter((d) => d.date.getMonth() === 0);
    const byYear = jan.length > 1, named = d3.timeFormat(byYear ? "%Y" : "%b %Y");
    const labels = svg.append("g");
    // A label has the place of its words and a gap, and none runs into the next or over the edge.
    let free = 0;
    for (const d of byYear ? jan : all) {
      const at = x(d.key) + Math.max(0, (x.bandwidth() - 56) / 2);
      if (at < free) continue;
      const label = labels.append("text").attr("x", at).attr("y", height - 6).text(named(d.date)), wide = label.node().getBBox().width;
      if (at + wide > width) label.remove(); else free = at + wide + 14;
    }
    const bars = svg.append("g"), wide = Math.min(56, x.bandwidth()), inset = (x.bandwidth() - wide) / 2;
    for (const d of all) {
      let top = 0, bottom = 0;
      for (const q of [1, 0, 2, 3]) {
        const n = d.n[q];
        if (!n) continue;
        const [a, b] = q < 2 ? [top, (top += n)] : [-bottom, -(bottom += n)];
        bars.append("rect").attr("class", `q${q + 1}f`).attr("x", x(d.key) + inset).attr("width", Math.max(0.6, wide))
          .attr("y", Math.min(y(a), y(b))).attr("height", Math.max(0.5, Math.abs(y(a) - y(b))));
      }
    }
    svg.append("line").attr("class", "zero").attr("x1", pad.l).attr("x2", width - pad.r).attr("y1", y(0)).attr("y2", y(0));
    const hits = svg.append("g");
    for (const d of all) {
      hits.append("rect").attr("class", "hit").attr("x", x(d.key)).attr("width", Math.max(1, x.step())).attr("y", pad.t).attr("height", height - pad.t - pad.b)
        .on("pointermove", (event) => sign.show(event, [d3.timeFormat("%B %Y")(d.date), ...QUADS.map((name, i) => `${name} ${fmt.format(d.n[i])}`)].join("\n")))
        .on("pointerleave", () => sign.hide())
        .on("click", () => { location.href = `${box.dataset.link}begins=${d.key}`; });
    }
  }

  // ---- the world -------------------------------------------------------------------------------------------------
  let atlas = null;
  function land() {
    atlas ||= fetch("/assets/vendor/countries-110m.json").then((got) => got.json());
    return atlas;
  }

  async function world(box, rows, arcs) {
    const map = await land();
    const width = 960, height = 480;
    const svg = canvas(box, width, height), sign = tip(box);
    const shapes = topojson.feature(map, map.objects.countries);
    shapes.features = shapes.features.filter((f) => f.id !== "010");
    const earth = d3.geoNaturalEarth1().fitExtent([[6, 6], [width - 6, height - 6]], shapes), path = d3.geoPath(earth);
    const byId = new Map((arcs ? [] : rows).filter((row) => row.id).map((row) => [row.id, row]));
    const most = d3.max(rows, (row) => row.n) || 1;
    const step = (n) => Math.max(1, Math.min(4, Math.ceil((4 * Math.log1p(n)) / Math.log1p(most))));
    const drawn = new Set();
    for (const f of shapes.features) {
      const row = byId.get(f.id);
      const shape = svg.append("path").attr("d", path(f)).attr("class", row ? `land on w${step(row.n)}` : "land");
      if (!row) continue;
      drawn.add(row.id);
      shape.on("pointermove", (event) => sign.show(event, `${row.name}\n${fmt.format(row.n)} incidents`)).on("pointerleave", () => sign.hide())
        .on("click", () => { location.href = `/countries/${encodeURIComponent(row.code)}`; });
    }
    if (arcs) { for (const arc of rows.reverse()) drawArc(svg, earth, arc, sign, 1 + (3 * Math.log1p(arc.n - 1)) / Math.log1p(most)); return; }
    for (const row of rows) {
      if (drawn.has(row.id) || !row.at) continue;
      const [cx, cy] = earth(row.at);
      svg.append("circle").attr("class", "small land on").attr("cx", cx).attr("cy", cy).attr("r", 3.5)
        .on("pointermove", (event) => sign.show(event, `${row.name}\n${fmt.format(row.n)} incidents`)).on("pointerleave", () => sign.hide())
        .on("click", () => { location.href = `/countries/${encodeURIComponent(row.code)}`; });
    }
  }

  function drawArc(svg, earth, arc, sign, wide) {
    const [x1, y1] = earth(arc.from), [x2, y2] = earth(arc.to);
    const lift = Math.hypot(x2 - x1, y2 - y1) * 0.28;
    const d = `M${x1},${y1}Q${(x1 + x2) / 2},${(y1 + y2) / 2 - lift} ${x2},${y2}`;
    svg.append("circle").attr("class", "arc-end").attr("cx", x2).attr("cy", y2).attr("r", 2.4);
    svg.append("path").attr("class", "arc").attr("d", d).attr("stroke-width", wide)
      .on("pointermove", (event) => sign.show(event, arc.name)).on("pointerleave", () => sign.hide())
      .on("click", () => { location.href = arc.link; });
  }

  // ---- a country and its partners --------------------------------------------------------------------------------
  function network(box, data) {
    if (!data.partners.length) { box.textContent = "No partner is told."; box.classList.remove("plot-network"); return; }
    const width = box.clientWidth, height = box.clientHeight, cx = width / 2, cy = height / 2;
    const svg = canvas(box, width, height), sign = tip(box);
    const rx = Math.max(70, cx - Math.min(150, width * 0.24)), ry = cy - 36, n = data.partners.length;
    const most = d3.max(data.partners, (p) => p.n), thick = d3.scaleSqrt([0, most], [1, 11]), size = d3.scaleSqrt([0, most], [4, 15]);
    const at = new Map(data.partners.map((p, i) => {
      const turn = (2 * Math.PI * i) / n - Math.PI / 2;
      return [p.code, [cx + rx * Math.cos(turn), cy + ry * Math.sin(turn)]];
    }));
    const line = (a, b, cls, w) => svg.append("line").attr("class", `edge ${cls}`).attr("x1", a[0]).attr("y1", a[1]).attr("x2", b[0]).attr("y2", b[1]).attr("stroke-width", w);
    const among = d3.max(data.among, (e) => e.n) || 1;
    for (const e of data.among) line(at.get(e.a), at.get(e.b), "faint", 0.6 + (2.4 * e.n) / among);
    for (const p of data.partners) line([cx, cy], at.get(p.code), p.tone, thick(p.n));
    for (const p of data.partners) {
      const [px, py] = at.get(p.code), side = px > cx + 20 ? "start" : px < cx - 20 ? "end" : "middle", gap = size(p.n) + 6;
      // No links of their own: to who cannot see them this is one picture, and the table beside it has the links.
      const link = svg.append("g").attr("class", "hub").on("click", () => { location.href = `/dyads/${data.center}/${p.code}`; });
      link.append("circle").attr("class", "node").attr("cx", px).attr("cy", py).attr("r", size(p.n));
      link.append("text").attr("class", "label halo").attr("text-anchor", side).attr("x", px + (side === "start" ? gap : side === "end" ? -gap : 0))
        .attr("y", py + (side === "middle" ? (py < cy ? -gap : gap + 10) : 4)).text(width < 560 ? p.code : p.name);
      link.on("pointermove", (event) => sign.show(event, `${p.name}\n${fmt.format(p.n)} incidents\n${fmt.format(p.q1 + p.q2)} cooperation, ${fmt.format(p.q3 + p.q4)} conflict`)).on("pointerleave", () => sign.hide());
    }
    svg.append("circle").attr("class", "node center").attr("cx", cx).attr("cy", cy).attr("r", 17);
    svg.append("text").attr("class", "label halo").attr("text-anchor", "middle").attr("x", cx).attr("y", cy + 33).text(data.center);
  }

  const CHARTS = { months, network, world: (box, rows) => world(box, rows, false), arcs: (box, rows) => world(box, rows, true) };

  function draw(root) {
    if (!window.d3) return;
    for (const box of $$("[data-chart]", root)) {
      const data = JSON.parse(box.dataset.values);
      CHARTS[box.dataset.chart](box, data);
      if (box.dataset.chart === "world" || box.dataset.chart === "arcs") continue;
      let width = box.clientWidth;
      new ResizeObserver(() => {
        if (Math.abs(box.clientWidth - width) < 8) return;
        width = box.clientWidth;
        CHARTS[box.dataset.chart](box, data);
      }).observe(box);
    }
  }

  // ---- forms -----------------------------------------------------------------------------------------------------
  function remember(root) {
    for (const input of $$("[data-remember]", root)) {
      const key = `dragoman:${input.dataset.remember}`;
      try {
        input.value = localStorage.getItem(key) || input.value;
        input.addEventListener("change", () => {
          localStorage.setItem(key, input.value);
          for (const other of $$(`[data-remember="${input.dataset.remember}"]`)) other.value = input.value;
        });
      } catch { /* A browser that keeps nothing: the name is as the page has it. */ }
    }
  }

  function clean(form) {
    form.addEventListener("submit", () => {
      for (const el of form.elements) if (el.name && !el.value) el.disabled = true;
      setTimeout(() => { for (const el of form.elements) el.disabled = false; }, 0);
    });
  }

  // ---- keys ------------------------------------------------------------------------------------------------------
  function typing(el) { return el.closest("input, textarea, select") && !["radio", "checkbox"].includes(el.type); }

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
    if (event.key === "/") {
      const first = $(".filters input");
      if (first) { first.focus(); event.preventDefault(); }
      return;
    }
    if (!$("[data-queue], [data-key]")) return;
    if (event.key === "t") {
      const select = $("[data-queue] select[data-field=event_type]");
      if (select) { select.focus(); event.preventDefault(); }
      return;
    }
    const one = $(`[data-key="${CSS.escape(event.key)}"]`);
    if (!one) return;
    event.preventDefault();
    if (one.tagName === "FORM") one.requestSubmit(); else one.click();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && event.target.matches("select[data-field]")) { event.preventDefault(); event.target.form.requestSubmit(); }
    if (event.key === "Escape" && event.target.matches("[data-queue] select")) event.target.blur();
  });

  // ---- htmx ------------------------------------------------------------------------------------------------------
  document.addEventListener("htmx:configRequest", (event) => {
    if (event.detail.verb !== "get") return;
    const given = event.detail.parameters;
    for (const [name, value] of [...given.entries()]) if (value === "") given.delete(name);
  });
  // What is refused (an impossible date, a text too long) is shown as the page tells it.
  document.addEventListener("htmx:beforeSwap", (event) => {
    if (event.detail.xhr.status >= 400) { event.detail.shouldSwap = true; event.detail.isError = false; }
    if (event.detail.xhr.status >= 400 && event.detail.target.id === "results") {
      const page = new DOMParser().parseFromString(event.detail.serverResponse, "text/html");
      // The page of a form that was refused has its own place for the message.
      if (page.getElementById("results")) return;
      const told = page.querySelector(".empty");
      const section = document.createElement("section");
      section.id = "results";
      if (told) section.append(document.importNode(told, true));
      event.detail.serverResponse = section.outerHTML;
    }
  });
  function mark() {
    const wrong = $("[data-wrong]");
    for (const el of $$("form.filters [name]")) {
      if (!wrong || el.name !== wrong.dataset.wrong) { el.removeAttribute("aria-invalid"); el.removeAttribute("aria-describedby"); continue; }
      el.setAttribute("aria-invalid", "true");
      el.setAttribute("aria-describedby", "wrong");
    }
  }
  document.addEventListener("htmx:afterSettle", (event) => { mark(); draw(event.detail.elt.parentElement || document); remember(document); });

  function ready() {
    draw(document);
    remember(document);
    $$("form.filters").forEach(clean);
  }
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", ready); else ready();
})();
