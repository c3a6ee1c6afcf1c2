public import AttuneData
import AttuneNumerics

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Estimates how far two scores rise together, along any line that only rises.
///
///     rho = Pearson's r of the ranks, ties sharing the mean of their places
///
/// From -1 to 1, without a unit. It supposes order alone, so that it suits scores of few steps and
/// shrugs off a far-off case.
///
/// Up to 9 cases p is exact: the share of all orders of the ranks, ties kept, whose rho is as far
/// from 0. Above, it is that of t with n - 2 degrees of freedom, as in R where there are ties;
/// without ties, R uses an Edgeworth series up to 1289 cases. Of a perfect rho t would be infinite and
/// p 0; there p is exact for any number of cases, 2 / n! without ties.
///
/// - Input: Pairs, `n >= 2`, both varying; an interval takes 4.
/// - Cautions: `few-cases`, `wide-interval`.
/// - Sources: Spearman (1904); interval, Bonett & Wright (2000).
/// - Checked against: R 4.2.2 `cor.test`, scipy 1.17.1 `permutation_test`; see `CorrelationTests`.
/// - Throws: `StatisticsError.tooFew`, `.noVariance`.
public struct SpearmanCorrelation: Procedure {
  public static let about = Method(
    "spearman", "Spearman's rank correlation",
    sources: ["doi:10.2307/1412159", "doi:10.1007/BF02294183"])

  public var level = ConfidenceLevel.percent95
  public var interval = CorrelationInterval.fisher
  /// For a bootstrap interval.
  public var resampling = Resampling()

  /// Up to how many cases p is exact.
  private static let mostForExact = 9

  public init() {}

  public func apply(to pairs: Pairs) throws(StatisticsError) -> Correlation {
    try pairs.requireVariation()
    guard let rho = Self.rho(pairs.values.first, pairs.values.second) else {
      throw .noVariance(in: "one of the scores")
    }
    let n = pairs.caseCount
    let ranks = GroupPair(midranks(pairs.values.first), midranks(pairs.values.second))
    let exact =
      n <= Self.mostForExact
      ? RankOrders(ranks.first, ranks.second).shareAsFar : shareOfPerfectOrders(ranks)
    let test: Correlation.Test =
      if let exact { .exact(exact) } else { try .byT(rho, n: n) }
    return Correlation(
      Self.about, of: pairs, estimate: rho,
      interval: Result { () throws(StatisticsError) in
        try interval.limits(
          around: rho, of: pairs, by: { Self.rho($0, $1) },
          standardError: { () throws(StatisticsError) in
            guard n > 3 else { throw .tooFew(.cases, found: n, needed: 4) }
            return ((1 + rho * rho / 2) / Double(n - 3)).squareRoot()
          }, level: level, resampling: resampling)
      },
      intervalMethod: interval.note("Bonett-Wright interval", level, resampling),
      test: test)
  }

  private static func rho(_ x: [Double], _ y: [Double]) -> Double? {
    pearson(midranks(x), midranks(y))
  }
}

extension Correlation.Test {
  fileprivate static func exact(_ pValue: Double) -> Correlation.Test {
    let none = Quantity.unavailable("p is exact and needs none")
    return Correlation.Test(
      statistic: none, degreesOfFreedom: none, pValue: .value(pValue),
      words: "p: exact, over all orders of the ranks, ties kept")
  }
}

/// The share of all orders of ranks whose correlation is 1 or -1, where that of these is; nil where it
/// is not.
///
///     product of t! / n!        t: cases that tie; twice that where ties lie alike from both ends
private func shareOfPerfectOrders(_ ranks: GroupPair<[Double]>) -> Double? {
  let reversed = ranks.first.map { Double(ranks.first.count + 1) - $0 }
  guard ranks.second == ranks.first || ranks.second == reversed else { return nil }
  let ties = DistinctValues(ranks.first).counts
  let factorials = LogFactorials(upTo: ranks.first.count)
  let share = exp(ties.reduce(-factorials[ranks.first.count]) { $0 + factorials[$1] })
  return ties == ties.reversed() ? 2 * share : share
}

/// All orders of one set of ranks beside another, by the sum of products that each gives.
///
/// The sums are built up rank by rank over the subsets of what was not yet used, which counts
/// every order without walking through it.
struct RankOrders {
  /// The share of the orders whose correlation is at least as far from 0 as that of the ranks.
  let shareAsFar: Double

  init(_ left: [Double], _ right: [Double]) {
    // Twice a rank is whole.
    let (a, b) = (left.map { Int(2 * $0) }, right.map { Int(2 * $0) })
    let n = a.count
    let observed = zip(a, b).reduce(0) { $0 + $1.0 * $1.1 }
    let expected = a.reduce(0, +) * b.reduce(0, +)
    var ways = Array(repeating: [Int: Int](), count: 1 << n)
    ways[0] = [0: 1]
    for used in 0..<(1 << n) {
      let row = used.nonzeroBitCount
      for next in 0..<n where used & (1 << next) == 0 {
        for (sum, count) in ways[used] {
          ways[used | 1 << next][sum + a[row] * b[next], default: 0] += count
        }
      }
      if row < n { ways[used] = [:] }
    }
    let all = ways[(1 << n) - 1]
    // n times the sum, less its mean over all orders, is whole too.
    let far = abs(n * observed - expected)
    let asFar = all.reduce(0) { $0 + (abs(n * $1.key - expected) >= far ? $1.value : 0) }
    shareAsFar = Double(asFar) / Double(all.values.reduce(0, +))
  }
}
