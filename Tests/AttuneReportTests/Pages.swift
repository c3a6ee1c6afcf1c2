import AttuneDiagnostics
import AttuneInstrument
import AttuneLanguage
import AttuneReport
import Testing

/// Instruments whose pages the tests read.
enum Pages {
  /// Compiles `text` under the details that every instrument needs.
  static func instrument(_ text: String, language: String = "en-GB") throws -> Instrument {
    let source = """
      instrument pages: Pages
        version: 0.1.0
        status: draft, unvalidated
        language: \(language)
        author: The attune project
        licence: CC BY 4.0
      information: About this
        > Please read this.
      consent: Taking part
        must agree taking_part: I want to take part.
        may agree quotes: You may use my words.
      support: Where to turn
        contact: Samaritans, call 116 123
      debrief: Thank you
        > Thank you for your time.

      """
    let compilation = Compilation(of: SourceText(name: "pages", content: source + text))
    return try #require(
      compilation.instrument, "\(compilation.findings.filter { $0.level == .mustFix })")
  }

  /// A question of each kind, and a last one that is shown where `condition` holds.
  static func questionnaire(lastShownWhen condition: String) throws -> Instrument {
    try instrument(
      """
      role person: I come here
      role worker: I work here
      section main: Main
      item a: One of three?
        answer: choose one
        one = One
        two = Two
        three = Three
      item n: How many?
        answer: number 0 to 90
      item m: Which of three?
        answer: choose any
        one = One
        two = Two
        three = Three
      item last: Anything else?
        show when: \(condition)
        answer: text, one line
      form short: Short form
        uses: main
      """)
  }
}

extension PaperForm {
  func question(_ name: String) -> Question? {
    parts.flatMap(\.questions).first { $0.name == name }
  }
}
