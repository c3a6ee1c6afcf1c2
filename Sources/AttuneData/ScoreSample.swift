/// The values of one item or score that are there, and how many are missing.
public struct ScoreSample: Sendable, Hashable {
  public let name: String
  /// In the order of the cases.
  public let values: [Double]
  public let missing: Int
  /// The lowest and highest value that could be had, where they are declared.
  public let range: ClosedRange<Double>?

  /// Every value is finite or missing.
  public init(name: String, values: [Double?], range: ClosedRange<Double>? = nil) {
    self.name = name
    self.values = values.compactMap { $0 }
    missing = values.count - self.values.count
    self.range = range
  }
}
