extension String {
  /// The text in lines of at most `width` columns, the first after `first` and the rest after
  /// `rest`.
  package func wrapped(to width: Int, first: String = "", rest: String = "") -> [String] {
    var lines: [String] = []
    for paragraph in split(separator: "\n", omittingEmptySubsequences: false) {
      lines += Self.lines(
        of: paragraph, width: width, first: lines.isEmpty ? first : rest, rest: rest)
    }
    return lines
  }

  private static func lines(
    of paragraph: Substring, width: Int, first: String, rest: String
  ) -> [String] {
    var lines: [String] = []
    var line = first
    var used = first.displayWidth
    var isEmpty = true
    func end() {
      lines.append(line)
      line = rest
      used = rest.displayWidth
      isEmpty = true
    }
    for word in paragraph.split(separator: " ") {
      let wide = word.displayWidth
      if !isEmpty, used + 1 + wide > width { end() }
      if !isEmpty {
        line += " "
        used += 1
      }
      isEmpty = false
      guard used + wide > width else {
        line += word
        used += wide
        continue
      }
      for character in word {
        if used + character.displayWidth > width {
          end()
          isEmpty = false
        }
        line.append(character)
        used += character.displayWidth
      }
    }
    return lines + [line]
  }
}
