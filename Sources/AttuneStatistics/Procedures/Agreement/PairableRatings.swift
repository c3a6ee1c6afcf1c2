import AttuneData
import AttuneNumerics

/// The ratings of cases that have at least two, as Krippendorff's alpha counts them.
///
///     alpha = 1 - (n - 1) * Do / De
///     Do = sum over cases of sum_(i /= j) d^2(i, j) / (m - 1)      m: the ratings of the case
///     De = sum_c sum_k n_c n_k d^2(c, k)                           n_c: ratings c, n: all of them
///
/// Every distance but the ratio is a difference of positions, so that both sums take one pass:
/// sum_(i /= j) (x_i - x_j)^2 = 2 (m sum x^2 - (sum x)^2).
struct PairableRatings: ResampledStatistic {
  let metric: KrippendorffAlpha.Metric
  /// The ratings that were given, in rising order.
  let values: [Double]
  /// The values less their mean, so that a large constant costs no digits, in units of `unit`.
  private let centred: [Double]
  /// A power of two, so that no square leaves the numbers.
  private let unit: Double
  /// For each case its ratings: which value, and how often.
  private let cases: [[(value: Int, count: Double)]]

  init(_ ratings: Ratings, metric: KrippendorffAlpha.Metric) {
    let rows = (0..<ratings.caseCount).map { row in ratings.columns.compactMap { $0[row] } }
      .filter { $0.count > 1 }
    let values = Set(rows.joined()).sorted()
    let place = Dictionary(uniqueKeysWithValues: values.enumerated().map { ($1, $0) })
    cases = rows.map { row in
      let places = row.compactMap { place[$0] }
      return Dictionary(places.map { ($0, 1.0) }, uniquingKeysWith: +).sorted { $0.key < $1.key }
        .map { (value: $0.key, count: $0.value) }
    }
    self.metric = metric
    self.values = values
    guard let lowest = values.first, let highest = values.last, lowest < highest else {
      centred = values.map { _ in 0 }
      unit = 1
      return
    }
    let unit = (highest / 2 - lowest / 2).binade
    let moments = Moments(of: values)
    centred = values.map { moments.deviation(of: $0) / unit }
    self.unit = unit
  }

  var caseCount: Int { cases.count }

  /// How many ratings can be compared with another of the same case.
  var ratingCount: Int { Int(cases.joined().reduce(0) { $0 + $1.count }) }

  func estimate(of rows: [Int32]) -> Double? {
    sums(of: rows).map { 1 - $0.observed / $0.expected }
  }

  /// The mean squared distance of two ratings of one case, and of any two ratings.
  func disagreements(of rows: [Int32]) -> (observed: Double, expected: Double)? {
    let scale = metric == .interval ? unit : 1
    return sums(of: rows).map { ($0.observed * scale * scale, $0.expected * scale * scale) }
  }

  /// Each on the mean of a pair of ratings; `nil` where all ratings are the same.
  private func sums(of rows: [Int32]) -> (observed: Double, expected: Double)? {
    var counts = Array(repeating: 0.0, count: values.count)
    for row in rows { for rating in cases[Int(row)] { counts[rating.value] += rating.count } }
    guard counts.count(where: { $0 > 0 }) > 1 else { return nil }
    let n = counts.reduce(0, +)
    let positions = positions(counts)
    var observed = 0.0
    for row in rows {
      let ratings = cases[Int(row)]
      let m = ratings.reduce(0) { $0 + $1.count }
      observed += spread(ratings, m, positions) / (m - 1)
    }
    let all = counts.enumerated().map { (value: $0, count: $1) }
    return (observed / n, spread(all, n, positions) / (n * (n - 1)))
  }

  /// Where the values stand, for a distance that is a difference.
  private func positions(_ counts: [Double]) -> [Double] {
    guard metric == .ordinal else { return centred }
    // The mean rank of each value, less half of all.
    var below = -counts.reduce(0, +) / 2
    return counts.map { count in
      defer { below += count }
      return below + count / 2
    }
  }

  /// The squared distances of all ordered pairs of `count` ratings.
  private func spread(
    _ ratings: [(value: Int, count: Double)], _ count: Double, _ positions: [Double]
  ) -> Double {
    switch metric {
    case .nominal:
      return count * count - ratings.reduce(0) { $0 + $1.count * $1.count }
    case .ordinal, .interval:
      guard ratings.count > 1 else { return 0 }
      let mean = ratings.reduce(0) { $0 + $1.count * positions[$1.value] } / count
      return 2 * count
        * ratings.reduce(0) { sum, rating in
          let deviation = positions[rating.value] - mean
          return sum + rating.count * deviation * deviation
        }
    case .ratio:
      var sum = 0.0
      for (index, one) in ratings.enumerated() where one.count > 0 {
        for other in ratings[..<index] where other.count > 0 {
          let share =
            (values[one.value] - values[other.value]) / (values[one.value] + values[other.value])
          sum += 2 * one.count * other.count * share * share
        }
      }
      return sum
    }
  }
}
