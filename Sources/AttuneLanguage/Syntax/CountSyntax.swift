/// What one answer is worth in an index: `2 as 50`.
struct CountSyntax: Sendable, Hashable {
  /// A code, or the name of a choice.
  var value: Name
  var worth: Written<Double>
}
