/// The columns that were asked for, as read from one text.
public struct DataColumns: Sendable, Hashable {
  /// Every column of the text, in its order.
  public let columnNames: [String]
  public let caseCount: Int
  /// The columns of scores, in the order asked for.
  public let scores: ItemScores
  /// The columns of names, under their column's name.
  public let levels: [String: Levels]

  init(columnNames: [String], caseCount: Int, scores: ItemScores, levels: [String: Levels]) {
    self.columnNames = columnNames
    self.caseCount = caseCount
    self.scores = scores
    self.levels = levels
  }
}

/// A column of names, each distinct name kept once.
public struct Levels: Sendable, Hashable {
  /// In the order in which they first appear.
  public let names: [String]
  /// For each case the index of its name, or -1 where it is missing.
  let codes: [Int32]

  init(names: [String], codes: [Int32]) {
    self.names = names
    self.codes = codes
  }

  /// The name of each case, or `nil` where it is missing.
  public var values: [String?] { codes.map { $0 < 0 ? nil : names[Int($0)] } }
}
