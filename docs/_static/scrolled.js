// A block or a table that is wider than the page is scrolled sideways: let the keyboard reach those that are, and no others.
function reach() {
  for (const each of document.querySelectorAll("pre, .table-wrapper")) {
    if (each.scrollWidth > each.clientWidth) {
      each.tabIndex = 0;
    } else {
      each.removeAttribute("tabindex");
    }
  }
}

window.addEventListener("load", reach);
window.addEventListener("resize", reach);
