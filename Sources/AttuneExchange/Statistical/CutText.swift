extension String {
  /// The text in at most `limit` bytes of UTF-8: whole, or cut between characters with `…` at its
  /// end.
  func cut(toBytes limit: Int) -> String {
    guard utf8.count > limit else { return self }
    var bytes = 3
    var kept = ""
    for character in self {
      bytes += character.utf8.count
      guard bytes <= limit else { break }
      kept.append(character)
    }
    return kept + "…"
  }

  /// The text in at most `limit` characters, as Unicode counts them.
  func cut(toScalars limit: Int) -> String {
    guard unicodeScalars.count > limit else { return self }
    return String(String.UnicodeScalarView(unicodeScalars.prefix(limit - 1))) + "…"
  }

  /// The text in lines of at most `limit` bytes (four or more), broken between words where there are
  /// any.
  func lines(ofBytes limit: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in split(whereSeparator: { $0.isWhitespace }) {
      var word = String(word)
      if !line.isEmpty, line.utf8.count + 1 + word.utf8.count <= limit {
        line += " " + word
        continue
      }
      if !line.isEmpty { lines.append(line) }
      while word.utf8.count > limit {
        var piece = ""
        while let next = word.unicodeScalars.first,
          piece.utf8.count + UTF8.width(next) <= limit
        {
          piece.unicodeScalars.append(word.unicodeScalars.removeFirst())
        }
        lines.append(piece)
      }
      line = word
    }
    return line.isEmpty ? lines : lines + [line]
  }
}
