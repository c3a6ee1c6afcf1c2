import AttuneData
import AttuneStatistics
import AttuneTables
import AttuneTestSupport
import Testing

/// Pearson's, Spearman's and Kendall's correlation.
@Suite struct CorrelationTests {
  // R 4.2.2: cor.test of four pairs.
  @Test func agreesWithR() throws {
    var agreement = Agreement()
    for row in try Golden.rows("statistics/correlations.csv") {
      let pairs = try Self.pairs(row["dataset"] ?? "", row["args"] ?? "")
      let pearson = try PearsonCorrelation().apply(to: pairs)
      let value: Double?
      switch (row["statistic"], row["row"]) {
      case ("pearson_r", _): value = pearson.estimate
      case ("pearson_t", _): value = pearson.test.statistic.value
      case ("pearson_p", _): value = pearson.test.pValue.value
      case ("pearson_ci95", "lower"): value = try pearson.interval.get().lower
      case ("pearson_ci95", "upper"): value = try pearson.interval.get().upper
      case ("spearman_estimate", _):
        value = try SpearmanCorrelation().apply(to: pairs).estimate
      case ("kendall_estimate", _): value = try KendallCorrelation().apply(to: pairs).estimate
      case ("spearman_p_asymptotic", _), ("spearman_p_t", _):
        // Of nine cases ours is exact.
        if pairs.caseCount < 10 { continue }
        value = try SpearmanCorrelation().apply(to: pairs).test.pValue.value
      default: value = try KendallCorrelation().apply(to: pairs).test.pValue.value
      }
      // Nine pairs, of which two tie on the second score.
      agreement.compare(
        try #require(value, "\(row)"), with: try #require(Double(row["value"] ?? "")),
        at: "\(row["id"] ?? "")")
    }
    #expect(agreement.count > 35)
    // Closed forms; the smallest p is 2e-22.
    #expect(agreement.largest < 1e-9, "\(agreement)")
    try Verification.record(
      "Pearson's, Spearman's and Kendall's correlations", against: "R 4.2.2 cor.test", agreement)
  }

