import AttuneDiagnostics
import AttuneLanguage
import AttuneTestSupport
import Testing

/// A piece of an instrument, and what is found at its marks; nothing else may be found.
struct Example: CustomTestStringConvertible, Sendable {
  let testDescription: String
  let source: String
  let expected: [Character: String]

  init(_ description: String, _ expected: [Character: String], _ source: String) {
    testDescription = description
    self.expected = expected
    self.source = source
  }

  /// An instrument without findings, to which an example adds.
  static let prelude = """
    instrument being_met: Being met
      version: 0.3.0
      status: draft, unvalidated
      language: en-GB
      author: The Being Met group
      licence: CC BY 4.0
      answer: agreement
    information: About these questions
      > We want to know how people and workers get on.
    consent: Taking part
      must agree taking_part: I want to take part.
    support: If this brings things up
      contact: Samaritans, call 116 123
    scale agreement
      1 = Disagree
      2 = Neither
      3 = Agree
    section listening: Being listened to
    item side: Which team do you see?
      answer: choose one
      north = North team
      south = South team
      east = East team
    item meetings: How often did you meet?
      answer: number 0 to 90
    item heard: My worker listens to me.
    item rushed: We meet in haste.
    item known: My worker knows me.
    item more: Is there anything you want to add?
      answer: text, several lines

    """

  /// Checks the piece below the prelude.
  func check() {
    Self.check(Self.prelude + source, expected)
  }

  /// Checks a whole file.
  static func check(_ marked: String, _ expected: [Character: String]) {
    let marked = MarkedText(marked)
    let source = SourceText(name: "example.instrument", content: marked.text)
    let found = source.findings(withAdvice: true).map { "\($0.code) at \($0.range.lower)" }
    let wanted = expected.map { "\($0.value) at \(marked.offsets[$0.key] ?? -1)" }
    #expect(found.sorted() == wanted.sorted())
  }
}
