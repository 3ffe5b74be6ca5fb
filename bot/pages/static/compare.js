// Sets formulas as they come; the answer's element is replaced again and again while it grows.
(() => {
  const typeset = () => {
    if (!window.katex) return;
    for (const formula of document.querySelectorAll(".compare .math:not([data-set])")) {
      const tex = formula.textContent;
      formula.dataset.set = "";
      try {
        window.katex.render(tex, formula, { displayMode: formula.classList.contains("block"), strict: "ignore", trust: false, maxExpand: 500, maxSize: 20 });
      } catch {
        formula.textContent = `$${tex}$`;
      }
    }
  };
  new MutationObserver(typeset).observe(document.documentElement, { childList: true, subtree: true });
  window.addEventListener("load", typeset);
})();
