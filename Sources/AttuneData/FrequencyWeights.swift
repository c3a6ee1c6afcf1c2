import AttuneNumerics

/// How many people each row of a table stands for.
///
/// Frequency weights, and no other kind: a row with a weight of 3 is three people who gave the same
/// answers, so that every method counts them as three. They are whole numbers; 0 leaves a row out.
/// Weights that make a sample look like a population say something else, need other standard errors,
/// and are not taken here.
public struct FrequencyWeights: Sendable, Hashable {
  /// The column that they came from.
  public let name: String
  let counts: [Int]
  /// How many people there are in all.
  public let total: Int

  /// More people than this are refused before memory is.
  public static let most = 10_000_000

  /// - Throws: `DataError.badWeight`, `.tooManyPeople` or `.nobodyWeighted`.
  public init(name: String, values: [Double?]) throws(DataError) {
    var counts: [Int] = []
    counts.reserveCapacity(values.count)
    var total = 0
    for (row, value) in values.enumerated() {
      guard let value, value >= 0, let count = Int(exactly: value) else {
        throw .badWeight(column: name, row: row + 1, value: value)
      }
      guard count <= Self.most - total else {
        throw .tooManyPeople(column: name, most: Self.most)
      }
      total += count
      counts.append(count)
    }
    guard total > 0 else { throw .nobodyWeighted(column: name) }
    self.name = name
    self.counts = counts
    self.total = total
  }

  /// Each value as many times as its row stands for people.
  public func repeating<Value>(_ values: [Value]) -> [Value] {
    precondition(values.count == counts.count, "a weight for each value")
    var repeated: [Value] = []
    repeated.reserveCapacity(total)
    for (value, count) in zip(values, counts) {
      repeated.append(contentsOf: repeatElement(value, count: count))
    }
    return repeated
  }
}

extension ItemScores {
  /// The scores with each case as often as it stands for people: moments of these, counted in
  /// integers as ever, are the weighted ones.
  public func repeated(by weights: FrequencyWeights) -> ItemScores {
    precondition(weights.counts.count == caseCount, "a weight for each case")
    let repeated = ByteColumns(rowCount: weights.total, columnCount: itemCount) { first, stride in
      for column in 0..<itemCount {
        bytes.withColumn(column) { values in
          var next = first + column * stride
          for (value, count) in zip(values, weights.counts) {
            next.initialize(repeating: value, count: count)
            next += count
          }
        }
      }
    }
    return ItemScores(
      names: names, bytes: repeated, wide: wide.mapValues(weights.repeating), cautions: cautions)
  }
}
