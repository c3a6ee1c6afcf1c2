import AttuneData
import AttuneStatistics
import AttuneTables
import AttuneTestSupport
import Testing

@Suite struct PolychoricCorrelationTests {
  // R 4.2.2: the likelihood of Olsson (1979) written out, its root to 1e-15; four data sets.
  @Test func agreesWithTheLikelihoodWrittenOutInR() throws {
    let rows = try Golden.rows("statistics/polychoric.csv").filter {
      $0["statistic"] == "rho_twostep" && $0["row"] ?? "" < $0["col"] ?? ""
        && ($0["args"] ?? "").contains("missing=listwise")
    }
    var agreement = Agreement()
    for row in rows {
      let items = try Self.items(row)
      let pairs = try Pairs(items.column(row["row"]), items.column(row["col"]))
      // Their likelihood rises to the end; the reference stops where its search does.
      if Set([row["row"], row["col"]]) == ["T2", "T8"] { continue }
      agreement.compare(
        try PolychoricCorrelation().apply(to: try CrossTable(pairs)).estimate,
        with: try #require(Double(row["value"] ?? "")), at: row["id"] ?? "")
    }
    #expect(agreement.count == 118)
    // The bivariate normal of the reference is right to about 1e-15 in each cell; the smallest
    // correlation is 0.002.
    #expect(agreement.largest < 1e-10, "\(agreement)")
    try Verification.record(
      "Polychoric correlation", against: "R 4.2.2, the likelihood written out", agreement)
  }

  // R 4.2.2: thresholds from all answers to each item, where some are missing.
  @Test func takesThresholdsFromAllAnswersPairwise() throws {
    let rows = try Golden.rows("statistics/polychoric.csv").filter {
      $0["statistic"] == "rho_twostep_univariate_thresholds" && $0["row"] ?? "" < $0["col"] ?? ""
    }
    var agreement = Agreement()
    for row in rows {
      let items = try Self.items(row, complete: false)
      let table = try CrossTable(
        items.coded(row["row"]), items.coded(row["col"]))
      let outcome = try PolychoricCorrelation().apply(to: table)
      agreement.compare(
        outcome.estimate, with: try #require(Double(row["value"] ?? "")), at: row["id"] ?? "")
      #expect(outcome.standardError > 0)
    }
    #expect(agreement.count == 15)
    #expect(agreement.largest < 1e-10, "\(agreement)")
    try Verification.record(
      "Polychoric correlation, pairwise", against: "R 4.2.2, the likelihood written out", agreement)
  }

  @Test func agreesWithROnThresholds() throws {
    var agreement = Agreement()
    let rows = try Golden.rows("statistics/polychoric.csv").filter {
      $0["statistic"] == "thresholds" && ($0["args"] ?? "").contains("missing=listwise")
    }
    for row in rows {
      let item = (row["args"] ?? "").split(separator: "item=").last.map(String.init) ?? ""
      let items = try Self.items(row)
      let other = try #require(items.names.first { $0 != item })
      let pairs = try Pairs(items.column(item), items.column(other))
      let thresholds = try PolychoricCorrelation().apply(to: try CrossTable(pairs)).thresholds.first
      let place = (row["row"] ?? "").isEmpty ? 1 : try #require(Int(row["row"]?.dropFirst() ?? ""))
      agreement.compare(
        thresholds[place - 1], with: try #require(Double(row["value"] ?? "")), at: "\(row)")
    }
    #expect(agreement.count > 80)
    #expect(agreement.largest < 1e-12, "\(agreement)")
    try Verification.record(
      "Thresholds of ordered answers", against: "R 4.2.2 qnorm of cumulative shares", agreement)
  }

  // lavaan 0.6-14 lavCor, latent.R; it stops within 1e-7 of the maximum.
  @Test func agreesWithLavaanOnStandardErrors() throws {
    var (estimates, errors) = (Agreement(), Agreement())
    for row in try Golden.rows("statistics/latent.csv") where row["method"] == "polychoric" {
      let dataset = row["dataset"] ?? ""
      let names = [row["first"] ?? "", row["second"] ?? ""]
      let columns = try names.map { try GoldenData.column($0, of: dataset) }
      let outcome = try PolychoricCorrelation().apply(
        to: try CrossTable(Pairs((names[0], columns[0]), (names[1], columns[1]))))
      #expect("\(outcome.account.used)" == row["n"])
      estimates.compare(
        outcome.estimate, with: try #require(Double(row["estimate"] ?? "")), at: "\(names)")
      errors.compare(
        outcome.standardError, with: try #require(Double(row["std_error"] ?? "")), at: "\(names)")
    }
    #expect(estimates.count == 8)
    #expect(estimates.largest < 3e-7, "\(estimates)")
    try Verification.record(
      "Polychoric correlation, lavaan", against: "R 4.2.2, lavaan 0.6-14 lavCor", estimates)
    #expect(errors.largest < 3e-7, "\(errors)")
    try Verification.record(
      "Standard error of a polychoric correlation", against: "R 4.2.2, lavaan 0.6-14 lavCor", errors
    )
  }

  // lavaan 0.6-14 `lavCor`, whose search stops within some 1e-8 of the maximum.
  @Test func agreesWithLavaan() throws {
    var agreement = Agreement()
    for row in try Golden.rows("statistics/polychoric_lavaan.csv") {
      // An empty cell, into which lavaan moves half a person.
      if Set([row["row"], row["col"]]) == ["T2", "T8"] { continue }
      let isPairwise = (row["args"] ?? "").contains("missing=pairwise")
      let items = try Self.items(row, complete: !isPairwise)
      let table =
        isPairwise
        ? CrossTable(try items.coded(row["row"]), try items.coded(row["col"]))
        : try CrossTable(Pairs(items.column(row["row"]), items.column(row["col"])))
      agreement.compare(
        try PolychoricCorrelation().apply(to: table).estimate,
        with: try #require(Double(row["value"] ?? "")), at: row["id"] ?? "")
    }
    #expect(agreement.count == 133)
    #expect(agreement.largest < 1e-6, "\(agreement)")
    try Verification.record(
      "Polychoric correlations of four sets, lavaan", against: "R 4.2.2, lavaan 0.6-14 lavCor",
      agreement)
  }

  // lavaan 0.6-14: half a person is moved into the empty cell.
  @Test func saysWhereTheLikelihoodRisesToTheEndAndCanMoveHalfAPerson() throws {
    let row = try #require(
      try Golden.rows("statistics/polychoric.csv").first { $0["statistic"] == "rho_lavaan" })
    let items = try Self.items(row)
    let table = try CrossTable(try Pairs(items.column("T2"), items.column("T8")))
    #expect(
      throws: StatisticsError.undetermined(
        "the likelihood rises all the way to a correlation of 1")
    ) { try PolychoricCorrelation().apply(to: table) }
    var polychoric = PolychoricCorrelation()
    polychoric.emptyCells = .half
    let outcome = try polychoric.apply(to: table)
    // lavaan stops within 1e-7 of the maximum.
    let expected = try #require(Double(row["value"] ?? ""))
    #expect(abs(outcome.estimate - expected) < 3e-7)
    #expect(outcome.emptyCells == 1)
    #expect(outcome.cautions.map(\.id).contains("sparse-table"))
  }

  /// Cut in the middle on both sides, P(both low) = 1/4 + asin(rho) / (2 pi).
  @Test func knowsMediansInClosedForm() throws {
    let table = try CrossTable(
      try Pairs(
        ("x", Self.spread([(0, 40), (1, 40)])),
        ("y", Self.spread([(0, 30), (1, 10), (0, 10), (1, 30)]))))
    let outcome = try PolychoricCorrelation().apply(to: table)
    #expect(abs(outcome.estimate - 0.5.squareRoot()) < 1e-14)
  }

  @Test func turnsItsSignWithTheOrderOfAnswers() throws {
    let (x, y) = (
      try GoldenData.column("A1", of: "likert_clean"),
      try GoldenData.column("A4", of: "likert_clean")
    )
    let plain = try PolychoricCorrelation().apply(to: try CrossTable(Pairs(("x", x), ("y", y))))
    let turned = try PolychoricCorrelation().apply(
      to: try CrossTable(Pairs(("y", y), ("x", x.map { $0.map { 1e9 - $0 } }))))
    #expect(abs(turned.estimate + plain.estimate) < 1e-13)
    #expect(deviation(turned.standardError, from: plain.standardError) < 1e-12)
  }

  @Test(
    arguments: [
      ([], [], StatisticsError.tooFew(.cases, found: 0, needed: 2)),
      ([1], [1], .tooFew(.cases, found: 1, needed: 2)),
      ([nil, nil, nil], [1, 2, 3], .tooFew(.cases, found: 0, needed: 2)),
      ([2, 2, 2], [1, 2, 3], .noVariance(in: "'x'")),
      ([1, 2, 3], [4, 4, 4], .noVariance(in: "'y'")),
      (
        [1, 2, 3, 4], [1, 2, 3, 4],
        .undetermined("the likelihood rises all the way to a correlation of 1")
      ),
      (
        [1, 1, 2, 2], [2, 2, 1, 1],
        .undetermined("the likelihood rises all the way to a correlation of \u{2212}1")
      ),
      (
        [4, 4, 5, 1], [1, 4, 2, 2],
        .undetermined("too few people answered differently to say how sure it is")
      ),
      ([1, 2], [1, 2], .undetermined("the likelihood rises all the way to a correlation of 1")),
    ] as [([Double?], [Double?], StatisticsError)])
  func saysWhyThereIsNone(x: [Double?], y: [Double?], expected: StatisticsError) {
    #expect(throws: expected) {
      try PolychoricCorrelation().apply(to: try CrossTable(Pairs(("x", x), ("y", y))))
    }
  }

  private static func spread(_ runs: [(Double, Int)]) -> [Double?] {
    runs.flatMap { Array(repeating: $0.0, count: $0.1) }
  }

  /// The items of a reference row, keyed as there.
  private static func items(
    _ row: [String: String], complete: Bool = true
  ) throws -> KeyedItems {
    let dataset = row["dataset"] ?? ""
    let keys: String
    switch dataset {
    case "likert_clean":
      keys = "keys=A1 -A2 A3 A4 -A5 A6 B1 B2 B3 -B4 B5 B6;range=1-5"
    case "likert_missing": keys = "keys=A1 -A2 A3 A4 -A5 A6;range=1-5"
    case "binary": keys = "keys=T1 T2 T3 T4 T5 T6 T7 T8;range=0-1"
    default: keys = "keys=S1 S2 S3 S4 S5;range=1-7"
    }
    let scores = try GoldenData.scale(keys, of: dataset)
    guard complete else {
      return KeyedItems(
        names: scores.names, columns: (0..<scores.itemCount).map { scores.column($0) })
    }
    let rows = (0..<scores.caseCount).filter { row in
      (0..<scores.itemCount).allSatisfy { scores[row, $0] != nil }
    }
    return KeyedItems(
      names: scores.names,
      columns: (0..<scores.itemCount).map { item in rows.map { scores[$0, item] } })
  }

  private struct KeyedItems {
    let names: [String]
    let columns: [[Double?]]

    func column(_ name: String?) throws -> (name: String, values: [Double?]) {
      let index = try #require(names.firstIndex(of: name ?? ""))
      return (names[index], columns[index])
    }

    func coded(_ name: String?) throws -> CodedAnswers {
      let (name, values) = try column(name)
      return try CodedAnswers(values, to: name)
    }
  }
}
