// The token of a one-time link stands behind the #, which no server sees: it goes into the form, and out of the address and the history.
const token = document.querySelector("[data-token-form] [name=Token]");
if (token && location.hash.length > 1) {
  token.value = location.hash.slice(1);
  history.replaceState(null, "", location.pathname);
}
