extension String {
  /// The text in lines within `width`, the first after `bullet` and the rest indented as far.
  ///
  /// A word that is longer stands on a line of its own. `95 %` is one word, and so is `p = .05`.
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

  /// A per cent sign stays with its number, and what a letter is with the letter.
  private var wordsToWrap: [Substring] {
    var words: [Substring] = []
    for word in split(separator: " ") {
      if word.first == "%", let number = words.last, number.last?.isNumber == true {
        words[words.count - 1] = number + " " + word
      } else if ["=", "<", ">"].contains(word), let letter = words.last, letter.count < 3 {
        words[words.count - 1] = letter + " " + word
      } else if let sign = words.last, sign.count > 2,
        [" =", " <", " >"].contains(where: sign.hasSuffix)
      {
        words[words.count - 1] = sign + " " + word
      } else {
        words.append(word)
      }
    }
    return words
  }
}
