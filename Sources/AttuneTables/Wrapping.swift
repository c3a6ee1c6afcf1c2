extension String {
  /// The text in lines within `width`, the first after `bullet` and the rest indented as far; a
  /// word that is longer stands on a line of its own. `95 %` is one word.
  package func wrapped(to width: Int, bullet: String = "") -> String {
    let indent = String(repeating: " ", count: bullet.displayWidth)
    var lines = [bullet]
    var used = indent.count
    var isFirstWord = true
    for word in wordsToWrap {
      if !isFirstWord, used + 1 + word.displayWidth > width {
        lines.append(indent)
        used = indent.count
        isFirstWord = true
      }
      lines[lines.count - 1] += isFirstWord ? String(word) : " " + word
      used += word.displayWidth + (isFirstWord ? 0 : 1)
      isFirstWord = false
    }
    return lines.map { $0 + "\n" }.joined()
  }

  /// A per cent sign stays with its number.
  private var wordsToWrap: [Substring] {
    var words: [Substring] = []
    for word in split(separator: " ") {
      if word.first == "%", let number = words.last, number.last?.isNumber == true {
        words[words.count - 1] = number + " " + word
      } else {
        words.append(word)
      }
    }
    return words
  }
}
