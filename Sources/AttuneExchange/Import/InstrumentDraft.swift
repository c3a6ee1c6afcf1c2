/// A questionnaire from another program's file, on its way to an instrument's text.
///
/// What nobody but the team can know stands in `[write here: …]`, which the checker names.
public struct InstrumentDraft: Sendable {
  struct Choice: Sendable, Hashable {
    /// A number to type, or a name.
    var key: String
    var words: String
  }

  enum Answer: Sendable, Hashable {
    /// One of these; on a scale where every key is a number.
    case chooseOne([Choice])
    case chooseAny([Choice])
    case number(low: Double?, high: Double?)
    case slider(low: Double, high: Double, left: String, right: String)
    case text(severalLines: Bool)
    case date(String)
  }

  struct Item: Sendable {
    /// As in the file; settled when the text is written.
    var name: String
    var words: String
    var answer: Answer
    var help = ""
    var unit = ""
    var offered: [String] = []
    /// The item and the answer to it that this one waits for, both as in the file.
    var showWhen: (item: String, answer: String)?
  }

  struct Section: Sendable {
    var title: String
    var paragraphs: [String] = []
    var items: [Item] = []
  }

  struct Construct: Sendable {
    var name: String
    var title: String
    var items: [String]
    var reversed: [String] = []
    /// `mean`, `sum`.
    var rule: String
  }

  var name: String
  var title: String
  var version = "0.1.0"
  var language = "en-GB"
  var author = ""
  var licence = ""
  var sources: [String] = []
  var information: [String] = []
  var sections: [Section] = []
  var constructs: [Construct] = []
  public internal(set) var losses = Losses()

  init(name: String, title: String) {
    self.name = name
    self.title = title
  }
}

extension String {
  /// The text as one line of an instrument: no markup, no control characters, braces as braces.
  var asInstrumentWords: String {
    let visible = unicodeScalars.filter { scalar in
      !scalar.isInvisible && scalar.properties.generalCategory != .privateUse
        && (scalar.value >= 0x20 || scalar == "\n" || scalar == "\t" || scalar == "\r")
    }
    var words = String(String.UnicodeScalarView(visible))
      .split { $0.isWhitespace }.joined(separator: " ")
    words = words.replacing("{", with: "{{").replacing("}", with: "}}")
    return words
  }

  /// Without tags such as `<b>`, and with `&lt;` and its kin as characters.
  var withoutTags: String {
    guard contains("<") || contains("&") else { return self }
    return replacing(/<\/?[A-Za-z][^<>]*>/, with: " ").replacing("&lt;", with: "<")
      .replacing("&gt;", with: ">").replacing("&#91;", with: "[").replacing("&#93;", with: "]")
      .replacing("&quot;", with: "\"").replacing("&#39;", with: "'").replacing("&amp;", with: "&")
  }
}
