import AttuneDiagnostics
import AttuneInstrument

/// A translation's file as written: blocks in order, nothing looked up, lines kept.
struct TranslationSyntax: Sendable {
  var blocks: [TranslationBlock] = []
  /// Below the last line.
  var lastComments: [String] = []

  /// The block that says what the file is.
  var translation: TranslationBlock? { blocks.first { $0.heading.kind == .translation } }
}

/// A block that mirrors one of the instrument's: `item heard`, and its lines in two languages.
///
/// The first block mirrors the instrument's own and says what the file is.
struct TranslationBlock: Sendable {
  var heading: Heading
  /// Above the heading and above lines that translate nothing.
  var comments: [String] = []
  var lines: [TranslatedLine] = []
  var details: TranslationDetails

  init(heading: Heading) {
    self.heading = heading
    details = TranslationDetails(heading: heading)
  }

  /// The block of the instrument that it mirrors.
  var kind: TextPlace.Block { heading.kind.mirrored ?? .instrument }

  /// The name of that block; `nil` for those that need none.
  var placeName: String? { heading.kind == .translation ? nil : heading.name?.value }

  func place(of line: TranslatedLine) -> TextPlace {
    TextPlace(kind, placeName, line.line, line.argument)
  }
}

/// The words of the instrument, and what they are in the other language.
struct TranslatedLine: Sendable {
  var line: TextPlace.Line
  var argument: String?
  /// What stands between `was` and the words.
  var key: SourceRange
  /// Above the two lines.
  var comments: [String] = []
  var was: Words
  /// `nil` while they are to be written.
  var words: Words?
  /// What stands before those words; `nil` where there is no line for them, not even a blank one.
  var wordsKey: SourceRange?
}

extension BlockKind {
  /// The kind of the instrument's block that one of a translation mirrors.
  var mirrored: TextPlace.Block? {
    self == .translation ? .instrument : TextPlace.Block(rawValue: rawValue)
  }
}
