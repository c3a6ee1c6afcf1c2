// Starts `attune language-server` for the files that an editor shows. Everything else is its work.
const { workspace, window } = require("vscode");

let client;

async function activate() {
  let library;
  try {
    library = require("vscode-languageclient/node");
  } catch {
    window.showWarningMessage(
      "attune: files are coloured, and nothing more. For findings and completion, run " +
        "'npm install' once in the extension's folder."
    );
    return;
  }
  const command = workspace.getConfiguration("attune").get("path");
  client = new library.LanguageClient(
    "attune",
    "attune",
    { command, args: ["language-server"] },
    { documentSelector: [{ language: "attune" }] }
  );
  try {
    await client.start();
  } catch {
    window.showWarningMessage(
      `attune: I could not start '${command}'. The setting attune.path says where it is.`
    );
  }
}

function deactivate() {
  return client?.stop();
}

module.exports = { activate, deactivate };
