import AttuneData
import AttuneStatistics
import AttuneTables
import AttuneTestSupport
import Testing

@Suite struct BlandAltmanTests {
  // scipy 1.17.1: agreement.py.
  @Test func agreesWithScipy() throws {
    let statistics: Set = [
      "bias", "bias_low", "bias_high", "lower", "upper", "upper_low", "upper_high", "lower_low",
      "lower_high", "slope", "slope_se", "slope_p",
    ]
    var agreement = Agreement()
    for row in try Golden.rows("statistics/agreement.csv") {
      guard let statistic = row["statistic"], statistics.contains(statistic) else { continue }
      let names = (row["columns"] ?? "").split(separator: " ").map(String.init)
      let outcome = try BlandAltman().apply(
        to: RatingData.ratings(names, of: row["dataset"] ?? "").complete(.listwise))
      let slope = try outcome.slope.get()
      let value =
        switch statistic {
        case "bias": outcome.bias.estimate
        case "bias_low": outcome.bias.interval.lower
        case "bias_high": outcome.bias.interval.upper
        case "lower": outcome.lower.estimate
        case "upper": outcome.upper.estimate
        case "upper_low": outcome.upper.interval.lower
        case "upper_high": outcome.upper.interval.upper
        case "lower_low": outcome.lower.interval.lower
        case "lower_high": outcome.lower.interval.upper
        case "slope": slope.estimate
        case "slope_se": slope.standardError
        default: slope.pValue
        }
      agreement.compare(value, with: try #require(Double(row["value"] ?? "")), at: "\(row)")
    }
    #expect(agreement.count == 48)
    // scipy finds the noncentral t's quantiles to about 1e-12.
    #expect(agreement.largest < 1e-10, "\(agreement)")
    try Verification.record(
      "Limits of agreement", against: "scipy 1.17.1", agreement)
  }

  @Test func turnsRoundWithTheRaters() throws {
    let columns: [[Double?]] = [[1, 4, 3, 6, 5], [2, 3, 5, 5, 7]]
    let one = try BlandAltman().apply(to: RatingData.ratings(columns).complete(.forbid))
    let other = try BlandAltman().apply(
      to: RatingData.ratings(columns.reversed()).complete(.forbid))
    #expect(abs(one.bias.estimate + other.bias.estimate) < 1e-15)
    #expect(abs(one.upper.estimate + other.lower.estimate) < 1e-14)
    #expect(abs(one.upper.interval.upper + other.lower.interval.lower) < 1e-12)
    #expect(abs(try one.slope.get().estimate + other.slope.get().estimate) < 1e-14)
  }

  @Test func doesNotDependOnAConstant() throws {
    let columns: [[Double?]] = [[1, 4, 3, 6, 5], [2, 3, 5, 5, 7]]
    let moved = columns.map { $0.map { $0.map { $0 + 1e9 } } }
    let one = try BlandAltman().apply(to: RatingData.ratings(columns).complete(.forbid))
    let other = try BlandAltman().apply(to: RatingData.ratings(moved).complete(.forbid))
    #expect(one.upper == other.upper)
    #expect(deviation(try other.slope.get().pValue, from: try one.slope.get().pValue) < 1e-12)
  }

  @Test func remarksOnADifferenceThatGrows() throws {
    let high = (1...30).map { Double($0) }
    let columns: [[Double?]] = [
      high.map { 1.3 * $0 + ($0.truncatingRemainder(dividingBy: 3)) }, high,
    ]
    let outcome = try BlandAltman().apply(to: RatingData.ratings(columns).complete(.forbid))
    #expect(outcome.cautions.map(\.id) == ["proportional-bias"])
    #expect(outcome.tables.map(\.id) == ["bland-altman", "proportional-bias"])
    #expect(outcome.tables[0].notes[0].hasSuffix("r1 minus r2, in the unit of the scores."))
  }

  @Test(
    arguments: [
      ([[1], [2]], StatisticsError.tooFew(.cases, found: 1, needed: 2)),
      ([[nil, 1], [1, nil]], .tooFew(.cases, found: 0, needed: 2)),
      ([[1, 2, 3], [0, 1, 2]], .undetermined("the difference is the same for everyone")),
      ([[3, 3], [3, 3]], .undetermined("the difference is the same for everyone")),
      (RatingData.alike, .undetermined("limits of agreement are of two raters, not of 3")),
    ] as [([[Double?]], StatisticsError)])
  func saysWhyThereIsNone(columns: [[Double?]], expected: StatisticsError) {
    #expect(throws: expected) {
      try BlandAltman().apply(to: RatingData.ratings(columns).complete(.listwise))
    }
  }

  /// Two cases; a mean that is the same for all; differences on a line.
  @Test(
    arguments: [
      [[1, 2], [1, 3]], [[1, 2, 3], [3, 2, 1]], [[2, 4, 6], [1, 2, 3]],
      [[1e9, 1e9 + 2, 5], [1, 2, 3]],
    ] as [[[Double?]]])
  func givesANumberOrAReason(columns: [[Double?]]) throws {
    let outcome = try BlandAltman().apply(to: RatingData.ratings(columns).complete(.forbid))
    for limit in [outcome.bias, outcome.lower, outcome.upper] {
      #expect(limit.interval.lower <= limit.estimate && limit.estimate <= limit.interval.upper)
    }
    if case .success(let slope) = outcome.slope {
      #expect(slope.t.isFinite && slope.standardError > 0)
    }
  }
}
