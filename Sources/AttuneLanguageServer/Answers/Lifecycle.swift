import AttuneDiagnostics
import Foundation

extension LanguageServer {
  mutating func initialize(_ parameters: InitializeParams) -> InitializeResult {
    let known = parameters.capabilities.general?.positionEncodings ?? []
    encoding = known.lazy.compactMap(PositionEncoding.init).first ?? .utf16
    readsMarkdown =
      parameters.capabilities.textDocument?.hover?.contentFormat?.contains("markdown") ?? false
    return InitializeResult(
      capabilities: Capabilities(positionEncoding: encoding),
      serverInfo: .init(version: version))
  }

  /// What a notification asks for; the messages that go out for it at once.
  mutating func follow(_ method: String, _ message: Data) throws -> [Outgoing] {
    switch method {
    case "textDocument/didOpen":
      let opened: DidOpenParams = try Self.parameters(of: message)
      let item = opened.textDocument
      documents[item.uri] = OpenDocument(
        uri: item.uri, version: item.version, text: item.text, encoding: encoding)
      return []
    case "textDocument/didChange":
      let changed: DidChangeParams = try Self.parameters(of: message)
      documents[changed.textDocument.uri]?
        .apply(changed.contentChanges, version: changed.textDocument.version)
      return []
    case "textDocument/didClose":
      let closed: DocumentParams = try Self.parameters(of: message)
      let uri = closed.textDocument.uri
      guard documents.removeValue(forKey: uri) != nil else { return [] }
      let nothing = PublishDiagnosticsParams(uri: uri, version: nil, diagnostics: [])
      return [.notification("textDocument/publishDiagnostics", nothing)]
    default: return []
    }
  }

  /// The result of a request about a file.
  mutating func answer(_ method: String, _ message: Data) throws -> (any Encodable)? {
    switch method {
    case "textDocument/hover": try hover(Self.parameters(of: message))
    case "textDocument/definition": try definition(Self.parameters(of: message))
    case "textDocument/references": try references(Self.parameters(of: message))
    case "textDocument/documentHighlight": try highlights(Self.parameters(of: message))
    case "textDocument/documentSymbol": try symbols(Self.parameters(of: message))
    case "textDocument/foldingRange": try folds(Self.parameters(of: message))
    case "textDocument/completion": try completions(Self.parameters(of: message))
    case "textDocument/formatting": try formatting(Self.parameters(of: message))
    case "textDocument/codeAction": try codeActions(Self.parameters(of: message))
    case "textDocument/prepareRename": try prepareRename(Self.parameters(of: message))
    case "textDocument/rename": try rename(Self.parameters(of: message))
    default: throw ResponseError(.methodNotFound, "I do not know \(method).")
    }
  }

  /// Does `work` with an open file, keeping what it finds out about it.
  mutating func with<Result>(
    _ document: TextDocumentIdentifier, _ work: (inout OpenDocument) throws -> Result
  ) throws -> Result {
    guard var opened = documents[document.uri] else {
      throw ResponseError(.invalidParams, "The editor has not opened this file.")
    }
    defer { documents[document.uri] = opened }
    return try work(&opened)
  }
}
