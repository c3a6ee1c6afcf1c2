import Foundation
import Testing

/// The real program, as an editor would use it.
@Suite struct LanguageServerTests {
  private typealias Object = Conversation.Object

  @Test func aFaultIsFoundMendedAndGone() throws {
    let uri = "file:///keep.instrument"
    let good = try String(
      contentsOf: Program.root.appending(path: "instruments/keep.instrument"), encoding: .utf8)
    let bad = good.replacing("item nation:", with: "item Nation:")
    let lines = bad.split(separator: "\n", omittingEmptySubsequences: false)
    let line = try #require(lines.firstIndex { $0.hasPrefix("item Nation:") })
    let conversation = try Conversation()
    _ = try conversation.ask(1, "initialize", ["capabilities": [:]])
    try conversation.send(["method": "initialized", "params": [:]])
    let opened: Object = ["uri": uri, "languageId": "attune", "version": 1, "text": bad]
    try conversation.send(["method": "textDocument/didOpen", "params": ["textDocument": opened]])

    let first = try diagnostics(try conversation.receive())
    let diagnostic = try #require(first.first { $0["code"] as? String == "A103" })
    let range = try #require(diagnostic["range"] as? [String: [String: Int]])
    #expect(range["start"] == ["line": line, "character": 5])
    #expect(range["end"] == ["line": line, "character": 11])

    let asked: Object = [
      "textDocument": ["uri": uri], "range": range,
      "context": ["diagnostics": [diagnostic], "only": ["quickfix"]],
    ]
    let actions = try #require(
      try conversation.ask(2, "textDocument/codeAction", asked) as? [Object])
    let fix = try #require(actions.first { $0["isPreferred"] as? Bool == true })
    let edits = ((fix["edit"] as? Object)?["changes"] as? Object)?[uri] as? [Object]
    let edit = try #require(edits?.first)
    #expect(edit["newText"] as? String == "nation")
    let change: Object = [
      "range": try #require(edit["range"]), "text": try #require(edit["newText"]),
    ]
    let changed: Object = [
      "textDocument": ["uri": uri, "version": 2], "contentChanges": [change],
    ]
    try conversation.send(["method": "textDocument/didChange", "params": changed])
    #expect(try diagnostics(try conversation.receive()).isEmpty)

    #expect(try conversation.ask(3, "shutdown", [:]) is NSNull)
    try conversation.send(["method": "exit"])
    let end = try conversation.end()
    #expect(end.status == 0)
    #expect(end.output == "")
    #expect(end.messages == "")
  }

  private func diagnostics(_ message: Object) throws -> [Object] {
    #expect(message["method"] as? String == "textDocument/publishDiagnostics")
    let parameters = try #require(message["params"] as? Object)
    return try #require(parameters["diagnostics"] as? [Object])
  }

  @Test func anUnreadableMessageDoesNotEndIt() throws {
    let conversation = try Conversation()
    try conversation.send("Content-Length: 1\r\n\r\n{")
    #expect((try conversation.receive()["error"] as? Object)?["code"] as? Int == -32700)
    _ = try conversation.ask(1, "initialize", ["capabilities": [:]])
    // The editor goes away without a goodbye.
    #expect(try conversation.end().status == 1)
  }
}
