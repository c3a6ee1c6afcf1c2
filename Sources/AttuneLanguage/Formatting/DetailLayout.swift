import AttuneDiagnostics

/// Lays out one line below a heading.
struct DetailLayout {
  /// The detail's word as it is listed; `>` for words to read, `=` for a choice.
  let spelling: String
  private let head: String
  private let text: String
  /// The names of a list; `nil` for every other line.
  private var names: [String]?

  init(_ line: Line, in kind: BlockKind, _ source: ByteText) {
    self = kind.syntax.layout(of: line, in: source)
  }

  /// Lays out a line of a translation: the words that begin it, and the words that people read.
  init(translated line: Line, _ source: ByteText) {
    let word = source.folded(line.head)
    self.init(
      word, head: word + (line.kind == .choice ? " =" : ":"),
      text: line.text.map(source.words) ?? "")
  }

  fileprivate init(_ spelling: String, head: String, text: String, names: [String]? = nil) {
    self.spelling = spelling
    self.head = head
    self.text = text
    self.names = names
  }

  /// The line; for a list of more than 80 columns, a line for each of its names.
  var lines: [String] {
    guard let names else { return [text.isEmpty ? head : "\(head) \(text)"] }
    let line = "\(head) \(names.joined(separator: ", "))"
    return line.count <= 78 ? [line] : names.map { "\(head) \($0)" }
  }

  /// Takes the names of another list of the same kind to the end of this one's.
  ///
  /// Returns whether the two are such lists.
  mutating func join(_ other: DetailLayout) -> Bool {
    guard names != nil, let more = other.names, head == other.head else { return false }
    names?.append(contentsOf: more)
    return true
  }
}

extension BlockSyntax {
  fileprivate static func layout(of line: Line, in source: ByteText) -> DetailLayout {
    let words = line.text.map(source.words) ?? ""
    switch line.kind {
    case .prose: return DetailLayout(">", head: ">", text: words)
    case .choice: return DetailLayout("=", head: source[line.head] + " =", text: words)
    case .blank, .comment, .heading, .detail, .unreadable: break
    }
    guard let (detail, argument) = vocabulary.find(source.folded(line.head), line.head, in: source)
    else { preconditionFailure("every line of a formatted file has been read") }
    let head = argument.map { source.head(of: detail, $0) } ?? detail.spelling
    guard let text = line.text, text.lower < text.upper else {
      return DetailLayout(detail.spelling, head: head + ":", text: "")
    }
    switch detail.content {
    case .words: return DetailLayout(detail.spelling, head: head + ":", text: words)
    case .value: return DetailLayout(detail.spelling, head: head + ":", text: source.spaced(text))
    case .names:
      let names = source.spaced(text).split(separator: ",").map { String($0.drop { $0 == " " }) }
      return DetailLayout(detail.spelling, head: head + ":", text: "", names: names)
    }
  }
}

extension ByteText {
  /// What stands before the colon where a name or a condition stands there too.
  fileprivate func head<Block>(of detail: Detail<Block>, _ argument: SourceRange) -> String {
    switch detail.argument {
    case .none: detail.spelling
    case .optionalName, .name: "\(detail.spelling) \(folded(argument))"
    case .condition: "\(detail.spelling) \(spaced(argument))"
    case .leadingName: "\(folded(argument)) when"
    }
  }

  /// The words and marks of `range` with one space between words.
  func spaced(_ range: SourceRange) -> String {
    var result = ""
    for token in tokens(range) {
      let isClose = token.folded == "," || token.folded == ")"
      if !result.isEmpty, !isClose, !result.hasSuffix("(") { result += " " }
      result += self[token.range]
    }
    return result
  }
}
