// <form data-passkey="get|create" data-passkey-options="/address"> asks the authenticator, and sends its answer in the field Credential.
// Without script, or in a browser that knows no passkeys, [data-needs-passkeys] stays hidden and the other ways in work.
const bytes = (text) => Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (c) => c.charCodeAt(0));

const text = (buffer) =>
  btoa(String.fromCharCode(...new Uint8Array(buffer)))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");

function readOptions(options) {
  options.challenge = bytes(options.challenge);
  if (options.user) options.user.id = bytes(options.user.id);
  for (const list of [options.excludeCredentials, options.allowCredentials]) {
    for (const one of list ?? []) one.id = bytes(one.id);
  }
  return options;
}

// By hand, because not every browser and password manager has toJSON.
function written(credential) {
  const { response } = credential;
  const parts = ["clientDataJSON", "attestationObject", "authenticatorData", "signature", "userHandle"];
  const answer = Object.fromEntries(parts.filter((p) => response[p]).map((p) => [p, text(response[p])]));
  if (response.getTransports) answer.transports = response.getTransports();
  return JSON.stringify({
    id: credential.id,
    rawId: text(credential.rawId),
    type: credential.type,
    authenticatorAttachment: credential.authenticatorAttachment ?? undefined,
    clientExtensionResults: credential.getClientExtensionResults(),
    response: answer,
  });
}

async function ask(form) {
  const answer = await fetch(form.dataset.passkeyOptions, { method: "POST", body: new URLSearchParams(new FormData(form)), redirect: "error" });
  if (!answer.ok) throw new Error(`${answer.status}`);
  const publicKey = readOptions(await answer.json());
  return form.dataset.passkey === "create" ? navigator.credentials.create({ publicKey }) : navigator.credentials.get({ publicKey });
}

if (window.PublicKeyCredential) {
  for (const hidden of document.querySelectorAll("[data-needs-passkeys]")) hidden.hidden = false;
  for (const shown of document.querySelectorAll("[data-without-passkeys]")) shown.hidden = true;
}

document.addEventListener("submit", async (event) => {
  const form = event.target.closest("form[data-passkey]");
  if (!form) return;
  event.preventDefault();
  const failed = form.querySelector("[data-passkey-failed]");
  failed.hidden = true;
  try {
    form.elements.Credential.value = written(await ask(form));
  } catch {
    // Said no, has none, took too long: the person may try again or take the other way.
    failed.hidden = false;
    return;
  }
  form.submit();
});
