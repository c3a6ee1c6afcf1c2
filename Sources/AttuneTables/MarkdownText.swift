extension String {
  /// The text with nothing in it that Markdown or the HTML below it would obey.
  package var inMarkdown: String {
    var result = ""
    for character in inert {
      if "\\`*_[]<>|#".contains(character) { result.append("\\") }
      result.append(character)
    }
    return result
  }
}
