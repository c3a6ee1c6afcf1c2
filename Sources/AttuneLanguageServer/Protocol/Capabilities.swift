/// What the server can do, as it says in answer to `initialize`.
struct InitializeResult: Encodable {
  struct Server: Encodable {
    var name = "attune"
    var version: String
  }

  var capabilities: Capabilities
  var serverInfo: Server
}

struct Capabilities: Encodable {
  struct Sync: Encodable {
    var openClose = true
    /// Incremental: only what changed is sent.
    var change = 2
  }
  struct Completion: Encodable { var triggerCharacters = [" ", ",", "{"] }
  struct CodeAction: Encodable {
    var codeActionKinds = [CodeActionKind.fix, CodeActionKind.fixAll]
  }
  struct Rename: Encodable { var prepareProvider = true }

  var positionEncoding: PositionEncoding
  var textDocumentSync = Sync()
  var hoverProvider = true
  var definitionProvider = true
  var referencesProvider = true
  var documentHighlightProvider = true
  var documentSymbolProvider = true
  var completionProvider = Completion()
  var documentFormattingProvider = true
  var codeActionProvider = CodeAction()
  var renameProvider = Rename()
  var foldingRangeProvider = true
}

enum CodeActionKind {
  static let fix = "quickfix"
  static let fixAll = "source.fixAll.attune"
}
