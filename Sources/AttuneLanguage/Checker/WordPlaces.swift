import AttuneDiagnostics

extension Written<String> {
  /// The single words in the words, in small letters, each with its place.
  var parts: [Name] {
    var parts: [Name] = []
    var offset = range.lower
    var start = offset
    var word = ""
    func flush() {
      if !word.isEmpty { parts.append(Name(word, at: SourceRange(start, offset))) }
      word = ""
    }
    for character in value {
      if character.isLetter || character.isNumber || "-'\u{2019}".contains(character) {
        if word.isEmpty { start = offset }
        word += character == "\u{2019}" ? "'" : character.lowercased()
      } else {
        flush()
      }
      offset += character.utf8.count
    }
    flush()
    return parts
  }
}
