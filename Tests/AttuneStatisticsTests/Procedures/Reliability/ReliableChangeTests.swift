import AttuneData
import AttuneStatistics
import AttuneTables
import AttuneTestSupport
import Testing

@Suite struct ReliableChangeTests {
  // R 4.2.2, formulas written out: one pair of occasions, with the sample's deviation and a given one.
  @Test func agreesWithR() throws {
    var agreement = Agreement()
    for row in try Golden.rows("statistics/reliable_change.csv") {
      let arguments = row["args"] ?? ""
      var procedure = ReliableChange()
      procedure.reliability = arguments.contains("reliability=0.88") ? 0.88 : 0.8
      procedure.standardDeviation = arguments.contains("sd=7.1") ? 7.1 : nil
      let outcome = try procedure.apply(to: Self.pairs())
      let expected = try #require(Double(row["value"] ?? ""))
      let value: Double? =
        switch row["statistic"] {
        case "sem": outcome.standardErrorOfMeasurement
        case "s_diff": outcome.standardErrorOfDifference
        case "critical_change_1.96": outcome.smallestReliableChange
        case "rci_first": outcome.indices[try #require(Int(row["row"] ?? "")) - 1]
        case "n_improved_down": Double(outcome.lower)
        case "n_deteriorated_up": Double(outcome.higher)
        case "n_unchanged": Double(outcome.unchanged)
        default: nil
        }
      agreement.compare(try #require(value), with: expected, at: "\(row)")
    }
    #expect(agreement.count > 30)
    #expect(agreement.largest < 1e-10, "\(agreement)")
    try Verification.record(
      "Reliable change", against: "R 4.2.2, formulas written out", agreement)
  }

  @Test func swappingOccasionsTurnsTheSigns() throws {
    var procedure = ReliableChange()
    procedure.standardDeviation = 5
    let pairs = try Self.pairs()
    let one = try procedure.apply(to: pairs)
    let other = try procedure.apply(
      to: Pairs(
        ("post", pairs.values.second.map { $0 }), ("pre", pairs.values.first.map { $0 })))
    #expect(one.indices == other.indices.map { -$0 })
    #expect(one.higher == other.lower && one.lower == other.higher)
  }

  @Test func showsNobodysOwnChange() throws {
    let tables = try ReliableChange().apply(to: Self.pairs()).tables
    #expect(tables.map(\.rows.count) == [1])
  }

  @Test func saysWhyThereIsNone() throws {
    var procedure = ReliableChange()
    let one = try Pairs(("a", [1]), ("b", [2]))
    #expect(throws: StatisticsError.tooFew(.cases, found: 1, needed: 2)) {
      try procedure.apply(to: one)
    }
    let constant = try Pairs(("a", [1, 1]), ("b", [2, 3]))
    #expect(throws: StatisticsError.noVariance(in: "'a'")) { try procedure.apply(to: constant) }
    procedure.standardDeviation = 2
    #expect(try procedure.apply(to: one).indices.count == 1)
    let none = try Pairs(("a", [nil]), ("b", [2]))
    #expect(throws: StatisticsError.tooFew(.cases, found: 0, needed: 1)) {
      try procedure.apply(to: none)
    }
    for reliability in [1, -0.1, .nan, 2] {
      procedure.reliability = reliability
      #expect(throws: StatisticsError.self) { try procedure.apply(to: Self.pairs()) }
    }
  }

  private static func pairs() throws -> Pairs {
    try Pairs(
      ("pre", GoldenData.column("pre", of: "prepost")),
      ("post", GoldenData.column("post", of: "prepost")))
  }
}
