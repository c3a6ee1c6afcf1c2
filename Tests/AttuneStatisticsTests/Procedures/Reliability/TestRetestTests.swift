import AttuneData
import AttuneStatistics
import AttuneTables
import AttuneTestSupport
import Testing

@Suite struct TestRetestTests {
  // Of two occasions, r, the means and the variances give every other number:
  // ICC(A,1) = 2 s12 / (s11 + s22 + (m1 - m2)^2 - (s11 + s22 - 2 s12) / n) (Lin; McGraw & Wong).
  @Test func followsFromMeansVariancesAndCovariance() throws {
    let pairs = try Self.pairs()
    let outcome = try TestRetest().apply(to: pairs)
    let (x, y) = (pairs.values.first, pairs.values.second)
    let n = Double(x.count)
    let (mx, my) = (x.reduce(0, +) / n, y.reduce(0, +) / n)
    let sxx = x.reduce(0) { $0 + ($1 - mx) * ($1 - mx) } / (n - 1)
    let syy = y.reduce(0) { $0 + ($1 - my) * ($1 - my) } / (n - 1)
    let sxy = zip(x, y).reduce(0) { $0 + ($1.0 - mx) * ($1.1 - my) } / (n - 1)
    let change = (mx - my) * (mx - my)
    let left = sxx + syy - 2 * sxy
    let agreement = 2 * sxy / (sxx + syy + change - left / n)
    #expect(deviation(try #require(outcome.agreement.estimate.value), from: agreement) < 1e-12)
    #expect(deviation(outcome.correlation, from: sxy / (sxx * syy).squareRoot()) < 1e-12)
    #expect(deviation(outcome.meanChange, from: my - mx) < 1e-12)
    let error = ((n * change / 2 - left / 2) / n + left / 2).squareRoot()
    #expect(deviation(try #require(outcome.standardError.value), from: error) < 1e-12)
    #expect(
      deviation(
        try #require(outcome.smallestDetectableChange.value),
        from: 1.959963984540054 * 2.0.squareRoot() * error) < 1e-12)
  }

  // R 4.2.2 t.test(extra ~ group, paired = TRUE) on `sleep`: -2.4598858 to -0.7001142 for first
  // less second.
  @Test func givesTheIntervalOfThePairedTTest() throws {
    let scores = try GoldenData.column("extra", of: "sleep")
    let outcome = try TestRetest().apply(
      to: Pairs(("first", Array(scores.prefix(10))), ("second", Array(scores.suffix(10)))))
    #expect(abs(outcome.changeInterval.lower - 0.7001142) < 5e-8)
    #expect(abs(outcome.changeInterval.upper - 2.4598858) < 5e-8)
    #expect(outcome.cautions.map(\.id).contains("few-cases"))
  }

  @Test func theSameScoresAgreeEntirely() throws {
    let scores = (1...30).map { Optional(Double($0)) }
    let outcome = try TestRetest().apply(to: Pairs(("a", scores), ("b", scores)))
    #expect(outcome.agreement.estimate.value == 1)
    #expect(outcome.smallestDetectableChange.value == 0)
    #expect(outcome.tables.map(\.id) == ["test-retest", "mean-change"])
  }

  @Test(
    arguments: [
      ([1], [2], .tooFew(.cases, found: 1, needed: 2)),
      ([1, 1, 1], [1, 2, 3], .noVariance(in: "'a'")),
      ([], [], .tooFew(.cases, found: 0, needed: 2)),
      ([nil, nil], [1, 2], .tooFew(.cases, found: 0, needed: 2)),
    ] as [([Double?], [Double?], StatisticsError)])
  func saysWhyThereIsNone(first: [Double?], second: [Double?], expected: StatisticsError) throws {
    let pairs = try Pairs(("a", first), ("b", second))
    #expect(throws: expected) { try TestRetest().apply(to: pairs) }
  }

  private static func pairs() throws -> Pairs {
    try Pairs(
      ("pre", GoldenData.column("pre", of: "prepost")),
      ("post", GoldenData.column("post", of: "prepost")))
  }
}
