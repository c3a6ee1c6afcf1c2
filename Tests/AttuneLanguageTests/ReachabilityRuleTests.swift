import AttuneDiagnostics
import AttuneLanguage
import Testing

@Suite struct ReachabilityRuleTests {
  static let examples: [Example] = [
    Example(
      "two answers at once", ["1️⃣": "A236"],
      """
      item a: A question.
        show when: 1️⃣side is north and side is south
      """),
    Example(
      "a number beyond the range", ["1️⃣": "A236", "2️⃣": "A236"],
      """
      item a: A question.
        show when: 1️⃣meetings is more than 90
      item b: A question.
        show when: 2️⃣meetings is more than 4 and meetings is less than 4
      """),
    Example(
      "a number between two others", [:],
      """
      item a: A question.
        show when: meetings is more than 4 and meetings is less than 5
      item b: A question.
        show when: meetings is at least 90
      """),
    Example(
      "against the conditions of an earlier question", ["1️⃣": "A236"],
      """
      item a: A question.
        show when: side is north
      item b: B
        show when: 1️⃣side is south and a is at least 1
      """),
    Example(
      "against the section's condition", ["1️⃣": "A236"],
      """
      section s: S
        show when: side is north
      item a: A question.
        show when: 1️⃣side is not north
      item b: B
        show when: side is north or heard is at least 2
        accept: A237 because the section may change
      """),
    Example(
      "one finding for a section that nobody sees", ["1️⃣": "A236"],
      """
      section s: S
        show when: 1️⃣not (side is answered) and side is north
      item a: A question.
        show when: heard is at least 2
      """),
    Example(
      "another role's question", ["1️⃣": "A236"],
      """
      role person: I use services
      role worker: I work there
      item a: A question.
        only for: worker
      item b: B
        only for: person
        show when: 1️⃣a is at least 2
      """),
    Example(
      "more choices than people may take", ["1️⃣": "A236"],
      """
      item helped: What helped?
        answer: choose any, up to 2
        talks = Talks
        walks = Walks
        tablets = Tablets
      item a: A question.
        show when: 1️⃣helped includes talks and helped includes walks and helped includes tablets
      item b: B
        show when: helped includes talks and not (helped includes walks)
      """),
    Example(
      "a condition that always holds", ["1️⃣": "A237"],
      """
      item a: A question.
        show when: 1️⃣side is answered or side is not answered
      """),
    Example(
      "a condition that fails for those who skipped", [:],
      """
      item a: A question.
        show when: side is one of north, south, east
      """),
    Example(
      "a kept secret that hides a primary outcome", ["1️⃣": "A238"],
      """
      item in_touch: Are you in contact?
        answer: choose one
        offer: prefer not to say
        yes = Yes
        no = No
      section s: S
        show when: 1️⃣in_touch is yes
      item a: A question.
      item b: B
      section t: T
        show when: in_touch is yes or in_touch is not answered
      item c: C
      construct met: Met
        uses: a, b, c
        score: mean, all answered
      plan p: P
        family: primary
        reliability of: met
      """),
    Example(
      "the same where no primary plan uses it", [:],
      """
      item in_touch: Are you in contact?
        answer: choose one
        offer: prefer not to say
        yes = Yes
        no = No
      item a: A question.
        show when: in_touch is yes
      """),
  ]

  @Test(arguments: examples) func triesEveryAnswer(_ example: Example) {
    example.check()
  }

  @Test func saysWhatItTried() {
    let content =
      Example.prelude + "item a: A question.\n  show when: side is north and side is south\n"
    let finding = Compilation(of: SourceText(name: "a", content: content)).findings.first
    #expect(
      finding?.explanation
        == "I tried every possible answer to side, and none of them lets people reach item a.")
    #expect(finding?.notes.map(\.label) == ["side is asked here"])
  }

  @Test(.timeLimit(.minutes(1))) func givesUpAloud() {
    let items = (1...18).map { "item m\($0): M\n" }.joined()
    let condition =
      "m1 is not answered and " + (1...18).map { "m\($0) is answered" }.joined(separator: " and ")
    let content = Example.prelude + items + "item a: A question.\n  show when: \(condition)\n"
    let compilation = Compilation(of: SourceText(name: "a", content: content))
    #expect(compilation.findings == [])
    #expect(compilation.advice.map(\.code) == ["A239"])
  }

  @Test func takesOutTheLineThatChangesNothing() {
    let line = "  show when: side is answered or side is not answered\n"
    let source = SourceText(
      name: "a", content: Example.prelude + "item a: A question.\n\(line)  unit: weeks\n")
    let edits = Compilation(of: source).findings.first { $0.code == "A237" }?.fixes.first?.edits
    #expect(source.applying(edits ?? [])?.content == source.content.replacing(line, with: ""))
  }
}
