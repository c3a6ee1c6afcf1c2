import AttuneInstrument

extension TextPlace {
  /// The block as people call it: `item heard`, `the information`.
  var blockWords: String {
    if block == .instrument { return "the instrument itself" }
    return name.map { "\(block.rawValue) \($0)" } ?? "the \(block.rawValue)"
  }

  /// The line as people call it: `ask worker`, `3 =`.
  var lineWords: String { line == .choice ? spelling : String(spelling.dropLast()) }
}

extension InsertText {
  /// The names between braces.
  var insertNames: Set<String> {
    Set(
      segments.compactMap { segment in
        guard case .insert(let name, _) = segment else { return nil }
        return name
      })
  }
}

/// At most `count` of `words`, and how many more there are.
func listed(_ words: [String], atMost count: Int) -> String {
  let shown = words.prefix(count).joined(separator: ", ")
  return words.count > count ? "\(shown) and \(words.count - count) more" : shown
}
