import AttuneData
import AttuneStatistics
import AttuneTables
import AttuneTestSupport
import Testing

@Suite struct FleissKappaTests {
  // statsmodels 0.15.0, irrCAC 0.4.4: agreement.py.
  @Test func agreesWithOtherPrograms() throws {
    var agreement = Agreement()
    for row in try Golden.rows("statistics/agreement.csv")
    where (row["statistic"] ?? "").hasPrefix("fleiss") {
      let names = (row["columns"] ?? "").split(separator: " ").map(String.init)
      let outcome = try FleissKappa().apply(
        to: RatingData.ratings(names, of: row["dataset"] ?? "").complete(.listwise))
      let value: Double?
      switch row["statistic"] {
      case "fleiss_se": value = outcome.standardError
      case "fleiss_se0": value = outcome.standardErrorOfNone
      case "fleiss_low": value = try outcome.interval.get().lower
      case "fleiss_high": value = try outcome.interval.get().upper
      case "fleiss_category":
        value = outcome.categories.first { $0.name == row["category"] }?.estimate
      default: value = outcome.estimate
      }
      agreement.compare(
        try #require(value, "\(row)"), with: try #require(Double(row["value"] ?? "")),
        at: "\(row)")
    }
    #expect(agreement.count > 30)
    #expect(agreement.largest < 1e-10, "\(agreement)")
    try Verification.record(
      "Fleiss' kappa", against: "statsmodels 0.15.0, irrCAC 0.4.4", agreement)
  }

  // Fleiss (1971): kappa .430; by category .245, .245, .520, .471, .566. irr 0.84: z = 17.65183.
  @Test func agreesWithThePublishedExample() throws {
    let outcome = try FleissKappa().apply(
      to: RatingData.ratings((1...6).map { "r\($0)" }, of: "fleiss_1971").complete(.forbid))
    #expect(abs(outcome.estimate - 0.430) < 0.0005)
    #expect(abs(outcome.z - 17.65183) < 5e-6)
    for (one, published) in zip(outcome.categories, [0.245, 0.245, 0.520, 0.471, 0.566]) {
      #expect(abs(one.estimate - published) < 0.0005)
    }
    #expect(outcome.tables.map(\.id) == ["fleiss-kappa", "categories"])
  }

  @Test func doesNotDependOnWhoSaidWhat() throws {
    let columns: [[Double?]] = [[1, 2, 2, 3, 1], [1, 2, 3, 3, 1], [2, 2, 2, 3, 1]]
    let plain = try FleissKappa().apply(to: RatingData.ratings(columns).complete(.forbid))
    // The raters of the third case change places.
    let mixed: [[Double?]] = [[1, 2, 3, 3, 1], [1, 2, 2, 3, 1], [2, 2, 2, 3, 1]]
    let other = try FleissKappa().apply(to: RatingData.ratings(mixed).complete(.forbid))
    #expect(deviation(other.estimate, from: plain.estimate) < 1e-15)
    #expect(deviation(other.standardError, from: plain.standardError) < 1e-14)
  }

  @Test func isOneForPerfectAgreement() throws {
    let column: [Double?] = [1, 2, 3, 1]
    let outcome = try FleissKappa().apply(
      to: RatingData.ratings([column, column, column]).complete(.forbid))
    #expect(abs(outcome.estimate - 1) < 1e-15)
    #expect(throws: StatisticsError.self) { try outcome.interval.get() }
    #expect(outcome.categories.allSatisfy { abs($0.estimate - 1) < 1e-15 })
  }

  @Test(
    arguments: [
      ([[1, 2]], StatisticsError.tooFew(.raters, found: 1, needed: 2)),
      ([[1], [1]], .tooFew(.cases, found: 1, needed: 2)),
      ([[nil, 1], [1, nil]], .tooFew(.cases, found: 0, needed: 2)),
      (
        RatingData.alike,
        .undetermined(
          "every rater put everyone into one category, so that chance agrees just as well")
      ),
    ] as [([[Double?]], StatisticsError)])
  func saysWhyThereIsNone(columns: [[Double?]], expected: StatisticsError) {
    #expect(throws: expected) {
      try FleissKappa().apply(to: RatingData.ratings(columns).complete(.listwise))
    }
  }

  @Test(
    arguments: [
      [[1, 2], [2, 1]], [[1, 1, 1], [2, 2, 2]], [[1, 2], [3, 4], [5, 6]],
      [[1e9, 1e9 + 1, 1e9], [1e9, 1e9 + 1, 1e9 + 1]],
    ] as [[[Double?]]])
  func givesANumberOrAReason(columns: [[Double?]]) throws {
    let outcome = try FleissKappa().apply(to: RatingData.ratings(columns).complete(.forbid))
    #expect(outcome.estimate.isFinite && outcome.z.isFinite && outcome.standardError.isFinite)
    #expect(outcome.categories.allSatisfy { $0.estimate.isFinite && $0.pValue.isFinite })
  }
}
