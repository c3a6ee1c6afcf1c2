import AttuneDiagnostics

/// The instrument has a version, a language, an author and a licence.
///
/// Results name the version that was asked, and others need to know what they may do with it.
struct InstrumentIsDescribed: Rule {
  static let code = "A307"
  static let silencedBy = Set<String>.unreadLines

  func check(_ scope: Scope, into findings: inout [Finding]) {
    guard let instrument = scope.file.instrument else { return }
    let details: [(String, String, Words?)] = [
      ("version", "0.1.0", instrument.version), ("language", "en-GB", instrument.language),
      ("author", "...", instrument.author), ("licence", "CC BY 4.0", instrument.licence),
    ]
    for (detail, usual, value) in details where value == nil {
      findings.append(.missing(detail, usual, instrument.heading))
    }
  }
}

extension Finding {
  fileprivate static func missing(_ detail: String, _ usual: String, _ heading: Heading) -> Finding
  {
    Finding(
      InstrumentIsDescribed.code, .mustFix, "The \(detail) is missing", at: heading.place,
      fixes: [
        .addLine(detail == "version" ? .certain : .possible, "\(detail): \(usual)", under: heading)
      ])
  }
}
