import AttuneDiagnostics

extension Fix {
  /// The nearest of `names`, where one is near.
  static func didYouMean(_ name: Name, among names: some Sequence<String>) -> [Fix] {
    guard let nearest = nearestName(to: name.value, among: names.sorted()) else { return [] }
    return [
      Fix(.likely, "did you mean \"\(nearest)\"?", edits: [.init(name.range, with: nearest)])
    ]
  }

  /// A new line under a heading.
  static func addLine(
    _ confidence: Confidence, _ line: String, under heading: Heading
  ) -> Fix {
    let end = SourceRange(heading.range.upper, heading.range.upper)
    return Fix(confidence, "add: \(line)", edits: [.init(end, with: "\n  \(line)")])
  }
}
