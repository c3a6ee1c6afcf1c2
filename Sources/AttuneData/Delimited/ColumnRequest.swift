/// Which columns of a delimited text are wanted, and as what; the rest may hold anything.
public struct ColumnRequest: Sendable, Hashable {
  /// Columns of scores.
  public var scores: [String]
  /// Columns of names, such as groups, kept as text.
  public var levels: [String]

  public init(scores: [String] = [], levels: [String] = []) {
    self.scores = scores
    self.levels = levels
  }
}
