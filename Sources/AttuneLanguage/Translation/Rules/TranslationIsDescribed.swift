import AttuneDiagnostics
import AttuneInstrument

/// A translation says its language, the version that was translated, and who translated.
///
///     translation of being_met
///       language: cy
///       from version: 0.3.0
///       translator: Draft, not checked by a Welsh speaker
///
/// Those who read it need to know whether somebody who speaks the language has checked it.
struct TranslationIsDescribed: TranslationRule {
  static let code = "A327"
  static let silencedBy = Set<String>.unreadLines

  func check(_ scope: TranslationScope, into findings: inout [Finding]) {
    guard let block = scope.file.translation else { return }
    if block.details.language == nil {
      findings.append(.languageIsMissing(block.heading))
    }
    if block.details.fromVersion == nil {
      findings.append(.versionIsMissing(scope.instrument.version, block.heading))
    }
    if block.details.translator == nil { findings.append(.translatorIsMissing(block.heading)) }
  }
}

extension Finding {
  fileprivate static func languageIsMissing(_ heading: Heading) -> Finding {
    Finding(
      TranslationIsDescribed.code, .mustFix, "Which language is this?", at: heading.place,
      fixes: [Fix(.possible, "add: language: and its tag, such as cy for Welsh")])
  }

  fileprivate static func versionIsMissing(_ version: String, _ heading: Heading) -> Finding {
    Finding(
      TranslationIsDescribed.code, .mustFix, "Which version of the instrument was translated?",
      at: heading.place,
      fixes: [.addLine(.possible, "from version: \(version)", under: heading)])
  }

  fileprivate static func translatorIsMissing(_ heading: Heading) -> Finding {
    Finding(
      TranslationIsDescribed.code, .pleaseCheck, "Who translated this?", at: heading.place,
      explanation: "People should know whether somebody who speaks the language has checked it.",
      fixes: [Fix(.possible, "add: translator: and who translated and checked it")])
  }
}
