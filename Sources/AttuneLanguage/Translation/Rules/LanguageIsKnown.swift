import AttuneDiagnostics
import AttuneInstrument
import Foundation

/// The language of a translation is written as a tag, and is another than the instrument's.
///
///     language: cy
///     language: pt-BR
///
/// Tags (BCP 47) are what programs and screen readers know languages by: cy is Welsh, pl Polish, ur
/// Urdu. The file's name has the same tag: being_met.cy.translation.
struct LanguageIsKnown: TranslationRule {
  static let code = "A325"

  func check(_ scope: TranslationScope, into findings: inout [Finding]) {
    guard let language = scope.file.translation?.details.language else { return }
    if !isLanguageTag(language.value) {
      findings.append(.unknownLanguage(language))
    } else if language.value.lowercased() == scope.instrument.language.lowercased() {
      findings.append(.sameLanguage(language))
    } else if let other = scope.languageOfName, other.lowercased() != language.value.lowercased() {
      findings.append(.otherLanguage(language, inName: other))
    }
  }
}

/// Whether `text` is a tag such as `cy` or `pt-BR`.
///
/// Two letters are a language that ISO 639 lists. Three may be any: they name thousands, such as
/// those that are signed, and no list at hand has them all.
public func isLanguageTag(_ text: String) -> Bool {
  let parts = text.split(separator: "-", omittingEmptySubsequences: false)
  guard let first = parts.first, first.allSatisfy({ ("a"..."z").contains($0) }),
    first.count == 3 || first.count == 2 && Locale.LanguageCode(String(first)).isISOLanguage
  else { return false }
  return parts.dropFirst().allSatisfy { part in
    (1...8).contains(part.count) && part.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
  }
}

extension Finding {
  fileprivate static func unknownLanguage(_ said: Words) -> Finding {
    Finding(
      LanguageIsKnown.code, .mustFix, "I do not know the language \"\(said.value)\"",
      at: said.range, explanation: "I expected a tag, such as cy for Welsh or pl for Polish.",
      fixes: tag(meantBy: said.value).map {
        [Fix(.likely, "did you mean \($0)?", edits: [.init(said.range, with: $0)])]
      } ?? [Fix(.possible, "use the tag of the language")])
  }

  /// The tag for a language's English name, or for a tag with other marks: `Welsh`, `EN_GB`.
  private static func tag(meantBy said: String) -> String? {
    let parts = said.replacing("_", with: "-").split(separator: "-")
    let tag = ([parts.first?.lowercased() ?? ""] + parts.dropFirst().map(String.init))
      .joined(separator: "-")
    if isLanguageTag(tag) { return tag }
    let english = Locale(identifier: "en")
    let codes = Locale.LanguageCode.isoLanguageCodes.map(\.identifier)
    let isShort: (String) -> Bool = { $0.count == 2 }
    return (codes.filter(isShort) + codes.filter { !isShort($0) }).first {
      english.localizedString(forLanguageCode: $0)?.lowercased() == said.lowercased()
    }
  }

  fileprivate static func otherLanguage(_ said: Words, inName other: String) -> Finding {
    Finding(
      LanguageIsKnown.code, .mustFix,
      "The file says \(said.value), and its name says \(other)", at: said.range,
      explanation: "A translation is found by the language in its name.",
      fixes: [
        Fix(.possible, "say \(other)", edits: [.init(said.range, with: other)]),
        Fix(.possible, "rename the file"),
      ])
  }

  fileprivate static func sameLanguage(_ said: Words) -> Finding {
    Finding(
      LanguageIsKnown.code, .mustFix, "The instrument is already in \(said.value)", at: said.range,
      explanation: "A translation is in another language than the instrument.",
      fixes: [Fix(.possible, "say which language the translation is in")])
  }
}
