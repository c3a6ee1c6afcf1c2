import AttuneData
import AttuneNumerics

/// The two-way analysis of variance of cases by raters, one rating in each cell.
struct RatingsVariance {
  let caseCount: Int
  let raterCount: Int
  /// Mean squares: between cases, between raters, within cases, and what is left.
  let cases: Double
  let raters: Double
  let within: Double
  let error: Double

  /// At least two cases and two raters whose ratings vary.
  init(_ ratings: CompleteRatings) throws(StatisticsError) {
    let (n, k) = (ratings.caseCount, ratings.raterCount)
    guard k >= 2 else { throw .tooFew(.raters, found: k, needed: 2) }
    guard n >= 2 else { throw .tooFew(.cases, found: n, needed: 2) }
    let all = Moments(of: ratings.columns.flatMap { $0 })
    let columns = ratings.columns.map { $0.map { all.deviation(of: $0) } }
    guard ratings.usedValues.count > 1 else { throw .noVariance(in: "every rating") }

    let caseMeans = (0..<n).map { row in Moments(of: columns.map { $0[row] }).mean }
    let raterMeans = columns.map { Moments(of: $0).mean }
    var (betweenCases, betweenRaters, left) = (CompensatedSum(), CompensatedSum(), CompensatedSum())
    for mean in caseMeans { betweenCases += Double(k) * mean * mean }
    for mean in raterMeans { betweenRaters += Double(n) * mean * mean }
    for (column, raterMean) in zip(columns, raterMeans) {
      for (value, caseMean) in zip(column, caseMeans) {
        let residual = value - caseMean - raterMean
        left += residual * residual
      }
    }
    // What rounding can leave of a sum of squares that is 0.
    let largest = columns.joined().reduce(0) { max($0, $1.magnitude) }
    let ends = ratings.columns.joined().reduce(0) { max($0, $1.magnitude) }
    let noise = 4 * max(largest.ulp, ends.ulp)
    let floor = Double(n * k) * noise * noise
    let sums = [betweenCases.value, betweenRaters.value, left.value].map { $0 > floor ? $0 : 0 }
    caseCount = n
    raterCount = k
    cases = sums[0] / Double(n - 1)
    raters = sums[1] / Double(k - 1)
    error = sums[2] / Double((n - 1) * (k - 1))
    within = (sums[1] + sums[2]) / Double(n * (k - 1))
  }
}
