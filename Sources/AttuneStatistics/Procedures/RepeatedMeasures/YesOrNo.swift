import AttuneData
import AttuneNumerics

/// Which of two answers counts as *yes*: the higher one.
struct YesOrNo: Hashable {
  let yes: Double

  /// Two different values at most, of which the higher is counted.
  init(_ values: [[Double]]) throws(StatisticsError) {
    let found = Set(values.joined()).sorted()
    guard let highest = found.last else { throw .tooFew(.cases, found: 0, needed: 1) }
    guard found.count <= 2 else {
      throw .undetermined(
        "it is for answers of two kinds, and there are \(found.count) different values")
    }
    guard found.count == 2 else { throw .noVariance(in: "the answer") }
    yes = highest
  }

  func isYes(_ value: Double) -> Bool { value == yes }

  /// For notes: `1`.
  var words: String { Int(exactly: yes).map(String.init) ?? "\(yes)" }
}

/// How many of some people said yes, with Wilson's interval of the share.
///
/// - Sources: Wilson (1927), doi:10.1080/01621459.1927.10502953.
public struct ShareOfYes: Sendable, Hashable {
  public let count: Int
  public let n: Int
  public let interval: ConfidenceInterval

  public var share: Double { Double(count) / Double(n) }

  /// Of at least one person.
  init(_ count: Int, of people: Int, level: ConfidenceLevel) throws(StatisticsError) {
    let z = try level.normalReach()
    let (n, p) = (Double(people), Double(count) / Double(people))
    let middle = (p + z * z / (2 * n)) / (1 + z * z / n)
    let reach = z / (1 + z * z / n) * (p * (1 - p) / n + z * z / (4 * n * n)).squareRoot()
    self.count = count
    self.n = people
    // The ends of nobody and of everybody are known.
    interval = ConfidenceInterval(
      level: level, lower: count == 0 ? 0 : middle - reach,
      upper: count == people ? 1 : middle + reach)
  }
}
