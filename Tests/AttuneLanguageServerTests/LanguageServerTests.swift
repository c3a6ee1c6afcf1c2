import AttuneDiagnostics
import AttuneTestSupport
import Foundation
import Testing

@testable import AttuneLanguageServer

@Suite struct LanguageServerTests {
  private static let file = """
    instrument being_met: Being met
      answer: agreement
    scale agreement
      1 = Disagree
      2 = Agree
    item heard: My worker listens.
    item more: What else? 😀
      show when: heard is 2

    """

  // MARK: Lifecycle

  @Test func theGreetingSaysWhatCanBeDone() throws {
    var editor = Editor()
    let result = try #require(
      try editor.ask("initialize", ["capabilities": [:]]) as? Editor.Object)
    let capabilities = try #require(result["capabilities"] as? Editor.Object)
    #expect(capabilities["positionEncoding"] as? String == "utf-16")
    #expect(capabilities["hoverProvider"] as? Bool == true)
    #expect((result["serverInfo"] as? Editor.Object)?["version"] as? String == "9.9")
  }

  @Test(arguments: [
    (["utf-8", "utf-16"], "utf-8"), (["utf-32"], "utf-32"), (["utf-7"], "utf-16"), ([], "utf-16"),
  ])
  func theFirstEncodingThatBothKnowIsTaken(offered: [String], taken: String) throws {
    let editor = try Editor.greeted(encodings: offered)
    #expect(editor.server.encoding.rawValue == taken)
  }

  @Test func goodbyeIsSaidInTwoSteps() throws {
    var editor = try Editor.greeted()
    #expect(try editor.ask("shutdown", [:]) is NSNull)
    #expect(try editor.refusal("textDocument/hover", Editor.place(0, 0)).0 == -32600)
    #expect(editor.server.exitCode == nil)
    try editor.tell("exit", [:])
    #expect(editor.server.exitCode == 0)
  }

  @Test func leavingWithoutShutdownIsNotWell() throws {
    var editor = try Editor.greeted()
    try editor.tell("exit", [:])
    #expect(editor.server.exitCode == 1)
  }

  @Test func nothingIsAnsweredAfterTheEnd() throws {
    var editor = try Editor.greeted()
    let leave: Editor.Object = ["jsonrpc": "2.0", "method": "exit"]
    #expect(try editor.send([leave, editor.request("shutdown", [:])]).isEmpty)
  }

  // MARK: Messages that are not as they should be

  @Test func beforeTheGreetingNothingIsDone() throws {
    var editor = Editor()
    #expect(try editor.refusal("textDocument/hover", Editor.place(0, 0)).0 == -32002)
    try editor.open(Self.file)
    #expect(editor.diagnostics.isEmpty)
    _ = try editor.ask("initialize", ["capabilities": [:]])
    #expect(try editor.refusal("initialize", ["capabilities": [:]]).0 == -32600)
  }

  @Test(arguments: [
    ("{", -32700), ("", -32700), ("\u{0}", -32700), ("[]", -32600), ("7", -32600), ("{}", -32600),
    (#"{"id":true,"method":"shutdown"}"#, -32600),
  ])
  func whatIsNoMessageIsAnswered(message: String, code: Int) throws {
    var editor = try Editor.greeted()
    let answer = try #require(try editor.send([Data(message.utf8)]).first)
    #expect((answer["error"] as? Editor.Object)?["code"] as? Int == code)
    #expect(answer["id"] is NSNull)
    #expect(try editor.ask("shutdown", [:]) is NSNull)
  }

  @Test func unknownMethodsAndParametersAreRefused() throws {
    var editor = try Editor.greeted()
    #expect(try editor.refusal("textDocument/dance", [:]).0 == -32601)
    #expect(try editor.refusal("textDocument/hover", ["position": 3]).0 == -32602)
    #expect(try editor.refusal("textDocument/hover", Editor.place(0, 0)).0 == -32602)
    try editor.tell("$/setTrace", ["value": "off"])
    try editor.tell("textDocument/didChange", ["textDocument": 1])
    #expect(try editor.ask("shutdown", [:]) is NSNull)
  }

  @Test func aRequestThatIsTakenBackIsNotWorkedOn() throws {
    var editor = try Editor.greeted()
    try editor.open(Self.file)
    let hover = editor.request("textDocument/hover", Editor.place(5, 6))
    let cancel: Editor.Object = [
      "jsonrpc": "2.0", "method": "$/cancelRequest", "params": ["id": hover["id"] as? Int ?? 0],
    ]
    let answers = try editor.send([hover, cancel])
    #expect(answers.count == 1)
    #expect((answers[0]["error"] as? Editor.Object)?["code"] as? Int == -32800)
  }

  // MARK: Findings

  @Test func findingsFollowTheText() throws {
    var editor = try Editor.greeted()
    try editor.open("instrument a: A\nitem heard: I was heard.\n  anser: agreement\n")
    let found = try #require(editor.diagnostics[Editor.uri])
    let unknown = try #require(found.first { $0["code"] as? String == "A101" })
    #expect(words(of: unknown["range"]) == "2:2-2:7")
    #expect(unknown["severity"] as? Int == 1)
    #expect(unknown["source"] as? String == "attune")
    try editor.tell("textDocument/didClose", ["textDocument": ["uri": Editor.uri]])
    #expect(editor.diagnostics[Editor.uri]?.isEmpty == true)
  }

  @Test func levelsNotesAndUnusedThingsAreMarked() throws {
    var editor = try Editor.greeted()
    try editor.open(
      """
      instrument a: A
      scale spare
        1 = No
        2 = Yes
      item unheard: I was not heard.
        answer: choose one
        1 = Disagree
        2 = Agree
      item heard: I was heard.
        answer: text
      item heard: I was heard and seen.
        answer: text
      """)
    let found = try #require(editor.diagnostics[Editor.uri])
    func finding(_ code: String) throws -> Editor.Object {
      try #require(found.first { $0["code"] as? String == code }, "\(found)")
    }
    #expect(try finding("A240")["severity"] as? Int == 2)
    #expect(try finding("A240")["tags"] as? [Int] == [1])
    let related = try #require(try finding("A120")["relatedInformation"] as? [Editor.Object])
    let location = related.first?["location"] as? Editor.Object
    #expect(words(of: location?["range"]) == "8:5-8:10")
    #expect(Set(found.compactMap { $0["severity"] as? Int }) == [1, 2, 4])
  }

  @Test func aFileThatChangesOftenAtOnceIsCheckedOnce() throws {
    var editor = try Editor.greeted()
    try editor.open(Self.file)
    let changes = (2...9).map { version -> Editor.Object in
      [
        "jsonrpc": "2.0", "method": "textDocument/didChange",
        "params": [
          "textDocument": ["uri": Editor.uri, "version": version],
          "contentChanges": [["text": "instrument a: \(version)\n"]],
        ],
      ]
    }
    let data = try changes.map { try JSONSerialization.data(withJSONObject: $0) }
    #expect(editor.server.handle(data).count == 1)
    #expect(editor.server.documents[Editor.uri]?.text.content == "instrument a: 9\n")
  }

  @Test func aStudyIsReadAsAStudy() throws {
    var editor = try Editor.greeted()
    let uri = "file:///my.study"
    try editor.open(
      "study leeds: Leeds\n  instrument: keep.instrument\n  keep until: soon\n", uri: uri)
    #expect(editor.diagnostics[uri]?.map { $0["code"] as? String } == ["A351"])
  }

  // MARK: Actions

  @Test func aCertainFixIsPreferredAndAllAreOneAction() throws {
    var editor = try Editor.greeted()
    let text = Self.file.replacing("item heard", with: "item Heard")
    try editor.open(text)
    let range: Editor.Object = [
      "start": ["line": 5, "character": 6], "end": ["line": 5, "character": 6],
    ]
    func actions(_ only: [String]?) throws -> [Editor.Object] {
      let context: Editor.Object = only.map { ["only": $0, "diagnostics": []] } ?? [:]
      let parameters: Editor.Object = [
        "textDocument": ["uri": Editor.uri], "range": range, "context": context,
      ]
      return try #require(
        try editor.ask("textDocument/codeAction", parameters) as? [Editor.Object])
    }
    let fix = try #require(try actions(["quickfix"]).first)
    #expect(fix["isPreferred"] as? Bool == true)
    #expect(fix["title"] as? String == "Use heard")
    let all = try actions(["source.fixAll"])
    #expect(all.map { $0["kind"] as? String } == ["source.fixAll.attune"])
    #expect(try actions(["refactor"]).isEmpty)
    let edits = ((all[0]["edit"] as? Editor.Object)?["changes"] as? Editor.Object)?[Editor.uri]
    let line = (edits as? [Editor.Object])?.first { words(of: $0["range"]) == "5:0-6:0" }
    #expect(line?["newText"] as? String == "item heard: My worker listens.\n")
  }

  @Test func formattingTouchesOnlyTheLinesThatChange() throws {
    var editor = try Editor.greeted()
    try editor.open(Self.file)
    let asked: Editor.Object = ["textDocument": ["uri": Editor.uri], "options": [:]]
    let edits = try #require(
      try editor.ask("textDocument/formatting", asked) as? [Editor.Object])
    // Blank lines between the blocks, and nothing else.
    #expect(!edits.isEmpty)
    #expect(edits.allSatisfy { $0["newText"] as? String == "\n" })
    try editor.open("instrument a: A\nnonsense\n")
    #expect((try editor.ask("textDocument/formatting", asked) as? [Any])?.isEmpty == true)
  }

  @Test func namesAreFoundAndRenamed() throws {
    var editor = try Editor.greeted()
    try editor.open(Self.file)
    let place = Editor.place(7, 15)
    let definition = try #require(
      try editor.ask("textDocument/definition", place) as? Editor.Object)
    #expect(words(of: definition["range"]) == "5:5-5:10")
    let references = try #require(
      try editor.ask("textDocument/references", place) as? [Editor.Object])
    #expect(references.map { words(of: $0["range"]) } == ["5:5-5:10", "7:13-7:18"])
    var rename = place
    rename["newName"] = "more"
    let refusal = try editor.refusal("textDocument/rename", rename)
    #expect(refusal.0 == -32803)
    #expect(refusal.1.contains("Two things are called \"more\""))
    rename["newName"] = "listened_to"
    let edit = try #require(try editor.ask("textDocument/rename", rename) as? Editor.Object)
    let edits = (edit["changes"] as? Editor.Object)?[Editor.uri] as? [Editor.Object]
    #expect(edits?.count == 2)
    #expect(try editor.ask("textDocument/prepareRename", Editor.place(0, 2)) is NSNull)
  }

  @Test func wordsOfTheFileAreNoMarkup() throws {
    var editor = try Editor.greeted()
    try editor.open(Self.file.replacing("My worker listens.", with: "*My* <b>worker</b> [x](y)"))
    let hover = try #require(
      try editor.ask("textDocument/hover", Editor.place(5, 6)) as? Editor.Object)
    let value = (hover["contents"] as? Editor.Object)?["value"] as? String
    #expect(
      value == """
        **item heard**  
        \\*My\\* \\<b\\>worker\\</b\\> \\[x\\]\\(y\\)  
        1 \\= Disagree  
        2 \\= Agree
        """)
  }

  @Test func theOutlineNestsItemsInSections() throws {
    var editor = try Editor.greeted()
    try editor.open(Self.file.replacing("item heard", with: "section a: A\nitem heard"))
    let asked: Editor.Object = ["textDocument": ["uri": Editor.uri]]
    let symbols = try #require(
      try editor.ask("textDocument/documentSymbol", asked) as? [Editor.Object])
    #expect(symbols.map { $0["name"] as? String } == ["being_met", "agreement", "a"])
    let section = try #require(symbols.last)
    let items = section["children"] as? [Editor.Object]
    #expect(items?.map { $0["name"] as? String } == ["heard", "more"])
    #expect(words(of: section["range"]) == "5:0-8:23")
    let folds = try #require(
      try editor.ask("textDocument/foldingRange", asked) as? [Editor.Object])
    #expect(folds.map { $0["startLine"] as? Int } == [0, 2, 5, 7])
  }

  // MARK: Places

  @Test(arguments: [("utf-8", 25), ("utf-16", 23), ("utf-32", 22)])
  func columnsAreCountedAsAgreed(encoding: String, column: Int) throws {
    var editor = try Editor.greeted(encodings: [encoding])
    try editor.open("instrument a: A\nitem more: What else? 😀 {who}\n  answer: text\n")
    let unknown = editor.diagnostics[Editor.uri]?.first { $0["code"] as? String == "A331" }
    let start = (unknown?["range"] as? Editor.Object)?["start"] as? Editor.Object
    #expect(start?["line"] as? Int == 1)
    #expect(start?["character"] as? Int == column + 2)
  }

  @Test func editsOutOfRangeAreTakenToTheNearestPlace() throws {
    var editor = try Editor.greeted()
    try editor.open("one\ntwo")
    func change(_ range: [Int], _ text: String) throws {
      let range: Editor.Object = [
        "start": ["line": range[0], "character": range[1]],
        "end": ["line": range[2], "character": range[3]],
      ]
      try editor.tell(
        "textDocument/didChange",
        [
          "textDocument": ["uri": Editor.uri, "version": 2],
          "contentChanges": [["range": range, "text": text]],
        ])
    }
    try change([9, 9, 9, 9], "!")
    #expect(editor.server.documents[Editor.uri]?.text.content == "one\ntwo!")
    try change([0, 99, 0, 99], "?")
    #expect(editor.server.documents[Editor.uri]?.text.content == "one?\ntwo!")
    try change([1, 4, 0, 4], " ")
    #expect(editor.server.documents[Editor.uri]?.text.content == "one? ")
    try change([0, .min, .min, .max], "")
    try change([-3, -3, 0, 0], "😀")
    try change([0, 1, 0, 1], "x")
    #expect(editor.server.documents[Editor.uri]?.text.content == "x😀one? ")
  }

  /// The same edits on an array of UTF-16 units, which is what an editor does.
  @Test func editsMakeTheTextThatTheEditorHas() throws {
    var editor = try Editor.greeted()
    var model = Array("one é\r\ntwo 😀\rthree\n\n".utf16)
    try editor.open(String(decoding: model, as: UTF16.self))
    var seed: UInt64 = 42
    func random(_ below: Int) -> Int {
      seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((seed >> 33) % UInt64(below))
    }
    func isPlace(_ offset: Int) -> Bool {
      guard offset > 0, offset < model.count else { return true }
      return !UTF16.isTrailSurrogate(model[offset])
        && !(model[offset] == 0x0A && model[offset - 1] == 0x0D)
    }
    func place(_ offset: Int) -> Editor.Object {
      var (line, character) = (0, 0)
      for index in 0..<offset {
        let isPair = model[index] == 0x0D && index + 1 < model.count && model[index + 1] == 0x0A
        if model[index] == 0x0A || model[index] == 0x0D && !isPair {
          (line, character) = (line + 1, 0)
        } else {
          character += 1
        }
      }
      return ["line": line, "character": character]
    }
    let pieces = ["", "a", "é", "😀", "\n", "\r\n", "item x: y\n", "  > "]
    for version in 2..<300 {
      var ends = [random(model.count + 1), random(model.count + 1)].sorted()
      ends[1] = min(ends[1], ends[0] + 3)
      guard ends.allSatisfy(isPlace) else { continue }
      let piece = pieces[random(pieces.count)]
      // A lone end of line must not become half of a pair, which no editor can tell apart.
      guard !piece.hasPrefix("\n") || ends[0] == 0 || model[ends[0] - 1] != 0x0D else { continue }
      try editor.tell(
        "textDocument/didChange",
        [
          "textDocument": ["uri": Editor.uri, "version": version],
          "contentChanges": [
            ["range": ["start": place(ends[0]), "end": place(ends[1])], "text": piece]
          ],
        ])
      model.replaceSubrange(ends[0]..<ends[1], with: piece.utf16)
      let text = editor.server.documents[Editor.uri]?.text.content
      try #require(text.map { Array($0.utf16) } == model, "after version \(version)")
    }
    #expect(model.count > 20)
  }

  @Test func aMebibyteIsReadAndAnswered() throws {
    var editor = try Editor.greeted()
    let line = "  > " + String(repeating: "words ", count: 200) + "\n"
    let text = "information: A\n" + String(repeating: line, count: (1 << 20) / line.utf8.count + 1)
    try editor.open(text)
    #expect(editor.diagnostics[Editor.uri]?.isEmpty == false)
    let asked: Editor.Object = ["textDocument": ["uri": Editor.uri]]
    #expect((try editor.ask("textDocument/documentSymbol", asked) as? [Any])?.count == 1)
  }
}
