import AttuneData
import AttuneStatistics
import AttuneTables
import AttuneTestSupport
import Testing

@Suite struct CompositeReliabilityTests {
  struct Key: Hashable {
    let dataset: String
    let keys: String
    let range: String

    func scales() throws -> CompleteScales {
      try CompleteScales(
        keys.split(separator: "|").enumerated().map { index, keys in
          (
            "part\(index + 1)",
            try GoldenData.scale("keys=\(keys);range=\(range)", of: dataset)
          )
        })
    }
  }

  static func references() throws -> [Key: [[String: String]]] {
    Dictionary(grouping: try Golden.rows("statistics/composite_reliability.csv")) { row in
      Key(dataset: row["dataset"] ?? "", keys: row["keys"] ?? "", range: row["range"] ?? "")
    }
  }

  // NumPy 2.4.6, formulas written out: 4 composites.
  @Test func agreesWithNumPy() throws {
    var agreement = Agreement()
    for (key, rows) in try Self.references() {
      let outcome = try CompositeReliability().apply(to: key.scales())
      for row in rows where row["statistic"] != "correlation" {
        let scale = Int(row["row"] ?? "").map { outcome.scales[$0 - 1] }
        let value: Double? =
          switch row["statistic"] {
          case "n": Double(outcome.account.used)
          case "stratified_alpha": outcome.stratifiedAlpha
          case "composite": outcome.composite
          case "alpha": outcome.alpha
          case "alpha_part": scale?.alpha
          case "variance_part": scale?.variance
          default: nil
          }
        agreement.compare(
          try #require(value), with: try #require(Double(row["value"] ?? "")), at: "\(row)")
      }
    }
    #expect(agreement.count == 36)
    #expect(agreement.largest < 1e-10, "\(agreement)")
    try Verification.record(
      "Composite and stratified reliability", against: "NumPy 2.4.6, formulas written out",
      agreement)
  }

  // Of scales of one length the sum and the mean of means differ by a factor only.
  @Test func theSumAndTheMeanAgreeOnScalesOfOneLength() throws {
    for key in try Self.references().keys where key.keys.hasPrefix("V1 V2 V3 V4|") {
      let outcome = try CompositeReliability().apply(to: key.scales())
      #expect(deviation(outcome.composite, from: outcome.stratifiedAlpha) < 1e-12)
    }
  }

  @Test func saysWhyThereIsNone() throws {
    let two = ReliabilityData.scores([[1, 2, 4, 3], [2, 1, 5, 4]])
    let constant = ReliabilityData.scores([[1, 2, 4, 3], [2, 2, 2, 2]])
    let against = ReliabilityData.scores([[1, 2, 3, 4], [4, 3, 2, 1]])
    #expect(throws: StatisticsError.undetermined("one scale alone is not a composite")) {
      try CompositeReliability().apply(to: CompleteScales([("a", two)]))
    }
    #expect(
      throws: StatisticsError.undetermined(
        "'b' has fewer than two usable items, so that it has no alpha")
    ) { try CompositeReliability().apply(to: CompleteScales([("a", two), ("b", constant)])) }
    #expect(throws: StatisticsError.noVariance(in: "the score of 'b'")) {
      try CompositeReliability().apply(to: CompleteScales([("a", two), ("b", against)]))
    }
    let empty = ReliabilityData.scores([[nil, nil], [nil, nil]])
    #expect(throws: StatisticsError.self) {
      try CompositeReliability().apply(to: CompleteScales([("a", empty), ("b", empty)]))
    }
  }

  @Test func givesTheScalesBesideTheComposite() throws {
    let scores = ReliabilityData.scores([[1, 2, 4, 3], [2, 1, 5, 4]])
    let outcome = try CompositeReliability().apply(
      to: CompleteScales([("a", scores), ("b", scores)]))
    #expect(outcome.tables.map(\.id) == ["composite-reliability", "composite-scales"])
    #expect(outcome.tables[1].rows.count == 2)
  }
}
