// Passkeys: the browser makes or uses a key when the button is pressed; its answer is sent with the form.
"use strict";

const field = document.querySelector("[data-passkey]");
const button = document.querySelector("[data-passkey-button]");
const said = document.querySelector("[data-passkey-said]");

function bytes(text) {
  const plain = atob(text.replace(/-/g, "+").replace(/_/g, "/"));
  return Uint8Array.from(plain, (sign) => sign.charCodeAt(0));
}

function text(buffer) {
  const plain = String.fromCharCode(...new Uint8Array(buffer));
  return btoa(plain).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
}

function opened(options) {
  const asked = { ...options.publicKey, challenge: bytes(options.publicKey.challenge) };
  if (asked.user) asked.user = { ...asked.user, id: bytes(asked.user.id) };
  for (const list of ["allowCredentials", "excludeCredentials"]) {
    if (asked[list]) asked[list] = asked[list].map((one) => ({ ...one, id: bytes(one.id) }));
  }
  return { publicKey: asked };
}

function written(made) {
  const response = { clientDataJSON: text(made.response.clientDataJSON) };
  for (const part of ["attestationObject", "authenticatorData", "signature", "userHandle"]) {
    if (made.response[part]) response[part] = text(made.response[part]);
  }
  return JSON.stringify({ id: made.id, rawId: text(made.rawId), type: made.type, response, clientExtensionResults: {} });
}

async function answer(event) {
  event.preventDefault();
  const options = opened(JSON.parse(document.getElementById("khoa-hoi").textContent));
  try {
    const made = await navigator.credentials[field.dataset.passkey](options);
    field.disabled = false;
    field.value = written(made);
    button.form.submit();
  } catch {
    said.textContent = said.dataset.failed;
  }
}

if (field && button && window.PublicKeyCredential) {
  button.hidden = false;
  button.addEventListener("click", answer);
}
