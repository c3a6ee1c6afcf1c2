import AttuneDiagnostics
import AttuneInstrument
import AttuneSession

/// An instrument as it is asked: in its own language, or in that of a translation beside it.
///
/// Answers are bound to `instrument`, whatever the language; `shown` has the words.
struct AskedInstrument {
  let instrument: Instrument
  let text: SourceText
  /// The instrument in the words of a translation, and the translation's file.
  private(set) var translated: (instrument: Instrument, text: String)?
  /// What the translation says of who made and checked it.
  private var translator: String?
  /// What people who answer would read in the instrument's own language.
  private(set) var gaps: [PlacedText] = []

  var shown: Instrument { translated?.instrument ?? instrument }

  /// The words of the engine for the language that is shown; British English where there are none.
  var catalogue: Catalogue { .speaking(shown.language) ?? .britishEnglish }

  /// `language` is `nil` for the instrument's own.
  init(_ instrument: Instrument, _ text: SourceText, in language: String?) throws {
    self.instrument = instrument
    self.text = text
    guard let language, language.lowercased() != instrument.language.lowercased() else { return }
    let files = TranslationFiles(beside: text.name)
    let (translation, translationText) = try files.translation(of: instrument, into: language)
    translated = (instrument.translated(by: translation), translationText.content)
    translator = translation.translator
    gaps = translation.untranslated(in: instrument).filter(\.place.isReadWhileAnswering)
  }

  /// As it was shown when a session began, in the words kept with the answers.
  init(_ instrument: Instrument, _ text: SourceText, keptTranslation: Instrument?) {
    self.instrument = instrument
    self.text = text
    translated = keptTranslation.map { ($0, "") }
  }

  /// Says what a facilitator should know about the language before a person sits down.
  func sayWhatIsUnchecked() {
    let language = shown.language
    if !gaps.isEmpty {
      let texts = gaps.count == 1 ? "1 text is" : "\(gaps.count) texts are"
      say("attune: \(texts) not translated into '\(language)' yet; I show the instrument's words.")
    }
    if let translator { say("attune: the translation says of itself: \(translator.inert)") }
    switch Catalogue.speaking(language) {
    case nil:
      say("attune: I have no words of my own in '\(language)' yet; I shall use English ones.")
    case let catalogue?:
      if catalogue.isDraft {
        say("attune: my own words in '\(language)' are a draft that nobody has checked yet.")
      }
    }
  }
}

extension Instrument {
  /// The instrument of a file in the words of `language`: its own, or those of the translation
  /// beside it.
  ///
  /// The text is the instrument's own file. `nil` is the instrument's own language.
  static func load(_ path: String, language: String?) throws -> (Instrument, SourceText) {
    let (instrument, text) = try load(path)
    return (try AskedInstrument(instrument, text, in: language).shown, text)
  }
}
