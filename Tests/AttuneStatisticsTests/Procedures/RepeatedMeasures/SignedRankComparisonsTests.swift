import AttuneData
import AttuneStatistics
import AttuneTestSupport
import Testing

@Suite struct SignedRankComparisonsTests {
  private static let occasions: [(name: String, values: [Double?])] = [
    ("a", [3.1, 4.7, 2.2, 5.9, 3.3, 4.1, 2.8, 6.4]),
    ("b", [2.0, 1.1, 3.5, 2.4, 0.5, 3.9, 1.6, 3.0]),
    ("c", [4.4, 5.3, 1.9, 7.7, 4.9, 4.6, 2.9, 9.1]),
  ]

  // R 4.2.2: pairwise.wilcox.test(c(a, b, c), rep(1:3, each = 8), paired = TRUE, exact = TRUE), Holm;
  // V and p by wilcox.test(a, b, paired = TRUE, exact = TRUE).
  @Test func agreesWithPairwiseWilcoxTest() throws {
    let found = try SignedRankComparisons().apply(to: try RepeatedMeasures(Self.occasions))
    let expected: [(String, String, Double, Double, Double)] = [
      ("a", "b", 32, 0.0546875, 0.078125), ("a", "c", 2, 0.0234375, 0.0703125),
      ("b", "c", 3, 0.0390625, 0.078125),
    ]
    var agreement = Agreement()
    for (pair, row) in zip(found.pairs, expected) {
      #expect(pair.names == GroupPair(row.0, row.1))
      let test = try pair.found.get()
      agreement.compare(test.positiveRanks, with: row.2, at: "\(row)")
      agreement.compare(test.pValue, with: row.3, at: "\(row)")
      agreement.compare(try #require(pair.adjustedPValue), with: row.4, at: "\(row)")
    }
    #expect(agreement.count == 9)
    #expect(agreement.largest < 1e-14, "\(agreement)")
    try Verification.record(
      "Wilcoxon signed-rank tests of pairs", against: "R 4.2.2 pairwise.wilcox.test", agreement)
  }

  /// A pair that does not change has no test, and counts for nothing in the correction.
  @Test func aPairWithoutATestIsNotCorrectedFor() throws {
    let twice = Self.occasions + [("d", Self.occasions[0].values)]
    let found = try SignedRankComparisons().apply(to: try RepeatedMeasures(twice))
    let same = try #require(found.pairs.first { $0.names == GroupPair("a", "d") })
    #expect(same.adjustedPValue == nil)
    #expect(throws: StatisticsError.noVariance(in: "the difference")) { try same.found.get() }
    let tested = found.pairs.compactMap { try? $0.found.get().pValue }
    #expect(found.pairs.compactMap(\.adjustedPValue) == FamilyCorrection.holm.adjusted(tested))
    #expect(tested.count == 5)
    #expect(throws: StatisticsError.noVariance(in: "the difference")) {
      try SignedRankComparisons().apply(
        to: try RepeatedMeasures([Self.occasions[0], ("d", Self.occasions[0].values)]))
    }
  }
}
