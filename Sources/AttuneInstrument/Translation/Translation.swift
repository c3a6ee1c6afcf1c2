/// The words of an instrument in another language, each with the words that it translates.
///
/// A translation is bound to words, not to places: where the instrument says something else by now,
/// the translated line does not count, and people read the instrument's own words.
public struct Translation: Sendable, Hashable {
  /// The instrument's name.
  public var instrument: String
  /// A BCP 47 tag: `cy`.
  public var language: String
  /// The version of the instrument that was translated.
  public var fromVersion: String
  /// Who translated, and whether somebody checked it.
  public var translator: String?
  private var lines: [PlacedText: String] = [:]

  public init(
    of instrument: String, into language: String, fromVersion: String, translator: String? = nil
  ) {
    self.instrument = instrument
    self.language = language
    self.fromVersion = fromVersion
    self.translator = translator
  }

  /// What `text` is in this language; `nil` where it has not been translated as it is now.
  public subscript(text: PlacedText) -> String? {
    get { lines[text.asCompared] }
    set { lines[text.asCompared] = newValue }
  }

  /// What people would read in the instrument's own words, in the order of the file.
  public func untranslated(in instrument: Instrument) -> [PlacedText] {
    guard instrument.name == self.instrument else { return instrument.texts }
    return instrument.texts.filter { self[$0] == nil }
  }
}

extension Instrument {
  /// The instrument in the words of a translation; where those are missing or out of date, in its
  /// own.
  ///
  /// Names, codes, conditions, scoring and plans stay as they are, so that answers mean the same.
  /// A translation of another instrument changes nothing.
  public func translated(by translation: Translation) -> Instrument {
    guard translation.instrument == name else { return self }
    let rewriting = TextRewriting { place, words in
      translation[PlacedText(words, at: place)] ?? words
    }
    var instrument = rewriting.rewritten(self)
    instrument.language = translation.language
    return instrument
  }

  /// Every text that people read, in the order of the file, each once.
  public var texts: [PlacedText] {
    var seen: Set<PlacedText> = []
    var texts: [PlacedText] = []
    let rewriting = TextRewriting { place, words in
      let text = PlacedText(words, at: place)
      if seen.insert(text).inserted { texts.append(text) }
      return words
    }
    _ = rewriting.rewritten(self)
    return texts
  }
}

extension PlacedText {
  /// Whether the two are the same words at the same place.
  ///
  /// What an editor changes by itself makes no difference: typeset quotes and dashes, and the width
  /// of blanks.
  public func says(_ other: PlacedText) -> Bool { asCompared == other.asCompared }

  fileprivate var asCompared: PlacedText {
    var plain = ""
    for scalar in words.unicodeScalars {
      switch scalar {
      case "\u{2018}", "\u{2019}": plain += "'"
      case "\u{201C}", "\u{201D}": plain += "\""
      case "\u{2013}", "\u{2014}", "\u{2212}": plain += "-"
      case "\u{2026}": plain += "..."
      case " ", "\t", "\u{A0}", "\u{202F}": if !plain.hasSuffix(" ") { plain += " " }
      default: plain.unicodeScalars.append(scalar)
      }
    }
    return PlacedText(plain, at: place)
  }
}
