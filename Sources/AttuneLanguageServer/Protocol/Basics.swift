// The values of the Language Server Protocol 3.17 that stand in many messages.

struct Position: Codable, Sendable, Hashable {
  var line: Int
  var character: Int
}

struct Range: Codable, Sendable, Hashable {
  var start: Position
  var end: Position
}

struct Location: Codable, Sendable, Hashable {
  var uri: String
  var range: Range
}

struct TextEdit: Codable, Sendable, Hashable {
  var range: Range
  var newText: String
}

struct WorkspaceEdit: Codable, Sendable, Hashable {
  var changes: [String: [TextEdit]]
}

struct TextDocumentIdentifier: Codable, Sendable {
  var uri: String
}
