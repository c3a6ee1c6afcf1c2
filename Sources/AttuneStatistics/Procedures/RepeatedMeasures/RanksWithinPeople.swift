import AttuneData
import AttuneNumerics

/// The midranks of the occasions within each person, as the methods for ranks need them.
///
/// Ranks are halves of whole numbers, so that their sums and the sums of their squares are exact.
struct RanksWithinPeople {
  let names: [String]
  /// One array of ranks for each person.
  let ranks: [[Double]]
  /// The sum of the ranks of each occasion.
  let sums: [Double]
  /// How far all ranks lie from their mean: sum of squares, less where people tie.
  private let spread: Double

  /// Two occasions and two people or more, somebody with different scores.
  init(_ data: RepeatedMeasures) throws(StatisticsError) {
    try data.requireTwo()
    let ranks = data.ranksWithinPeople
    let middle = Double(data.occasions.count + 1) / 2
    names = data.occasions.map(\.name)
    sums = data.occasions.indices.map { place in ranks.reduce(0) { $0 + $1[place] } }
    self.ranks = ranks
    spread = ranks.joined().reduce(0) { $0 + ($1 - middle) * ($1 - middle) }
    guard spread > 0 else {
      throw .undetermined("everybody's scores are the same on all occasions")
    }
  }

  var n: Double { Double(ranks.count) }
  var k: Double { Double(names.count) }

  /// What of `n * spread` lies between the occasions: all of it where everybody has one order.
  private var between: Double {
    let middle = n * (k + 1) / 2
    return sums.reduce(0) { $0 + ($1 - middle) * ($1 - middle) }
  }

  /// Kendall's W, corrected for ties.
  var concordance: Double { between / (n * spread) }

  /// `n A - sum of R^2`, which is 0 exactly where everybody has one order.
  var discordance: Double { n * spread - between }

  var meanRanks: [Double] { sums.map { $0 / n } }
}

extension RanksWithinPeople {
  /// How likely ranks that lie at least so far apart are, were each person's order left to chance;
  /// not available where there are too many orders to go through.
  var exactPValue: Quantity {
    let doubled = ranks.map { $0.map { Int(2 * $0) } }
    guard let orders = OccasionSums(of: doubled, atMost: 500_000) else {
      return .unavailable("there are too many orders to go through")
    }
    return .value(orders.upperTail(sums.reduce(0) { $0 + Int(2 * $1) * Int(2 * $1) }))
  }
}

/// Kendall's W of any choice of people.
struct ResampledConcordance: ResampledStatistic {
  let caseCount: Int
  private let k: Int
  /// Person by person: how far each rank lies from their mean, and the sum of the squares of that.
  private let deviations: [Double]
  private let spreads: [Double]

  init(_ data: RepeatedMeasures) {
    let ranks = data.ranksWithinPeople
    k = data.occasions.count
    caseCount = ranks.count
    let middle = Double(k + 1) / 2
    deviations = ranks.joined().map { $0 - middle }
    spreads = ranks.map { $0.reduce(0) { $0 + ($1 - middle) * ($1 - middle) } }
  }

  var undefinedWhere: String { "everybody's scores are the same on all occasions" }

  func estimate(of rows: [Int32]) -> Double? {
    var totals = Array(repeating: 0.0, count: k)
    var spread = 0.0
    for row in rows {
      spread += spreads[Int(row)]
      let start = Int(row) * k
      for place in 0..<k { totals[place] += deviations[start + place] }
    }
    guard spread > 0 else { return nil }
    return totals.reduce(0) { $0 + $1 * $1 } / (Double(rows.count) * spread)
  }
}

extension RepeatedMeasures {
  /// The midranks of each person's scores, 1 for the lowest.
  var ranksWithinPeople: [[Double]] { (0..<caseCount).map { midranks(scores(of: $0)) } }

  /// Two occasions and two people or more.
  func requireTwo() throws(StatisticsError) {
    guard occasions.count >= 2 else {
      throw .tooFew(.occasions, found: occasions.count, needed: 2)
    }
    guard caseCount >= 2 else { throw .tooFew(.cases, found: caseCount, needed: 2) }
  }
}
