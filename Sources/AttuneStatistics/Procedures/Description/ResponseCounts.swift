public import AttuneData
public import AttuneTables

/// Counts how often each answer was given.
///
/// Every value of a declared range of whole numbers has its row, chosen or not, and so has every
/// other value that is there. Percentages are of the values that are there.
///
/// - Input: Values of one item, at least one, not more than 25 different ones.
/// - Checked against: R 4.2.2 `table`; see `ResponseCountsTests`.
/// - Throws: `StatisticsError.undetermined`.
public struct ResponseCounts: Procedure {
  public static let about = Method("responses", "Responses", sources: [])

  public init() {}

  public struct Outcome: Sendable, Hashable {
    /// In rising order of their values.
    public let responses: [Response]
    /// How many values there are.
    public let count: Int
  }

  public struct Response: Sendable, Hashable {
    public let value: Double
    public let count: Int
  }

  private static let mostValues = 25

  public func apply(to sample: ScoreSample) throws(StatisticsError) -> Outcome {
    guard !sample.values.isEmpty else { throw .undetermined("there are no values") }
    var counts: [Double: Int] = [:]
    for value in sample.values { counts[value, default: 0] += 1 }
    for value in Self.declared(sample.range) { counts[value, default: 0] += 0 }
    guard counts.count <= Self.mostValues else {
      throw .undetermined("there are more than \(Self.mostValues) different values")
    }
    return Outcome(
      responses: counts.sorted { $0.key < $1.key }.map { Response(value: $0.key, count: $0.value) },
      count: sample.values.count)
  }

  /// The values of a range of few whole numbers.
  private static func declared(_ range: ClosedRange<Double>?) -> [Double] {
    guard let range, let low = Int(exactly: range.lowerBound),
      let high = Int(exactly: range.upperBound), high - low < mostValues
    else { return [] }
    return (low...high).map(Double.init)
  }
}

extension ResponseCounts.Outcome: Tabular {
  public var tables: [Table] {
    [
      Table(
        ResponseCounts.about.id, title: ResponseCounts.about.title,
        columns: [.value, .cases, .percent],
        rows: responses.map { response in
          [
            Int(exactly: response.value).map { .count($0) } ?? .real(response.value),
            .count(response.count), .real(100 * Double(response.count) / Double(count)),
          ]
        },
        notes: ["Percentages are of the values that are there."])
    ]
  }
}

extension Column {
  fileprivate static let value = Column("value", "value", .number)
  fileprivate static let percent = Column("percent", "%", .number)
}
