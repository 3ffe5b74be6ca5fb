// Runs in the head, before the first paint: the theme the person chose, otherwise the system's, as it is now and as it changes.
(() => {
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const stored = () => {
    try {
      return localStorage.getItem("shangan-theme");
    } catch {
      return null; // storage can be forbidden; then the system decides
    }
  };
  const show = () => {
    const choice = stored();
    const theme = choice === "dark" || choice === "light" ? choice : dark.matches ? "dark" : "light";
    document.documentElement.dataset.theme = theme;
    document.querySelector('meta[name="theme-color"]')?.setAttribute("content", theme === "dark" ? "#0f1515" : "#f7f4ee");
  };
  dark.addEventListener("change", show);
  window.addEventListener("storage", show);
  window.shanganTheme = {
    get: () => stored() ?? "auto",
    set: (choice) => {
      try {
        if (choice === "auto") localStorage.removeItem("shangan-theme");
        else localStorage.setItem("shangan-theme", choice);
      } catch {
        return;
      }
      show();
    },
  };
  show();
})();
