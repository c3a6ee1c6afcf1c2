import AttuneLanguageServer
import Foundation
import Testing

/// An editor's side of the conversation: says what a test wants, and reads what comes back.
struct Editor {
  typealias Object = [String: Any]

  static let uri = "file:///a%20folder/being_met.instrument"
  var server = LanguageServer(version: "9.9")
  private var lastID = 0
  /// The findings that were last sent, by file.
  private(set) var diagnostics: [String: [Object]] = [:]

  /// An editor that has greeted the server.
  static func greeted(encodings: [String]? = nil) throws -> Editor {
    var editor = Editor()
    let general = encodings.map { ["positionEncodings": $0] } ?? [:]
    let hover = ["hover": ["contentFormat": ["markdown"]]]
    _ = try editor.ask(
      "initialize", ["capabilities": ["general": general, "textDocument": hover]])
    try editor.tell("initialized", [:])
    return editor
  }

  mutating func open(_ text: String, uri: String = uri) throws {
    let document: Object = ["uri": uri, "languageId": "attune", "version": 1, "text": text]
    try tell("textDocument/didOpen", ["textDocument": document])
  }

  /// Sends a request; gives its result, or records what was answered instead.
  mutating func ask(_ method: String, _ parameters: Object) throws -> Any {
    let answer = try #require(try send([request(method, parameters)]).first)
    return try #require(answer["result"], "\(answer)")
  }

  /// Sends a request; gives the number and the words with which it is refused.
  mutating func refusal(_ method: String, _ parameters: Object) throws -> (Int, String) {
    let answer = try #require(try send([request(method, parameters)]).first)
    let error = try #require(answer["error"] as? Object, "\(answer)")
    return (try #require(error["code"] as? Int), try #require(error["message"] as? String))
  }

  mutating func tell(_ method: String, _ parameters: Object) throws {
    _ = try send([["jsonrpc": "2.0", "method": method, "params": parameters]])
  }

  mutating func request(_ method: String, _ parameters: Object) -> Object {
    lastID += 1
    return ["jsonrpc": "2.0", "id": lastID, "method": method, "params": parameters]
  }

  /// Sends messages that arrive together; gives the answers without the findings.
  mutating func send(_ messages: [Object]) throws -> [Object] {
    try send(messages.map { try JSONSerialization.data(withJSONObject: $0) })
  }

  mutating func send(_ messages: [Data]) throws -> [Object] {
    let answers = try server.handle(messages).map {
      try #require(try JSONSerialization.jsonObject(with: $0) as? Object)
    }
    for answer in answers where answer["method"] as? String == "textDocument/publishDiagnostics" {
      let params = try #require(answer["params"] as? Object)
      diagnostics[try #require(params["uri"] as? String)] =
        try #require(params["diagnostics"] as? [Object])
    }
    return answers.filter { $0["method"] == nil }
  }

  /// What a request about a place in the file comes with.
  static func place(_ line: Int, _ character: Int, in uri: String = uri) -> Object {
    ["textDocument": ["uri": uri], "position": ["line": line, "character": character]]
  }
}

/// `line:character-line:character`, for reading in a test.
func words(of range: Any?) -> String {
  guard let range = range as? Editor.Object else { return "no range" }
  return ["start", "end"].map { end in
    let place = range[end] as? Editor.Object
    return "\(place?["line"] ?? "?"):\(place?["character"] ?? "?")"
  }.joined(separator: "-")
}
