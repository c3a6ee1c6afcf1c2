import AttuneDiagnostics

extension Fix {
  /// The nearest of `names`; where none is near, another way on.
  static func didYouMean(
    _ name: Name, among names: some Sequence<String>, otherwise: String? = nil
  ) -> [Fix] {
    guard let nearest = nearestName(to: name.value, among: names.sorted()) else {
      return otherwise.map { [Fix(.possible, $0)] } ?? []
    }
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
