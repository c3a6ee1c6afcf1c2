import AttuneData
import AttuneStatistics
import AttuneTables
import AttuneTestSupport
import Testing

@Suite struct AlphaIntervalTests {
  // R 4.2.2: the formulas of Bonett and of Duhachek & Iacobucci written out, at three levels.
  @Test func agreesWithR() throws {
    var agreement = Agreement()
    for row in try Golden.rows("statistics/alpha_intervals.csv") {
      // ci95_bonett_lower
      let parts = (row["statistic"] ?? "").split(separator: "_").map(String.init)
      var alpha = CronbachAlpha()
      alpha.level = try #require(
        Double(parts[0].dropFirst(2)).flatMap { ConfidenceLevel(rawValue: $0 / 100) })
      alpha.interval = try #require(AlphaInterval(rawValue: parts[1]))
      let items = try GoldenData.scale(row["args"] ?? "", of: row["dataset"] ?? "")
      let interval = try alpha.apply(to: items.complete(.listwise)).interval.get()
      agreement.compare(
        parts[2] == "lower" ? interval.lower : interval.upper,
        with: try #require(Double(row["value"] ?? "")), at: "\(row)")
    }
    #expect(agreement.count > 150)
    #expect(agreement.largest < 1e-10, "\(agreement)")
    try Verification.record(
      "Bonett's and Duhachek and Iacobucci's intervals of alpha",
      against: "R 4.2.2, formulas written out", agreement)
  }

  @Test(arguments: AlphaInterval.allCases)
  func doesNotDependOnTheUnitOrOnConstants(method: AlphaInterval) throws {
    let plain = try Self.interval(method, Self.columns)
    let shifted = try Self.interval(method, Self.columns.map { $0.map { $0 + 1e9 } })
    let scaled = try Self.interval(method, Self.columns.map { $0.map { $0 * 0.25 } })
    for other in [shifted, scaled] {
      #expect(deviation(other.lower, from: plain.lower) < 1e-12)
      #expect(deviation(other.upper, from: plain.upper) < 1e-12)
    }
  }

  @Test(arguments: AlphaInterval.allCases.filter { !$0.isBootstrap })
  func isAPointForPerfectCorrelation(method: AlphaInterval) throws {
    let column = (1...20).map(Double.init)
    let interval = try Self.interval(method, [column, column, column])
    #expect(abs(interval.lower - 1) < 1e-7)
    #expect(abs(interval.upper - 1) < 1e-7)
  }

  /// Drawing again cannot tell how sure a perfect correlation is: R's boot.ci has no interval either.
  @Test(arguments: AlphaInterval.allCases.filter(\.isBootstrap))
  func hasNoneByDrawingForPerfectCorrelation(method: AlphaInterval) {
    let column = (1...20).map(Double.init)
    #expect(throws: StatisticsError.self) { try Self.interval(method, [column, column, column]) }
  }

  @Test(arguments: AlphaInterval.allCases)
  func widensWithTheLevel(method: AlphaInterval) throws {
    let (inner, outer) = (
      try Self.interval(method, Self.columns, .percent90),
      try Self.interval(method, Self.columns, .percent99)
    )
    #expect(outer.lower < inner.lower)
    #expect(inner.upper < outer.upper)
  }

  @Test func saysWhyTwoCasesHaveNoBonettInterval() throws {
    var alpha = CronbachAlpha()
    alpha.interval = .bonett
    let outcome = try alpha.apply(
      to: ItemScores(names: ["a", "b"], columns: [[1, 2], [2, 4]]).complete(.forbid))
    #expect(outcome.estimate.isFinite)
    #expect(outcome.interval == .failure(.tooFew(.cases, found: 2, needed: 3)))
    #expect(
      outcome.tables[0].rows[0][3]
        == .unavailable("at least 3 complete cases are needed and there are 2"))
  }

  @Test(arguments: AlphaInterval.allCases)
  func isNamedInTheNote(method: AlphaInterval) throws {
    var alpha = CronbachAlpha()
    alpha.interval = method
    let note = try alpha.apply(to: Self.items(Self.columns)).tables[0].notes[0]
    #expect(note.lowercased().contains("\(method.rawValue)"))
  }

  @Test func saysWhyPerfectCorrelationHasNoBCaInterval() throws {
    let column = (1...30).map(Double.init)
    #expect(
      throws: StatisticsError.undetermined(
        "the estimates of all resamples lie on one side of the estimate")
    ) { try Self.interval(.bca, [column, column]) }
  }

  @Test func saysWhySoFewCasesHaveNoBootstrapInterval() throws {
    let error = #expect(throws: StatisticsError.self) {
      try Self.interval(.percentile, [[1, 2, 4], [2, 1, 5]])
    }
    #expect(error?.description.hasSuffix("resamples everybody has the same score") == true)
    #expect(throws: StatisticsError.self) { try Self.interval(.bca, [[1, 2], [2, 1.5]]) }
  }

  private static let columns = [
    [1.0, 2, 4, 8, 3, 5, 2, 7, 6, 1], [2, 2, 5, 7, 1, 4, 3, 5, 6, 2],
    [1, 3, 3, 6, 2, 5, 2, 8, 4, 1],
  ]

  private static func items(_ columns: [[Double]]) throws -> CompleteItems {
    try ItemScores(
      names: columns.indices.map { "i\($0 + 1)" }, columns: columns.map { $0.map { $0 } }
    ).complete(.forbid)
  }

  private static func interval(
    _ method: AlphaInterval, _ columns: [[Double]], _ level: ConfidenceLevel = .percent95
  ) throws -> ConfidenceInterval {
    var alpha = CronbachAlpha()
    alpha.level = level
    alpha.interval = method
    alpha.resampling.count = 999
    return try alpha.apply(to: items(columns)).interval.get()
  }
}
