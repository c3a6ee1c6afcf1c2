#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The distribution of the first count of a fourfold table whose margins are fixed.
///
///     P(X = x) proportional to choose(row, x) * choose(n - row, column - x) * psi^x
///
/// Fisher's noncentral hypergeometric distribution; with an odds ratio psi of 1 the hypergeometric.
///
/// - Sources: Fisher (1935, doi:10.2307/2342435); Cornfield (1956).
/// - Checked against: mpmath 1.3.0 and R 4.2.2 `fisher.test`; see `FisherExactTestTests`.
public struct FourfoldCount: Sendable {
  /// The counts that the margins allow.
  public let range: ClosedRange<Int>
  /// The logarithms of the weights at an odds ratio of 1, the greatest being 0.
  private let logWeights: [Double]

  /// The first row's total, the first column's, and everybody.
  public init(row: Int, column: Int, total n: Int) {
    precondition(0...n ~= row && 0...n ~= column, "margins are parts of the total")
    range = max(0, row + column - n)...min(row, column)
    let factorials = LogFactorials(upTo: n)
    let weights = range.map { x in
      -factorials[x] - factorials[row - x] - factorials[column - x]
        - factorials[n - row - column + x]
    }
    let greatest = weights.max() ?? 0
    logWeights = weights.map { $0 - greatest }
  }

  /// The probability of each count of `range`, where the logarithm of the odds ratio is `logOdds`.
  public func probabilities(logOdds: Double = 0) -> [Double] {
    let tilted = zip(range, logWeights).map { $1 + Double($0 - range.lowerBound) * logOdds }
    let greatest = tilted.max() ?? 0
    let weights = tilted.map { exp($0 - greatest) }
    let sum = weights.reduce(0, +)
    return weights.map { $0 / sum }
  }

  /// The probability of at most `x`.
  public func lowerTail(_ x: Int, logOdds: Double = 0) -> Double {
    min(1, zip(range, probabilities(logOdds: logOdds)).reduce(0) { $1.0 <= x ? $0 + $1.1 : $0 })
  }

  /// The probability of at least `x`.
  public func tail(from x: Int, logOdds: Double = 0) -> Double {
    min(1, zip(range, probabilities(logOdds: logOdds)).reduce(0) { $1.0 >= x ? $0 + $1.1 : $0 })
  }

  private func mean(logOdds: Double) -> Double {
    zip(range, probabilities(logOdds: logOdds)).reduce(0) { $0 + Double($1.0) * $1.1 }
  }

  /// The odds ratio under which `x` is the mean: the most likely one given the margins.
  ///
  /// `x` lies inside `range`; at its ends the likelihood only rises, to 0 or without end.
  public func mostLikelyOddsRatio(at x: Int) throws(NumericsError) -> Double {
    try oddsRatio { mean(logOdds: $0) - Double(x) }
  }

  /// The odds ratio under which at most `x` has the probability `p`; `x` lies below the last count.
  public func oddsRatio(lowerTail p: Double, at x: Int) throws(NumericsError) -> Double {
    let p = try probability(p, of: "the limit of an odds ratio")
    return try oddsRatio { p - lowerTail(x, logOdds: $0) }
  }

  /// The odds ratio under which at least `x` has the probability `p`; `x` lies above the first
  /// count.
  public func oddsRatio(tail p: Double, from x: Int) throws(NumericsError) -> Double {
    let p = try probability(p, of: "the limit of an odds ratio")
    return try oddsRatio { tail(from: x, logOdds: $0) - p }
  }

  /// Where `rising` is 0, along the logarithm of the odds ratio.
  private func oddsRatio(_ rising: (Double) -> Double) throws(NumericsError) -> Double {
    var (low, high) = (-1.0, 1.0)
    while rising(low) > 0, low > -700 { low *= 2 }
    while rising(high) < 0, high < 700 { high *= 2 }
    return exp(try root(of: { value throws(NumericsError) in rising(value) }, from: low, to: high))
  }
}
