// What an editor sends, as far as we read it.

struct InitializeParams: Decodable {
  struct Capabilities: Decodable {
    struct General: Decodable { var positionEncodings: [String]? }
    struct TextDocument: Decodable {
      struct Hover: Decodable { var contentFormat: [String]? }
      var hover: Hover?
    }
    var general: General?
    var textDocument: TextDocument?
  }
  var capabilities: Capabilities
}

struct DidOpenParams: Decodable {
  struct Item: Decodable {
    var uri: String
    var version: Int?
    var text: String
  }
  var textDocument: Item
}

struct DidChangeParams: Decodable {
  struct Document: Decodable {
    var uri: String
    var version: Int?
  }
  /// Without a range, `text` is the whole file.
  struct Change: Decodable {
    var range: Range?
    var text: String
  }
  var textDocument: Document
  var contentChanges: [Change]
}

struct DocumentParams: Decodable {
  var textDocument: TextDocumentIdentifier
}

struct PlaceParams: Decodable {
  var textDocument: TextDocumentIdentifier
  var position: Position
}

struct ReferenceParams: Decodable {
  struct Context: Decodable { var includeDeclaration: Bool }
  var textDocument: TextDocumentIdentifier
  var position: Position
  var context: Context?
}

struct RenameParams: Decodable {
  var textDocument: TextDocumentIdentifier
  var position: Position
  var newName: String
}

struct CodeActionParams: Decodable {
  struct Context: Decodable { var only: [String]? }
  var textDocument: TextDocumentIdentifier
  var range: Range
  var context: Context?
}

struct CancelParams: Decodable {
  var id: RequestID
}
