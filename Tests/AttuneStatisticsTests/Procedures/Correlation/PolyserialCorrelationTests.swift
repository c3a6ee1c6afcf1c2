import AttuneData
import AttuneStatistics
import AttuneTables
import AttuneTestSupport
import Testing

@Suite struct PolyserialCorrelationTests {
  // lavaan 0.6-14 lavCor, latent.R; it stops within 1e-6 of the maximum.
  @Test func agreesWithLavaan() throws {
    let rows = try Golden.rows("statistics/latent.csv").filter { $0["method"] == "polyserial" }
    #expect(rows.count == 6)
    var agreement = Agreement()
    for row in rows {
      agreement.compare(
        try Self.outcome(row).estimate, with: try #require(Double(row["estimate"] ?? "")),
        at: "\(row)")
    }
    #expect(agreement.largest < 1e-6, "\(agreement)")
    try Verification.record(
      "Polyserial correlation, lavaan", against: "R 4.2.2, lavaan 0.6-14 lavCor", agreement)
  }

  // scipy 1.17.1, polyserial.py: the root of the likelihood's slope, and the standard error from
  // roots found anew with the weight of each case moved.
  @Test func agreesWithScipy() throws {
    let rows = try Golden.rows("statistics/polyserial.csv")
    #expect(rows.count == 6)
    var (estimates, errors) = (Agreement(), Agreement())
    for row in rows {
      let outcome = try Self.outcome(row)
      estimates.compare(
        outcome.estimate, with: try #require(Double(row["estimate"] ?? "")), at: "\(row)")
      errors.compare(
        outcome.standardError, with: try #require(Double(row["std_error"] ?? "")), at: "\(row)")
    }
    #expect(estimates.largest < 1e-10, "\(estimates)")
    try Verification.record(
      "Polyserial correlation", against: "scipy 1.17.1, the root of the slope of the likelihood",
      estimates)
    // Both sides take slopes from differences.
    #expect(errors.largest < 1e-6, "\(errors)")
    try Verification.record(
      "Standard error of a polyserial correlation",
      against: "scipy 1.17.1, roots found anew with the weight of each case moved", errors)
  }

  @Test func doesNotDependOnTheUnitOfTheScore() throws {
    let answers = try GoldenData.column("gear", of: "mtcars")
    let plain = try Self.outcome(try GoldenData.column("mpg", of: "mtcars"), answers)
    let turned = try Self.outcome(
      try GoldenData.column("mpg", of: "mtcars").map { $0.map { 1e6 - 50 * $0 } }, answers)
    #expect(abs(plain.estimate + turned.estimate) < 1e-10)
    #expect(deviation(turned.standardError, from: plain.standardError) < 1e-9)
    #expect(plain.cautions.map(\.id) == ["wide-interval"])
    #expect(plain.tables[0].rows[0].count == 5)
  }

  @Test(
    arguments: [
      ([], [], StatisticsError.tooFew(.cases, found: 0, needed: 2)),
      ([1.5], [1], .tooFew(.cases, found: 1, needed: 2)),
      ([nil, 1], [1, nil], .tooFew(.cases, found: 0, needed: 2)),
      ([2, 2, 2], [1, 2, 3], .noVariance(in: "'x'")),
      ([1, 2, 3], [4, 4, 4], .noVariance(in: "'y'")),
      ([1, 2], [1, 2], .undetermined("the likelihood rises all the way to a correlation of 1")),
    ] as [([Double?], [Double?], StatisticsError)])
  func saysWhyThereIsNone(x: [Double?], y: [Double?], expected: StatisticsError) {
    #expect(throws: expected) { try Self.outcome(x, y) }
  }

  private static func outcome(
    _ row: [String: String]
  ) throws -> PolyserialCorrelation.Outcome {
    let dataset = row["dataset"] ?? ""
    return try outcome(
      try score(row["first"] ?? "", of: dataset),
      try GoldenData.column(row["second"] ?? "", of: dataset))
  }

  private static func outcome(
    _ x: [Double?], _ y: [Double?]
  ) throws -> PolyserialCorrelation.Outcome {
    try PolyserialCorrelation().apply(to: Pairs(("x", x), ("y", y)))
  }

  /// A column, or the sum of the items that latent.R calls B.
  private static func score(_ name: String, of dataset: String) throws -> [Double?] {
    guard name == "B" else { return try GoldenData.column(name, of: dataset) }
    let items = try ["B1", "B3", "B5", "B6"].map { try GoldenData.column($0, of: dataset) }
    return items[0].indices.map { row in items.reduce(0) { $0 + ($1[row] ?? .nan) } }
  }
}
