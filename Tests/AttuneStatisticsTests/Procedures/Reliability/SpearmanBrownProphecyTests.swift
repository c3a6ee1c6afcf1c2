import AttuneData
import AttuneStatistics
import AttuneTables
import AttuneTestSupport
import Testing

@Suite struct SpearmanBrownProphecyTests {
  // psych 2.2.9 `alpha`: standardised alpha is the mean correlation of k times the length.
  @Test func lengthensOneItemToStandardisedAlpha() throws {
    var agreement = Agreement()
    for (key, rows) in try GoldenData.scales("alpha") {
      let items = try key.items()
      guard
        let mean = rows.first(where: {
          $0["statistic"] == "interitem_r_mean_min_max_var" && $0["row"] == "mean"
        }), let standardised = rows.first(where: { $0["statistic"] == "alpha_std" })
      else { continue }
      agreement.compare(
        SpearmanBrownProphecy.reliability(
          try #require(Double(mean["value"] ?? "")), times: Double(items.itemCount)),
        with: try #require(Double(standardised["value"] ?? "")), at: "\(key)")
    }
    #expect(agreement.count > 8)
    #expect(agreement.largest < 1e-10, "\(agreement)")
    try Verification.record(
      "Spearman-Brown prophecy", against: "R 4.2.2, psych 2.2.9 alpha, standardised", agreement)
  }

  // Brown (1910): halves that correlate at .6 make a whole of .75; 4 times .5 is .8.
  @Test(arguments: [(0.6, 2.0, 0.75), (0.5, 4, 0.8), (0.8, 0.5, 2.0 / 3)])
  func foretellsOtherLengths(r: Double, factor: Double, expected: Double) {
    #expect(
      deviation(SpearmanBrownProphecy.reliability(r, times: factor), from: expected) < 1e-15)
    #expect(deviation(SpearmanBrownProphecy.factor(from: r, to: expected), from: factor) < 1e-14)
  }

  @Test func countsTheItemsThatItTakes() throws {
    let items = try GoldenData.scores(["A1", "A3", "A4", "A6"], of: "likert_clean").complete(
      .listwise)
    let outcome = try SpearmanBrownProphecy().apply(to: items)
    #expect(outcome.lengths.map(\.itemCount) == [2, 4, 8, 12])
    #expect(deviation(outcome.lengths[1].reliability, from: outcome.alpha) < 1e-15)
    for needed in outcome.needed {
      let enough = Double(needed.itemCount) / 4
      let reached = SpearmanBrownProphecy.reliability(outcome.alpha, times: enough)
      let before = SpearmanBrownProphecy.reliability(outcome.alpha, times: enough - 0.25)
      #expect(reached >= needed.reliability && before < needed.reliability)
    }
    #expect(outcome.tables.map(\.id) == ["spearman-brown", "items-needed"])
  }

  @Test(arguments: ReliabilityData.withoutResult)
  func saysWhyThereIsNone(columns: [[Double?]], expected: StatisticsError) throws {
    let items = try ReliabilityData.scores(columns).complete(.listwise)
    #expect(throws: expected) { try SpearmanBrownProphecy().apply(to: items) }
  }

  @Test func hasNothingToSayOfANegativeAlpha() throws {
    let items = try ReliabilityData.scores([[1, 2, 3, 4], [4, 3, 2, 2]]).complete(.listwise)
    #expect(throws: StatisticsError.self) { try SpearmanBrownProphecy().apply(to: items) }
  }
}
