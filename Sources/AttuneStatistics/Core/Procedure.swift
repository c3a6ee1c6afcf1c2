public import AttuneTables

/// A published method: a value whose properties are its options, applied to complete data.
public protocol Procedure: Codable, Sendable {
  associatedtype Input
  associatedtype Outcome: Tabular & Sendable

  /// Name and sources of the method.
  static var about: Method { get }

  /// Creates the method with the field's customary options.
  init()

  /// Applies the method to data that already satisfy their missing-data policy.
  func apply(to input: Input) throws(StatisticsError) -> Outcome
}
