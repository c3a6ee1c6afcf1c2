import AttuneDiagnostics
import AttuneLanguage
import AttuneTestSupport
import Testing

@Suite struct CompletionTests {
  private static let prelude = """
    instrument being_met: Being met
      term cen: complex needs
    role worker: I work there
    scale agreement
      1 = Disagree
      2 = Agree
    group area: By area
      set by: item side
    section first: First
    item side: Which team?
      answer: choose one
      north = North team
      south = South team
    construct met: Being met
      uses: side

    """

  /// What is offered at the mark in `marked`, which stands below the prelude.
  private func completions(_ marked: String) throws -> [Completion] {
    let marked = MarkedText(Self.prelude + marked)
    let source = SourceText(name: "a.instrument", content: marked.text)
    return Outline(of: source).completions(at: try #require(marked.offsets["1️⃣"]))
  }

  @Test(arguments: [
    ("item x: X\n  show w1️⃣", ["show when"]),
    ("item x: X\n  show w1️⃣: side is north", ["show when"]),
    (
      "item x: X\n  answer: 1️⃣",
      ["choose one", "choose any", "number", "slider", "text", "date", "agreement"]
    ),
    ("item x: X\n  answer: date, 1️⃣", ["day", "month", "year"]),
    (
      "item x: X\n  offer: not sure, pr1️⃣",
      ["does not apply", "not sure", "prefer not to say", "nothing"]
    ),
    ("item x: X\n  only for: 1️⃣", ["worker"]),
    ("item x: X\n  ask 1️⃣", ["ask again if", "ask again", "worker"]),
    ("item x: X\n  answer: choose one\n  a = A\n  write in: 1️⃣", ["a"]),
    (
      "item x: X\n  show when: 1️⃣",
      ["not", "side", "x", "role", "form", "both_roles", "help_given"]
    ),
    ("item x: X\n  show when: side is one of north, 1️⃣", ["north", "south"]),
    ("item x: X\n  show when: side is north 1️⃣", ["and", "or"]),
    ("item x: X\n  show when: role is one of 1️⃣", ["worker"]),
    ("support: S\n  contact when side is one of 1️⃣", ["north", "south"]),
    ("group g: G\n  set by: item 1️⃣", ["side"]),
    ("group g: G\n  set by: 1️⃣", ["item", "role", "facilitator"]),
    ("construct c: C\n  uses: si1️⃣", ["side", "met", "c"]),
    ("construct c: C\n  score: mean, at 1️⃣", ["least"]),
    ("form f: F\n  uses: 1️⃣", ["side", "first"]),
    ("plan p: P\n  compare: met by 1️⃣", ["area"]),
    (
      "plan p: P\n  compare: met by area\n  expect: 1️⃣",
      ["north", "south", "no direction", "no difference", "positive", "negative"]
    ),
    ("plan p: P\n  expect: no 1️⃣", ["higher", "direction", "difference"]),
    ("item x: Words to read 1️⃣", []),
    ("# a comment 1️⃣", []),
    ("item x: X\n  nonsense: 1️⃣", []),
  ])
  func whatFitsIsOffered(marked: String, labels: [String]) throws {
    #expect(try completions(marked).map(\.label) == labels)
  }

  @Test func detailsOfTheBlockComeBeforeNewBlocks() throws {
    let labels = try completions("scale s\n  1️⃣").map(\.label)
    #expect(labels.prefix(3) == ["source", "note", "accept"])
    #expect(labels.dropFirst(3).first == "instrument")
    #expect(labels.last == "plan")
  }

  @Test func emptyFilesBeginWithABlock() {
    let outline = Outline(of: SourceText(name: "a.study", content: ""))
    #expect(outline.completions(at: 0).map(\.label) == ["study", "group"])
  }

  @Test func namesBetweenBracesAreOffered() throws {
    let labels = try completions("information: I\n  > Ask {1️⃣").map(\.label)
    #expect(labels.prefix(2) == ["side", "cen"])
    #expect(labels.contains("contact"))
    #expect(try completions("information: I\n  > Ask {team} 1️⃣").isEmpty)
    #expect(try completions("information: I\n  > Ask {{1️⃣").isEmpty)
  }

  @Test func whatIsTakenIsWhatWasTyped() throws {
    let detail = try #require(try completions("item x: X\n  show w1️⃣").first)
    let line = Self.prelude.utf8.count + "item x: X\n  ".utf8.count
    #expect(detail.range == SourceRange(line, line + 6))
    #expect(detail.text == "show when: ")
    let name = try #require(try completions("item x: X\n  only for: wo1️⃣rk").first)
    let start = Self.prelude.utf8.count + "item x: X\n  only for: ".utf8.count
    #expect(name.range == SourceRange(start, start + 4))
    #expect(try completions("item x: X\n  show w1️⃣: a").first?.text == "show when")
  }

  @Test func everyWordOfferedIsExplained() throws {
    let words = try completions("item x: X\n  1️⃣")
    #expect(words.count > 30)
    #expect(words.allSatisfy { !$0.summary.isEmpty })
    #expect(try completions("item x: X\n  accept: 1️⃣").allSatisfy { $0.kind == .code })
  }

  /// Wherever the cursor stands in a file that is cut there, the question is answered.
  @Test func noPlaceIsTooOdd() throws {
    let source = try Repository.text("instruments/links.instrument")
    let bytes = Array(source.content.utf8)
    for end in stride(from: 0, to: min(bytes.count, 6_000), by: 61) {
      let text = SourceText(
        name: "a.instrument", content: String(decoding: bytes[..<end], as: UTF8.self))
      let outline = Outline(of: text)
      let end = text.content.utf8.count
      for completion in outline.completions(at: end) {
        #expect(completion.range.upper <= end)
      }
      _ = outline.remark(at: end)
    }
  }
}
