/// A sum of doubles as if in twice the precision: what each addition rounds off is kept and added
/// last.
///
/// After Neumaier (1974, doi:10.1002/zamm.19740540106).
public struct CompensatedSum {
  private var sum = 0.0
  private var lost = 0.0

  public init() {}

  public static func += (total: inout CompensatedSum, value: Double) {
    let next = total.sum + value
    total.lost +=
      total.sum.magnitude >= value.magnitude
      ? (total.sum - next) + value : (value - next) + total.sum
    total.sum = next
  }

  public var value: Double { sum + lost }
}
