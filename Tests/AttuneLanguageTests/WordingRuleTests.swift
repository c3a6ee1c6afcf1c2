import AttuneDiagnostics
import AttuneLanguage
import Testing

@Suite struct WordingRuleTests {
  static let examples: [Example] = [
    Example(
      "two questions in one", ["1️⃣": "A401"],
      """
      item kind: My worker is kind 1️⃣and on time.
      item place: We meet here and there.
      construct met: Met
        uses: heard, kind, known
        score: mean, all answered
      """),
    Example(
      "a long question", ["1️⃣": "A402"],
      """
      item long: 1️⃣\((1...26).map { _ in "word" }.joined(separator: " "))
      item short: \((1...25).map { _ in "word" }.joined(separator: " "))
      """),
    Example(
      "an item against the rest of its construct", ["1️⃣": "A403"],
      """
      item hurried: My worker is always in a hurry.
      construct 1️⃣met: Met
        uses: heard, hurried, known
        score: mean, all answered
      """),
    Example(
      "a construct of something hard", [:],
      """
      item hurried: My worker is always in a hurry.
      construct hurry: Hurry
        uses: rushed, hurried
        score: mean, all answered
      construct met: Met
        uses: heard, known
        uses reversed: rushed, hurried
        score: mean, all answered
        accept: A269 because the two measure opposite things
      """),
    Example(
      "an item that counts as it should for a reason", [:],
      """
      item hurried: My worker is always in a hurry.
      construct met: Met
        uses: heard, hurried, known
        score: mean, all answered
        accept: A403 because the group likes it quick
      """),
    Example(
      "jargon", ["1️⃣": "A404", "2️⃣": "A404"],
      """
      section s: S
        > This is about your 1️⃣engagement with us.
      item a: What was the 2️⃣outcome?
      """),
    Example(
      "a double negative", ["1️⃣": "A405"],
      """
      item a: My worker does 1️⃣not listen.
      item b: There was nothing good.
        answer: choose one
        yes = Yes
        often = Often
      """),
    Example(
      "a note that comes late", ["1️⃣": "A311"],
      """
      section s: S
      item 1️⃣a: I was restrained.
      item b: I was detained.
        content note: This is about being held.
      """),
    Example(
      "a note in time", [:],
      """
      section s: S
      item b: I was here.
        content note: This is about being held.
      """),
    Example(
      "names and places", ["1️⃣": "A313"],
      """
      item 1️⃣a: Who helped you?
        answer: text, one line
      item b: Who helped you?
        answer: text, one line
        help: Please leave out names.
      section s: S
        > Please do not name people.
      item c: Where was that?
        answer: text, one line
      """),
    Example(
      "an exact date, and a postcode", ["1️⃣": "A314", "2️⃣": "A314"],
      """
      item born: When were you born?
        answer: 1️⃣date
      item code: What is your 2️⃣postcode?
        answer: text
      item since: Since when?
        answer: date, month
      """),
    Example(
      "an insert without words for when it is blank", ["1️⃣": "A330"],
      """
      item a: You said 1️⃣{side}. Why?
        answer: text
      item b: You said {side or nothing}. Why?
        answer: text
      """),
  ]

  @Test(arguments: examples) func findsWording(_ example: Example) {
    example.check()
  }

  @Test func countsTheMinutes() {
    func advice(_ more: String) -> [String] {
      let items = (1...110).map { "item many_\($0): A question.\n" }.joined()
      let source = SourceText(name: "a", content: Example.prelude + items + more)
      return Compilation(of: source).advice.map(\.title)
    }
    #expect(advice("") == ["This takes about 17 minutes; most people tire after 15"])
    #expect(advice("form short: Short\n  uses: heard, known\n") == [])
  }

  @Test func keepsSuggestionsForThoseWhoAsk() {
    let source = SourceText(
      name: "a", content: Example.prelude + "item a: My worker does not listen.\n")
    #expect(source.findings() == [])
    #expect(source.findings(withAdvice: true).map(\.code) == ["A405"])
  }

  @Test func pointsIntoWordsWithCurlyApostrophes() {
    let source = SourceText(
      name: "a", content: Example.prelude + "item a: My worker\u{2019}s way doesn\u{2019}t help.\n")
    let range = Compilation(of: source).advice.first?.range
    #expect(range.map { String(source[$0]) } == "doesn\u{2019}t")
  }
}
