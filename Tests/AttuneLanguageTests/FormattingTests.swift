import AttuneDiagnostics
import AttuneInstrument
import AttuneLanguage
import AttuneTestSupport
import Foundation
import Testing

@Suite struct FormattingTests {
  private func format(_ content: String, name: String = "a.instrument") -> String? {
    Formatting(of: SourceText(name: name, content: content)).text
  }

  @Test func laysOutBlocksDetailsAndComments() {
    let text = format(
      """


      # About the file.


      #  Two notes.
      instrument   met :  Being   met
      licence: CC BY 4.0

      version :0.3.0
      section one: One
      # who is asked
      show when: ( side is one of north,south )and not(heard is at least 2)
      stem: A stem
      >  Read   this.
      > And this.

      item heard:
      \tanswer:  choose   any ,up to 3
      ask worker:   I listen.
      north=North

      south =  South
      # not yet asked
      item known: They know me.

      construct met : Met
      score:mean,at least 2   answered
      uses: heard,known
      accept: A267 because  two are enough
      # the end
      """)
    #expect(
      text == """
        # About the file.

        #  Two notes.
        instrument met: Being   met
          version: 0.3.0
          licence: CC BY 4.0

        section one: One
          # who is asked
          show when: (side is one of north, south) and not (heard is at least 2)
          > Read   this.
          > And this.
          stem: A stem
        item heard
          ask worker: I listen.
          answer: choose any, up to 3
          north = North
          south = South
        # not yet asked
        item known: They know me.

        construct met: Met
          uses: heard, known
          score: mean, at least 2 answered
          accept: A267 because  two are enough

        # the end

        """)
  }

  @Test func splitsListsBeyondEightyColumnsAndJoinsShortOnes() throws {
    let names = (1...20).map { "item_\($0)" }
    let long = try #require(
      format("instrument i: I\nform f: F\nuses: \(names.joined(separator: ","))"))
    #expect(long.contains("  uses: item_1\n  uses: item_2\n"))
    #expect(long.split(separator: "\n").count == 22)
    #expect(
      format("instrument i: I\nform f: F\nuses: a\nuses: b to d\n# later\nuses: e\nuses: f")
        == "instrument i: I\n\nform f: F\n  uses: a, b to d\n  # later\n  uses: e, f\n")
  }

  @Test func laysOutAStudyWithItsBlanks() throws {
    let study = studyText(
      for: StudyDescription(name: "leeds", title: "Leeds", instrument: "keep.instrument"))
    let text = try #require(format(study, name: "a.study"))
    #expect(
      text.contains("\n  # Who asks, as people will read it: The Keeping in Touch team\n  team:"))
    #expect(format(text, name: "a.study") == text)
    let source = SourceText(name: "a.study", content: study)
    let formatted = SourceText(name: "a.study", content: text)
    #expect(StudyCompilation(of: formatted).study == StudyCompilation(of: source).study)
  }

  @Test(arguments: ["", "\n", "hello", "item a: A", "instrument i: I\nverzion: 1"])
  func leavesWhatItCannotRead(_ content: String) {
    let formatting = Formatting(of: SourceText(name: "a", content: content))
    #expect(formatting.text == nil)
    #expect(!formatting.findings.isEmpty)
  }

  @Test func everyInstrumentOfTheRepositoryIsLaidOut() throws {
    let files = try FileManager.default.contentsOfDirectory(
      atPath: Repository.root.appending(path: "instruments").path()
    ).filter { $0.hasSuffix(".instrument") }
    #expect(!files.isEmpty)
    for file in files {
      let source = try Repository.text("instruments/\(file)")
      #expect(Formatting(of: source).text == source.content, "\(file)")
    }
  }

  /// The three promises: formatting twice changes nothing more, the meaning stays, and so does
  /// every comment.
  private func check(_ content: String) {
    guard let text = format(content) else { return }
    #expect(format(text) == text)
    let before = Compilation(of: SourceText(name: "a.instrument", content: content))
    let after = Compilation(of: SourceText(name: "a.instrument", content: text))
    #expect(after.instrument == before.instrument)
    #expect(after.findings.map(\.code).sorted() == before.findings.map(\.code).sorted())
    #expect(comments(of: text) == comments(of: content))
  }

  private func comments(of content: String) -> [String] {
    content.split(whereSeparator: \.isNewline)
      .map { $0.trimmingCharacters(in: .whitespaces) }.filter { $0.hasPrefix("#") }.sorted()
  }

  @Test func keepsTheMeaningOfEveryExample() {
    let examples =
      AnswerRuleTests.examples + ConditionRuleTests.examples + ConstructRuleTests.examples
      + GroupRuleTests.examples + PlanRuleTests.examples + RoleRuleTests.examples
    for example in examples { check(MarkedText(Example.prelude + example.source).text) }
  }

  @Test func keepsTheMeaningOfOtherLayouts() throws {
    let keep = try Repository.text("instruments/keep.instrument").content
    let lines = keep.split(separator: "\n", omittingEmptySubsequences: false)
    check(keep)
    check(lines.map { $0.drop { $0 == " " } }.joined(separator: "\r\n"))
    check(
      lines.map { "\t" + $0.replacing(", ", with: " ,\u{A0}") + "\n\n # a note" }.joined(
        separator: "\n"))
    check(lines.filter { !$0.isEmpty }.joined(separator: "\n\n\n"))
  }

  @Test func keepsTheMeaningOfFilesWithLinesMovedTakenOutAndCommentedOn() throws {
    let keep = try Repository.text("instruments/keep.instrument").content
    var random = Seeded(state: 2026)
    var laidOut = 0
    for round in 1...40 {
      var lines = keep.split(separator: "\n", omittingEmptySubsequences: false)
      for _ in 0...(round % 8) {
        let from = Int.random(in: 0..<lines.count, using: &random)
        switch Int.random(in: 0..<4, using: &random) {
        case 0: lines.remove(at: from)
        case 1: lines.insert("  # round \(round)", at: from)
        case 2: lines.insert("", at: from)
        default:
          let to = min(lines.count - 1, from + Int.random(in: 0...3, using: &random))
          lines.swapAt(from, to)
        }
      }
      let content = lines.joined(separator: "\n")
      if format(content) != nil { laidOut += 1 }
      check(content)
    }
    #expect(laidOut > 12, "most of the files should be readable for this to say anything")
  }
}

/// Random numbers that are the same in every run (SplitMix64).
struct Seeded: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