  // R 4.2.2: cor of all pairs of items, listwise and pairwise.
  @Test func agreesWithRForManyColumns() throws {
    var agreement = Agreement()
    for (key, rows) in Dictionary(
      grouping: try Golden.rows("statistics/correlation_matrices.csv"),
      by: { [$0["dataset"] ?? "", $0["args"] ?? ""] })
    {
      let items =
        key[0] == "attitude"
        ? try GoldenData.scores(
          Set(rows.flatMap { [$0["row"] ?? "", $0["col"] ?? ""] }).sorted(), of: key[0])
        : try GoldenData.scale(
          "keys=A1 -A2 A3 A4 -A5 A6 B1 B2 B3 -B4 B5 B6;range=1-5", of: key[0])
      let complete = (0..<items.caseCount).map { row in
        key[1].hasSuffix("pairwise") || (0..<items.itemCount).allSatisfy { items[row, $0] != nil }
      }
      for row in rows {
        let columns = try ["row", "col"].map { side in
          let column = try #require(items.column(named: row[side] ?? ""))
          return (side, zip(column, complete).map { $1 ? $0 : nil })
        }
        let pairs = try Pairs(columns[0], columns[1])
        let found =
          row["statistic"] == "r_pearson"
          ? try PearsonCorrelation().apply(to: pairs) : try SpearmanCorrelation().apply(to: pairs)
        agreement.compare(
          found.estimate, with: try #require(Double(row["value"] ?? "")), at: row["id"] ?? "")
      }
    }
    #expect(agreement.count == 438)
    #expect(agreement.largest < 1e-10, "\(agreement)")
    try Verification.record(
      "Matrices of correlations", against: "R 4.2.2 cor, listwise and pairwise", agreement)
  }

  // R 4.2.2: rank_tests.R, exact and approximate, with and without ties.
  @Test func agreesWithRInSmallSamples() throws {
    var agreement = Agreement()
    for row in try Golden.rows("statistics/rank_tests.csv") {
      let numbers = { (name: String) in
        (row[name] ?? "").split(separator: " ").map { Double($0) }
      }
      let pairs = try Pairs(("x", numbers("x")), ("y", numbers("y")))
      let statistic = row["statistic"] ?? ""
      var (spearman, kendall) = (SpearmanCorrelation(), KendallCorrelation())
      if statistic.hasSuffix("90") {
        (spearman.level, kendall.level) = (.percent90, .percent90)
      }
      let found =
        statistic.hasPrefix("rho")
        ? try spearman.apply(to: pairs) : try kendall.apply(to: pairs)
      let value: Double?
      switch statistic.dropFirst(3) {
      case "": value = found.estimate
      case "_p": value = found.test.pValue.value
      case let name where name.hasPrefix("_low"): value = try found.interval.get().lower
      default: value = try found.interval.get().upper
      }
      agreement.compare(
        try #require(value), with: try #require(Double(row["value"] ?? "")),
        at: "\(row["id"] ?? "") \(statistic)")
    }
    #expect(agreement.count == 72)
    // A limit near 0 is a difference.
    #expect(agreement.largest < 1e-11, "\(agreement)")
    try Verification.record(
      "Rank correlations of few cases", against: "R 4.2.2 cor.test; counts of all orders", agreement
    )
  }

  @Test func doesNotDependOnConstantsOrUnits() throws {
    let (x, y): ([Double?], [Double?]) = ([1, 4, 2, 8, 5, 7, 3], [2, 3, 1, 9, 8, 4, 5])
    let plain = try Self.all(x, y)
    // The values with 1e9 added are exact, so that nothing but the arithmetic could differ.
    let shifted = try Self.all(x.map { $0.map { $0 + 1e9 } }, y.map { $0.map { 1e9 - $0 } })
    let huge = try Self.all(x.map { $0.map { $0 * 1e200 } }, y.map { $0.map { $0 * 1e-200 } })
    for index in plain.indices {
      #expect(deviation(-shifted[index].estimate, from: plain[index].estimate) < 1e-13)
      #expect(deviation(huge[index].estimate, from: plain[index].estimate) < 1e-13)
    }
  }

  @Test func doesNotDependOnWhichStandsFirst() throws {
    let (x, y): ([Double?], [Double?]) = ([1, 1, 2, 8, 5, 5, 3], [2, 3, 1, 9, 9, 4, 5])
    for (one, other) in zip(try Self.all(x, y), try Self.all(y, x)) {
      #expect(deviation(one.estimate, from: other.estimate) < 1e-14)
      #expect(one.test.pValue == other.test.pValue)
    }
  }

  /// Counting pairs one by one is what Knight's way abbreviates.
  @Test func countsPairsAsOneByOne() throws {
    var generator = Numbers(state: 7)
    for steps in [2, 5, 1000] {
      let x = (0..<80).map { _ in Double(generator.next(below: steps)) }
      let y = (0..<80).map { _ in Double(generator.next(below: steps)) }
      var (score, left, right) = (0.0, 0.0, 0.0)
      for i in 0..<80 {
        for j in 0..<i {
          let (a, b) = (x[i] - x[j], y[i] - y[j])
          score += a * b > 0 ? 1 : a * b < 0 ? -1 : 0
          if a != 0 { left += 1 }
          if b != 0 { right += 1 }
        }
      }
      let pairs = try Pairs(("x", x), ("y", y))
      let tau = try KendallCorrelation().apply(to: pairs).estimate
      #expect(deviation(tau, from: score / (left * right).squareRoot()) < 1e-14)
    }
  }

  @Test func bootstrapIsTheSameForTheSameSeed() throws {
    let pairs = try Self.pairs("mtcars", "pair=mpg,wt")
    var spearman = SpearmanCorrelation()
    spearman.interval = .bca
    spearman.resampling = Resampling(count: 400, seed: 5)
    let first = try spearman.apply(to: pairs)
    #expect(try spearman.apply(to: pairs) == first)
    #expect(first.intervalMethod == "BCa bootstrap interval, 95 %, 400 resamples, seed 5")
    let interval = try first.interval.get()
    #expect(interval.lower < first.estimate && first.estimate < interval.upper)
    spearman.interval = .percentile
    spearman.resampling.seed = 6
    #expect(try spearman.apply(to: pairs).interval.get() != interval)
  }

  @Test func leavesOutCasesWithoutOneOfTheScores() throws {
    let pairs = try Pairs(("x", [1, nil, 3, 4, 5]), ("y", [2, 2, nil, 5, 9]))
    let outcome = try PearsonCorrelation().apply(to: pairs)
    #expect(outcome.account.used == 3)
    #expect(outcome.account.missing.map(\.column) == ["x", "y"])
    #expect(throws: DataError.missingValues(item: "x", count: 1)) {
      try Pairs(("x", [1, nil]), ("y", [2, 2]), policy: .forbid)
    }
  }

  // MARK: Degenerate input

  @Test(
    arguments: [
      ([], [], StatisticsError.tooFew(.cases, found: 0, needed: 2)),
      ([1], [2], .tooFew(.cases, found: 1, needed: 2)),
      ([nil, nil], [nil, 1], .tooFew(.cases, found: 0, needed: 2)),
      ([3, 3, 3], [1, 2, 3], .noVariance(in: "'x'")),
      ([1, 2, 3], [0.1, 0.1, 0.1], .noVariance(in: "'y'")),
      ([1e9, 1e9], [1, 2], .noVariance(in: "'x'")),
    ] as [([Double?], [Double?], StatisticsError)])
  func saysWhyThereIsNone(x: [Double?], y: [Double?], expected: StatisticsError) {
    #expect(throws: expected) { try PearsonCorrelation().apply(to: Pairs(("x", x), ("y", y))) }
    #expect(throws: expected) { try SpearmanCorrelation().apply(to: Pairs(("x", x), ("y", y))) }
    #expect(throws: expected) { try KendallCorrelation().apply(to: Pairs(("x", x), ("y", y))) }
  }

