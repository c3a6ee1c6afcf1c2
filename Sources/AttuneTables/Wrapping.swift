extension String {
  /// The text in lines within `width`, the first after `bullet` and the rest indented as far; a
  /// word that is longer stands on a line of its own.
  package func wrapped(to width: Int, bullet: String = "") -> String {
    let indent = String(repeating: " ", count: bullet.displayWidth)
    var lines = [bullet]
    var used = indent.count
    var isFirstWord = true
    for word in split(separator: " ") {
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
}
