import AttuneData
import AttuneStatistics
import AttuneTables
import AttuneTestSupport
import Testing

@Suite struct OrdinalReliabilityTests {
  // R 4.2.2: alpha and omega on two-step polychoric correlations written out, loadings of lavaan
  // 0.6-14 cfa(estimator = "WLSMV"), categorical omega of semTools compRelSEM: 4 scales.
  @Test func agreesWithR() throws {
    var exact = Agreement()
    var iterated = Agreement()
    for (key, rows) in try GoldenData.scales("ordinal") {
      let outcome = try OrdinalReliability().apply(to: key.items())
      for row in rows {
        let expected = try #require(Double(row["value"] ?? ""))
        let item = outcome.items.first { $0.name == row["row"] }
        switch row["statistic"] {
        // Two items have a combination that nobody gave. The formulas took the most likely
        // correlation, of which the likelihood tells nothing from 0.97 on.
        case "ordinal_alpha" where row["dataset"] == "binary": break
        case "ordinal_omega_minres1" where row["dataset"] == "binary": break
        case "ordinal_alpha": exact.compare(outcome.alpha, with: expected, at: "\(row)")
        case "ordinal_omega_minres1":
          exact.compare(try #require(outcome.omega.value), with: expected, at: "\(row)")
        case "wlsmv_lambda":
          iterated.compare(try #require(item?.loading.value), with: expected, at: "\(row)")
        case "ordinal_omega_wlsmv":
          iterated.compare(try #require(outcome.weightedOmega.value), with: expected, at: "\(row)")
        case "categorical_omega_green_yang":
          iterated.compare(
            try #require(outcome.categoricalOmega.value), with: expected, at: "\(row)")
        default: Issue.record("unexpected \(row)")
        }
      }
    }
    #expect(exact.count == 6 && iterated.count == 33)
    // The reference's polychoric correlations are good to 1e-8, its loadings by psych to 1e-6.
    #expect(exact.largest < 1e-6, "\(exact)")
    try Verification.record(
      "Reliability of ordered answers: alpha and omega",
      against: "R 4.2.2, two-step polychoric correlations written out; psych 2.2.9 fa", exact)
    // lavaan's correlations are 3e-8 from the best and its loadings were asked for 1e-6.
    #expect(iterated.largest < 2e-6, "\(iterated)")
    try Verification.record(
      "Reliability of ordered answers: weighted loadings, Green and Yang's omega",
      against: "R 4.2.2, lavaan 0.6-14 cfa (WLSMV), semTools compRelSEM", iterated)
  }

  // Each item cut in two at its middle: omega of two answers is one of the golden scales; here a
  // step of 2 between the answers has to count twice.
  @Test func takesTheDistanceBetweenAnswers() throws {
    let names = ["T1", "T2", "T3", "T4", "T5"]
    let columns = try names.map { try GoldenData.column($0, of: "binary") }
    let plain = try Self.outcome(columns)
    let doubled = try Self.outcome(columns.map { $0.map { $0.map { 2 * $0 } } })
    let omega = try #require(plain.categoricalOmega.value)
    #expect(deviation(try #require(doubled.categoricalOmega.value), from: omega) < 1e-12)
    var mixed = columns
    mixed[0] = columns[0].map { $0.map { 3 * $0 } }
    #expect(abs(try #require(Self.outcome(mixed).categoricalOmega.value) - omega) > 0.01)
  }

  @Test func readsTheSameFromTheOtherEnd() throws {
    let columns = try ["B1", "B2", "B3", "B5"].map { try GoldenData.column($0, of: "likert_clean") }
    let plain = try Self.outcome(columns)
    let reversed = try Self.outcome(columns.map { $0.map { $0.map { 6 - $0 } } })
    #expect(
      deviation(
        try #require(reversed.categoricalOmega.value),
        from: try #require(plain.categoricalOmega.value)) < 1e-9)
    #expect(deviation(reversed.alpha, from: plain.alpha) < 1e-9)
  }

  @Test(arguments: ReliabilityData.withoutResult)
  func saysWhyThereIsNone(columns: [[Double?]], expected: StatisticsError) throws {
    let items = try ReliabilityData.scores(columns).complete(.listwise)
    #expect(throws: expected) { try OrdinalReliability().apply(to: items) }
  }

  @Test func saysWhatIsNoMatterOfOrderedAnswers() throws {
    let cases: [([[Double?]], String)] = [
      ([[1, 2, 3, 1], [2, 1, 3, 2]], "at least 3 usable items are needed and there are 2"),
      (
        [[1, 2, 3, 1], [2, 1, 3, 2], [0.5, 1.2, 3, 1]],
        "'i3' holds numbers that are not whole, not ordered answers"
      ),
      (
        [
          (0..<30).map { Double($0) }, (0..<30).map { Double($0 % 3) },
          (0..<30).map { Double($0 % 2) },
        ],
        "'i1' has 30 different answers: too many to be taken as ordered"
      ),
    ]
    for (columns, reason) in cases {
      let items = try ReliabilityData.scores(columns).complete(.listwise)
      let error = #expect(throws: StatisticsError.self) {
        try OrdinalReliability().apply(to: items)
      }
      #expect(error?.description == reason)
    }
    // Everybody gave the same answer to the first two.
    let answers: [Double?] = [1, 2, 3, 1, 2, 3, 2, 1]
    let perfect = [answers, answers, [1, 2, 2, 1, 3, 3, 1, 2]]
    let items = try ReliabilityData.scores(perfect).complete(.listwise)
    let error = #expect(throws: StatisticsError.self) { try OrdinalReliability().apply(to: items) }
    #expect(error?.description.contains("have no polychoric correlation") == true)
  }

  @Test func givesTheLoadingsBesideTheCoefficients() throws {
    let columns = try ["B1", "B2", "B3"].map { try GoldenData.column($0, of: "likert_clean") }
    let outcome = try Self.outcome(columns)
    #expect(outcome.tables.map(\.id) == ["ordinal", "ordinal-loadings"])
    #expect(outcome.items[0].thresholds.count == 4)
    #expect(outcome.cautions.isEmpty)
  }

  private static func outcome(_ columns: [[Double?]]) throws -> OrdinalReliability.Outcome {
    try OrdinalReliability().apply(to: ReliabilityData.scores(columns).complete(.forbid))
  }
}
