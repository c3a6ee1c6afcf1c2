import AttuneData
import AttuneStatistics
import AttuneTestSupport
import Testing

@Suite struct AlphaResamplesTests {
  // R 4.2.2, boot 1.3-28.1: 999 resamples of 60 cases, the same ones; percentile and BCa limits.
  @Test func agreesWithBootOnTheSameResamples() throws {
    let resamples = AlphaResamples(try Self.items())
    let plan = try Golden.text("statistics/data/boot_indices_60x999.csv").split(separator: "\n")
    let estimates = try plan.map { line in
      let rows = line.split(separator: ",").compactMap { Int32($0) }.map { $0 - 1 }
      return try #require(resamples.estimate(of: rows))
    }
    let estimate = try #require(resamples.estimate(of: Array(0..<60)))
    let distribution = BootstrapDistribution(around: estimate, estimates)
    let percentile = try distribution.percentile(.percent95)
    let bca = try distribution.bca(
      .percent95, jackknife: try #require(resamples.jackknife()))

    var agreement = Agreement()
    for row in try Golden.rows("statistics/alpha_bootstrap.csv") {
      let name = row["row"] ?? ""
      let value: Double? =
        switch row["statistic"] {
        case "t0": estimate
        case "t_first20": Int(name).map { estimates[$0 - 1] }
        case "t_mean": estimates.reduce(0, +) / 999
        case "ci95_percentile_boot": name == "lower" ? percentile.lower : percentile.upper
        case "ci95_bca": name == "lower" ? bca.lower : bca.upper
        default: nil
        }
      guard let value else { continue }
      agreement.compare(value, with: try #require(Double(row["value"] ?? "")), at: "\(row)")
    }
    #expect(agreement.count == 26)
    #expect(agreement.largest < 1e-10, "\(agreement)")
    try Verification.record(
      "Bootstrap intervals of alpha",
      against: "R 4.2.2, boot 1.3-28.1 boot.ci on the same resamples", agreement)
  }

  @Test func isTheSameHoweverTheNumbersAreHeld() throws {
    let bytes = AlphaResamples(try Self.items())
    let wide = AlphaResamples(try Self.items { $0 * 0.1 + 1e6 })
    for rows in [Array(0..<60), Array(repeating: 3, count: 30) + Array(10..<40)] as [[Int32]] {
      let (first, second) = (
        try #require(bytes.estimate(of: rows)), try #require(wide.estimate(of: rows))
      )
      #expect(deviation(second, from: first) < 1e-8)
    }
  }

  @Test func agreesWithAlphaOfAllCasesAndWithoutOne() throws {
    let items = try Self.items()
    let resamples = AlphaResamples(items)
    let alpha = try CronbachAlpha().apply(to: items).estimate
    #expect(
      deviation(try #require(resamples.estimate(of: Array(0..<60))), from: alpha) < 1e-14)
    let jackknife = try #require(resamples.jackknife())
    let without = try #require(resamples.estimate(of: Array(0..<7) + Array(8..<60)))
    #expect(jackknife[7] == without)
  }

  @Test func isNotDefinedWithoutVariance() throws {
    let resamples = AlphaResamples(try Self.items())
    #expect(resamples.estimate(of: Array(repeating: 5, count: 60)) == nil)
  }

  @Test func holdsMoreItemsThanOneSlice() throws {
    let columns = (0..<20).map { item in (0..<12).map { Double?(Double($0 * item % 7 + $0)) } }
    let items = try ItemScores(names: (0..<20).map { "i\($0)" }, columns: columns)
      .complete(.forbid)
    let estimate = try #require(AlphaResamples(items).estimate(of: Array(0..<12)))
    #expect(deviation(estimate, from: try CronbachAlpha().apply(to: items).estimate) < 1e-13)
  }

  private static func items(_ change: (Double) -> Double = { $0 }) throws -> CompleteItems {
    let scores = try GoldenData.scale(
      "keys=A1 -A2 A3 A4 -A5 A6;range=1-5", of: "likert_clean")
    return try ItemScores(
      names: scores.names,
      columns: (0..<6).map { item in (0..<60).map { scores[$0, item].map(change) } }
    ).complete(.forbid)
  }
}
