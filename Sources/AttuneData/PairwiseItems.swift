public import AttuneNumerics
public import AttuneTables

/// Covariances and correlations of items, each of the cases that have a value on both of a pair.
///
///     covariance of x and y: (n * sum(xy) - sum(x) * sum(y)) / (n * (n - 1))    over those cases
///     correlation: the same, over the standard deviations of x and y on those cases
///
/// Every pair rests on cases of its own, so that together they need not be the covariances of any
/// people: a scale's variance may even come out negative. Whole numbers are counted exactly.
public struct PairwiseItems: Sendable, Hashable {
  public let names: [String]
  /// Of all values of each item.
  public let means: [Double]
  /// Its diagonal is of all values of each item.
  public let covariance: SymmetricMatrix
  /// With 1 on its diagonal.
  public let correlation: SymmetricMatrix
  /// How many cases the pairs have, from the smallest to the largest.
  public let pairCounts: ClosedRange<Int>
  /// The cases with at least one value are used.
  public let account: CaseAccount
  public let cautions: [Caution]

  public var itemCount: Int { names.count }

  /// The pairs of the items, those left out that have no variance.
  ///
  /// - Throws: `DataError.fewPairs` for two items that vary on fewer than two cases in common.
  public init(_ scores: ItemScores) throws(DataError) {
    var cautions = scores.cautions
    var kept: [Int] = []
    for item in 0..<scores.itemCount {
      let values = scores.column(item).compactMap { $0 }
      if scores.caseCount > 0, values.isEmpty {
        cautions.append(.leftOut(scores.names[item], because: .allMissing))
      } else if values.count > 1, values.allSatisfy({ $0 == values[0] }) {
        cautions.append(.leftOut(scores.names[item], because: .constant))
      } else {
        kept.append(item)
      }
    }
    names = kept.map { scores.names[$0] }
    self.cautions = cautions

    var pairs: [Pair] = []
    for i in kept.indices {
      for j in 0...i {
        let pair = Pair(scores, kept[i], kept[j])
        guard pair.varies else { throw .fewPairs(names[i], names[j], count: pair.count) }
        pairs.append(pair)
      }
    }
    func pair(_ i: Int, _ j: Int) -> Pair { pairs[i * (i + 1) / 2 + j] }
    means = kept.indices.map { pair($0, $0).mean }
    covariance = SymmetricMatrix(size: kept.count) { pair($0, $1).covariance }
    correlation = SymmetricMatrix(size: kept.count) { $0 == $1 ? 1 : pair($0, $1).correlation }
    let counts = kept.indices.flatMap { i in (0..<i).map { pair(i, $0).count } }
    pairCounts = (counts.min() ?? 0)...(counts.max() ?? 0)

    var isUsed = Array(repeating: false, count: scores.caseCount)
    var missing: [CaseAccount.Missing] = []
    for item in 0..<scores.itemCount {
      let column = scores.column(item)
      let absent = column.count { $0 == nil }
      if absent > 0 { missing.append(CaseAccount.Missing(scores.names[item], absent)) }
      guard kept.contains(item) else { continue }
      for row in column.indices where column[row] != nil { isUsed[row] = true }
    }
    account = CaseAccount(
      total: scores.caseCount, used: isUsed.count { $0 }, policy: .pairwise, missing: missing,
      pairs: pairCounts)
  }
}

/// What two items have in common: sums over the cases with a value on both.
private struct Pair {
  let count: Int
  let mean: Double
  let covariance: Double
  /// The variances on the same cases.
  private let variances: (Double, Double)

  var varies: Bool { count > 1 && variances.0 > 0 && variances.1 > 0 }

  var correlation: Double { covariance / (variances.0.squareRoot() * variances.1.squareRoot()) }

  init(_ scores: ItemScores, _ i: Int, _ j: Int) {
    if scores.wide[i] == nil, scores.wide[j] == nil {
      self.init(bytes: scores.bytes, i, j)
    } else {
      let both = zip(scores.column(i), scores.column(j)).compactMap { x, y in
        x.flatMap { x in y.map { (x, $0) } }
      }
      self.init(both.map(\.0), both.map(\.1))
    }
  }

  private init(_ xs: [Double], _ ys: [Double]) {
    count = xs.count
    guard count > 1 else {
      (mean, covariance, variances) = (xs.first ?? 0, 0, (0, 0))
      return
    }
    let (x, y) = (Moments(of: xs), Moments(of: ys))
    var products = CompensatedSum()
    for (a, b) in zip(xs, ys) { products += x.deviation(of: a) * y.deviation(of: b) }
    let divisor = Double(count - 1)
    mean = x.mean
    covariance = products.value / divisor
    variances = (x.sumOfSquares / divisor, y.sumOfSquares / divisor)
  }

  /// Counts exactly: 64 bits hold the sums, and 128 what is made of them.
  private init(bytes: ByteColumns, _ i: Int, _ j: Int) {
    var (n, sumX, sumY, sumXX, sumYY, sumXY) = (0, 0, 0, 0, 0, 0)
    bytes.withColumn(i) { x in
      bytes.withColumn(j) { y in
        for start in stride(from: 0, to: x.count, by: 1024) {
          // A block's sums cannot leave 32 bits, and vectors can add them.
          var (count, a, b, aa, bb, ab): (Int32, Int32, Int32, Int32, Int32, Int32)
          (count, a, b, aa, bb, ab) = (0, 0, 0, 0, 0, 0)
          for row in start..<min(start + 1024, x.count) {
            let isBoth = x[row] != ItemScores.missing && y[row] != ItemScores.missing
            let left = isBoth ? Int32(x[row]) : 0
            let right = isBoth ? Int32(y[row]) : 0
            count &+= isBoth ? 1 : 0
            a &+= left
            b &+= right
            aa &+= left &* left
            bb &+= right &* right
            ab &+= left &* right
          }
          n += Int(count)
          sumX += Int(a)
          sumY += Int(b)
          sumXX += Int(aa)
          sumYY += Int(bb)
          sumXY += Int(ab)
        }
      }
    }
    let whole = n
    func moment(_ product: Int, _ left: Int, _ right: Int) -> Double {
      guard whole > 1 else { return 0 }
      let numerator = Int128(whole) * Int128(product) - Int128(left) * Int128(right)
      return Double(numerator) / Double(Int128(whole) * Int128(whole - 1))
    }
    count = n
    mean = n > 0 ? Double(sumX) / Double(n) : 0
    covariance = moment(sumXY, sumX, sumY)
    variances = (moment(sumXX, sumX, sumX), moment(sumYY, sumY, sumY))
  }
}
