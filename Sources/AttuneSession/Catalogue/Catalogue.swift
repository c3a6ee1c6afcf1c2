package import AttuneInstrument

/// The words that the engine and its faces say themselves, in one language.
///
/// The instrument's words stand in the instrument. A second language is a second value of this
/// type with a text for every `Phrase`.
public struct Catalogue: Sendable, Hashable {
  /// A BCP 47 tag: `en-GB`.
  public let language: String
  private let texts: [Phrase: String]

  package init(language: String, texts: [Phrase: String]) {
    self.language = language
    self.texts = texts
  }

  /// The words of `phrase`, with `inserts` filled in.
  package subscript(_ phrase: Phrase, inserts: [String: String] = [:]) -> String {
    InsertText(texts[phrase] ?? phrase.rawValue).filled { inserts[$0] }
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
