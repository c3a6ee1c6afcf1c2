import Foundation
import Testing

/// A conversation with the real program, as an editor would hold it.
@Suite struct LanguageServerTests {
  private typealias Object = [String: Any]

  private func framed(_ message: Object) throws -> String {
    let data = try JSONSerialization.data(withJSONObject: message)
    return "Content-Length: \(data.count)\r\n\r\n" + String(decoding: data, as: UTF8.self)
  }

  /// The messages of a stream; anything between them is an issue.
  private func messages(_ stream: String) throws -> [Object] {
    var bytes = Array(stream.utf8)[...]
    var messages: [Object] = []
    while !bytes.isEmpty {
      let mark = Array("\r\n\r\n".utf8)
      let end = try #require(bytes.firstRange(of: mark))
      let header = String(decoding: bytes[..<end.lowerBound], as: UTF8.self)
      let length = try #require(Int(header.replacing("Content-Length: ", with: "")))
      let body = bytes[end.upperBound..<end.upperBound + length]
      messages.append(
        try #require(try JSONSerialization.jsonObject(with: Data(body)) as? Object))
      bytes = bytes[(end.upperBound + length)...]
    }
    return messages
  }

  @Test func aFaultIsFoundMendedAndGone() throws {
    let uri = "file:///keep.instrument"
    let good = try String(
      contentsOf: Program.root.appending(path: "instruments/keep.instrument"), encoding: .utf8)
    let bad = good.replacing("item rel1:", with: "item Rel1:")
    let line = try #require(
      bad.split(separator: "\n", omittingEmptySubsequences: false).firstIndex {
        $0.hasPrefix("item Rel1:")
      })
    let place: Object = ["line": line, "character": 5]
    let conversation: [Object] = [
      ["id": 1, "method": "initialize", "params": ["capabilities": [:]]],
      ["method": "initialized", "params": [:]],
      [
        "method": "textDocument/didOpen",
        "params": ["textDocument": ["uri": uri, "languageId": "a", "version": 1, "text": bad]],
      ],
      [
        "id": 2, "method": "textDocument/codeAction",
        "params": [
          "textDocument": ["uri": uri], "range": ["start": place, "end": place],
          "context": ["diagnostics": [], "only": ["quickfix"]],
        ],
      ],
    ]
    let heard = try Program.run(
      ["language-server", "--stdio"], input: try conversation.map(framed).joined())
    // The editor went away without a goodbye.
    #expect(heard.status == 1)
    let answers = try messages(heard.output)
    let published = try #require(answers.first { $0["method"] != nil }?["params"] as? Object)
    let found = try #require(published["diagnostics"] as? [Object])
    let diagnostic = try #require(found.first { $0["code"] as? String == "A103" })
    let start = (diagnostic["range"] as? Object)?["start"] as? [String: Int]
    #expect(start == ["line": line, "character": 5])
    let actions = answers.first { $0["id"] as? Int == 2 }?["result"] as? [Object]
    let fix = try #require(actions?.first { $0["isPreferred"] as? Bool == true })
    let edits = ((fix["edit"] as? Object)?["changes"] as? Object)?[uri] as? [Object]
    let edit = try #require(edits?.first)
    let goodbye: [Object] = [
      [
        "method": "textDocument/didChange",
        "params": [
          "textDocument": ["uri": uri, "version": 2],
          "contentChanges": [
            ["range": try #require(edit["range"]), "text": try #require(edit["newText"])]
          ],
        ],
      ],
      ["id": 3, "method": "shutdown"], ["method": "exit"],
    ]
    let mended = try Program.run(
      ["language-server"],
      input: try (conversation.prefix(3) + goodbye).map(framed).joined())
    #expect(mended.status == 0)
    #expect(mended.messages == "")
    let last = try messages(mended.output).last { $0["method"] != nil }?["params"] as? Object
    #expect(last?["uri"] as? String == uri)
  }

  @Test func anUnreadableMessageDoesNotEndIt() throws {
    let input =
      "Content-Length: 1\r\n\r\n{" + (try framed(["id": "x", "method": "shutdown"]))
      + (try framed(["method": "exit"]))
    let heard = try Program.run(["language-server"], input: input)
    let codes = try messages(heard.output).map { ($0["error"] as? Object)?["code"] as? Int }
    #expect(codes == [-32700, -32002])
    #expect(heard.status == 1)
  }
}
