import AttuneDiagnostics

/// A questionnaire takes at most 15 minutes.
///
/// About nine seconds a question; people who are tired or distressed need longer. A short form lets
/// people choose.
struct QuestionnaireIsShort: Rule {
  static let code = "A406"

  func check(_ scope: Scope, into findings: inout [Finding]) {
    guard let instrument = scope.file.instrument, scope.file.forms.isEmpty else { return }
    let questions = scope.file.items.filter { scope.section(of: $0)?.place == nil }
    let minutes = (questions.count * 9 + 30) / 60
    if minutes > 15 { findings.append(.takesLong(instrument.heading, minutes)) }
  }
}

extension Finding {
  fileprivate static func takesLong(_ heading: Heading, _ minutes: Int) -> Finding {
    Finding(
      QuestionnaireIsShort.code, .suggestion,
      "This takes about \(minutes) minutes; most people tire after 15", at: heading.place,
      fixes: [
        Fix(.possible, "add a short form: form short: Short form"),
        Fix(.possible, "if it is right as it is, add: accept: A406 because ..."),
      ])
  }
}
