import AttuneDiagnostics

extension Fix {
  /// The nearest of `names`; where none is near, another way on.
  ///
  /// A rule that may find many unknown names asks `Guesses`.
  static func didYouMean(
    _ name: Name, among names: some Sequence<String>, otherwise: String? = nil
  ) -> [Fix] {
    var guesses = Guesses(among: names)
    return guesses.fixes(for: name, otherwise: otherwise)
  }

  /// A new line under a heading.
  static func addLine(
    _ confidence: Confidence, _ line: String, under heading: Heading
  ) -> Fix {
    let end = SourceRange(heading.range.upper, heading.range.upper)
    return Fix(confidence, "add: \(line)", edits: [.init(end, with: "\n  \(line)")])
  }
}

extension [String] {
  /// The first dozen, for a sentence: `north, south, east`.
  var listed: String {
    let shown = prefix(12).joined(separator: ", ")
    return count > 12 ? shown + " and \(count - 12) more" : shown
  }
}