  @Test(
    arguments: [
      ([1, 2], [5, 9]), ([1, 2, 3], [5, 9, 9.5]), ([1, 2, 3, 4], [-1, -2, -3, -4]),
      ([1, 1, 2], [1, 2, 1]), ([1, 2, 2, 2], [1, 1, 1, 2]), ([1e9, 1e9 + 1, 1e9 + 2], [3, 1, 2]),
      ([0.1, 0.2, 0.3, 0.4, 0.5], [0.3, 0.6, 0.9, 1.2, 1.5]),
    ] as [([Double?], [Double?])])
  func givesANumberOrAReason(x: [Double?], y: [Double?]) throws {
    for outcome in try Self.all(x, y) {
      #expect(abs(outcome.estimate) <= 1)
      if case .success(let interval) = outcome.interval {
        #expect(-1 <= interval.lower && interval.lower <= interval.upper && interval.upper <= 1)
      }
      if let p = outcome.test.pValue.value { #expect((0...1).contains(p)) }
      #expect(outcome.cautions.contains { $0.id == "few-cases" })
    }
  }

  @Test func aPerfectCorrelationHasNoInterval() throws {
    for outcome in try Self.all([1, 2, 3, 4, 5, 6], [10, 8, 6, 4, 2, 0]) {
      #expect(outcome.estimate == -1)
      #expect(
        outcome.interval
          == .failure(.undetermined("of a perfect correlation an interval has no width")))
      #expect(outcome.test.pValue.value != nil)
    }
  }

  // Of 12 cases 2 of 12! orders are as far out. With 4 cases that tie at one end, 4! of 12! orders are,
  // because no order of these ranks runs wholly the other way.
  @Test func aPerfectRankCorrelationHasAnExactP() throws {
    let rising = (1...12).map(Double.init)
    let factorial = 479_001_600.0
    for other in [rising.map { $0 * $0 }, rising.map { -$0 }] {
      let found = try SpearmanCorrelation().apply(to: Pairs(("x", rising), ("y", other)))
      let p = try #require(found.test.pValue.value)
      #expect(deviation(p, from: 2 / factorial) < 1e-13)
    }
    let tied = rising.map { max($0, 4) }
    let found = try SpearmanCorrelation().apply(to: Pairs(("x", tied), ("y", tied)))
    #expect(deviation(try #require(found.test.pValue.value), from: 24 / factorial) < 1e-13)
    // One order off: t, as for any other.
    let almost = Array(rising.dropLast(2)) + [12, 11]
    let near = try SpearmanCorrelation().apply(to: Pairs(("x", rising), ("y", almost)))
    #expect(near.test.degreesOfFreedom.value == 10)
  }

  @Test func givesOneRowWithItsTest() throws {
    let outcome = try KendallCorrelation().apply(
      to: Self.pairs("likert_clean", "pair=A1,A3"))
    let table = outcome.tables[0]
    #expect(
      table.columns.map(\.name)
        == ["n", "estimate", "conf_low", "conf_high", "statistic", "df", "p_value"])
    #expect(table.notes[0] == "300 cases, all used.")
    #expect(table.notes[1].hasPrefix("Fieller-Hartley-Pearson interval, 95 %. p: normal"))
    #expect(outcome.cautions.isEmpty)
  }

  private static func all(_ x: [Double?], _ y: [Double?]) throws -> [Correlation] {
    let pairs = try Pairs(("x", x), ("y", y))
    return [
      try PearsonCorrelation().apply(to: pairs), try SpearmanCorrelation().apply(to: pairs),
      try KendallCorrelation().apply(to: pairs),
    ]
  }

  private static func pairs(_ dataset: String, _ arguments: String) throws -> Pairs {
    let names = arguments.dropFirst("pair=".count).split(separator: ",").map(String.init)
    let columns = try names.map { name -> [Double?] in
      switch name {
      case "A total": try total("A1 -A2 A3 A4 -A5 A6")
      case "B total": try total("B1 B2 B3 -B4 B5 B6")
      default: try GoldenData.column(name, of: dataset)
      }
    }
    return try Pairs((names[0], columns[0]), (names[1], columns[1]))
  }

  private static func total(_ keys: String) throws -> [Double?] {
    let items = try GoldenData.scale("keys=\(keys);range=1-5", of: "likert_clean")
    return (0..<items.caseCount).map { row in
      (0..<items.itemCount).reduce(0) { $0 + (items[row, $1] ?? .nan) }
    }
  }
}

/// Numbers that are the same each time.
struct Numbers {
  var state: UInt64

  mutating func next(below bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % bound
  }
}
