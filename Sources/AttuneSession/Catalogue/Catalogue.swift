package import AttuneInstrument

/// The words that the engine and its faces say themselves, in one language.
///
/// The instrument's words stand in the instrument, or in a translation of it. Another language is
/// another value of this type with a text for every `Phrase`.
public struct Catalogue: Sendable, Hashable {
  /// A BCP 47 tag: `en-GB`.
  public let language: String
  /// Whether nobody who speaks the language has checked it yet.
  public let isDraft: Bool
  private let texts: [Phrase: String]

  package init(language: String, isDraft: Bool = false, texts: [Phrase: String]) {
    self.language = language
    self.isDraft = isDraft
    self.texts = texts
  }

  /// Every language that has words here.
  public static let all: [Catalogue] = [.britishEnglish, .welsh]

  /// The words for `language`, a BCP 47 tag: those of the tag, else of the language in another
  /// country; `nil` where there are none.
  public static func speaking(_ language: String) -> Catalogue? {
    func primary(_ tag: String) -> Substring { tag.lowercased().prefix { $0 != "-" } }
    return all.first { $0.language.lowercased() == language.lowercased() }
      ?? all.first { primary($0.language) == primary(language) }
  }

  /// The words of `phrase`, with `inserts` filled in.
  package subscript(_ phrase: Phrase, inserts: [String: String] = [:]) -> String {
    InsertText(texts[phrase] ?? phrase.rawValue).filled { inserts[$0] }
  }

  /// The names that stand between braces in the words of `phrase`.
  package func inserts(in phrase: Phrase) -> Set<String> {
    let segments = InsertText(texts[phrase] ?? "").segments
    return Set(
      segments.compactMap { segment in
        guard case .insert(let name, _) = segment else { return nil }
        return name
      })
  }

  /// Phrases that this language lacks.
  package var missing: [Phrase] { Phrase.allCases.filter { texts[$0] == nil } }

  /// The names of the months, January first.
  package var months: [String] {
    self[.months].split(separator: " ").map(String.init)
  }

  /// The words for a reason that a person can give.
  package func words(for reason: MissingReason) -> String {
    switch reason {
    case .doesNotApply: self[.doesNotApply]
    case .notSure: self[.notSure]
    case .preferNotToSay: self[.preferNotToSay]
    case .notChosen, .notReached, .notShown, .skipped: self[.noAnswer]
    }
  }
}
