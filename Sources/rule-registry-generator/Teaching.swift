/// The teaching text of one code, as it stands in the documentation comments of the source.
struct Teaching {
  let code: String
  var levels: Set<String> = []
  var paragraphs: [Paragraph] = []

  enum Paragraph {
    case words(String)
    case example([String])
  }

  /// The first sentence, without its full stop.
  var title: String {
    guard case .words(let words)? = paragraphs.first else { return "" }
    return Self.split(words).first
  }

  /// Everything below the first sentence, wrapped for a terminal.
  var text: String {
    var rest = paragraphs
    if case .words(let words)? = rest.first {
      let more = Self.split(words).rest
      rest[0] = .words(more)
      if more.isEmpty { rest.removeFirst() }
    }
    return rest.map { paragraph in
      switch paragraph {
      case .words(let words): Self.wrapped(words)
      case .example(let lines): lines.map { "    " + $0 }.joined(separator: "\n")
      }
    }.joined(separator: "\n\n")
  }

  private static func split(_ words: String) -> (first: String, rest: String) {
    guard let end = words.firstRange(of: ". ") else {
      return (words.hasSuffix(".") ? String(words.dropLast()) : words, "")
    }
    return (String(words[..<end.lowerBound]), String(words[end.upperBound...]))
  }

  private static func wrapped(_ words: String) -> String {
    var lines = [""]
    for word in words.split(separator: " ") {
      if lines[lines.count - 1].isEmpty {
        lines[lines.count - 1] += word
      } else if lines[lines.count - 1].count + 1 + word.count <= 78 {
        lines[lines.count - 1] += " " + word
      } else {
        lines.append(String(word))
      }
    }
    return lines.joined(separator: "\n")
  }
}
