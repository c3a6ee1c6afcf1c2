/// Which columns of a delimited text are wanted, and as what; the rest may hold anything.
public struct ColumnRequest: Sendable, Hashable {
  /// Columns of scores.
  public let scores: [String]
  /// Columns of names, such as groups, kept as text.
  public let levels: [String]

  /// Each column once, however often it is asked for.
  public init(scores: [String] = [], levels: [String] = []) {
    self.scores = scores.withoutRepeats
    self.levels = levels.withoutRepeats
  }
}

extension [String] {
  /// The first of each, in their order.
  var withoutRepeats: [String] {
    var seen: Set<String> = []
    return filter { seen.insert($0).inserted }
  }
}
