// Warns before typed answers are lost. Forms that only press a button, or say data-unsaved="off", are left alone.
let changed = false;

document.addEventListener("input", (event) => {
  const form = event.target.form;
  if (form && form.method === "post" && form.dataset.unsaved !== "off") changed = true;
});
document.addEventListener("submit", () => {
  changed = false;
});
window.addEventListener("beforeunload", (event) => {
  if (changed) event.preventDefault();
});

const summary = document.querySelector(".error-summary");
if (summary) {
  changed = true;
  summary.focus();
}
