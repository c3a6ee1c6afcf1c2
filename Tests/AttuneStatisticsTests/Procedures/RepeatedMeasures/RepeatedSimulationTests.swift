import AttuneData
import AttuneNumerics
import AttuneStatistics
import Testing

/// How often tests of the same people find what is not there, and intervals hold what is, over made-up
/// people.
///
/// The seeds are fixed: each run draws the same.
@Suite struct RepeatedSimulationTests {
  /// Within three Monte Carlo standard errors of `level`, for `count` samples.
  private func expect(
    _ found: Int, of count: Int, near level: Double = 0.05,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let error = (level * (1 - level) / Double(count)).squareRoot()
    let share = Double(found) / Double(count)
    #expect(abs(share - level) < 3 * error, "\(share)", sourceLocation: sourceLocation)
  }

  private func normal(_ generator: inout SeededGenerator) throws -> Double {
    try Normal().quantile((Double(generator.number(below: 1 << 50)) + 0.5) / 0x1p50)
  }

  /// People with a level of their own; each occasion has a mean and a deviation.
  private func people(
    _ count: Int, means: [Double], deviations: [Double], _ generator: inout SeededGenerator
  ) throws -> RepeatedMeasures {
    var scores: [[Double?]] = []
    for _ in 0..<count {
      let level = 2 * (try normal(&generator))
      var row: [Double?] = []
      for (mean, deviation) in zip(means, deviations) {
        row.append(level + mean + deviation * (try normal(&generator)))
      }
      scores.append(row)
    }
    return try RepeatedData.people(scores)
  }

  @Test func ranksKeepTheirLevel() throws {
    var generator = SeededGenerator(seed: 81)
    let count = 600
    var (chiSquare, ratio, anyPair) = (0, 0, 0)
    for _ in 0..<count {
      let data = try people(15, means: [0, 0, 0, 0], deviations: [1, 1, 1, 1], &generator)
      let found = try FriedmanTest().apply(to: data)
      if found.pValue < 0.05 { chiSquare += 1 }
      if try #require(found.fPValue.value) < 0.05 { ratio += 1 }
      var pairs = OccasionComparisons()
      pairs.kind = .nemenyi
      if try pairs.apply(to: data).pairs.contains(where: { $0.pValue < 0.05 }) { anyPair += 1 }
    }
    for found in [chiSquare, ratio, anyPair] { expect(found, of: count) }
  }

  /// Where occasions vary unlike one another, Greenhouse and Geisser's p keeps the level that F alone
  /// does not.
  @Test func theCorrectionHoldsWithoutSphericity() throws {
    var generator = SeededGenerator(seed: 82)
    let count = 600
    var (corrected, plain) = (0, 0)
    for _ in 0..<count {
      let data = try people(20, means: [0, 0, 0, 0], deviations: [0.5, 0.5, 1, 5], &generator)
      let found = try RepeatedMeasuresANOVA().apply(to: data)
      if found.pValue < 0.05 { corrected += 1 }
      if found.uncorrectedPValue < 0.05 { plain += 1 }
    }
    expect(corrected, of: count)
    #expect(Double(plain) / Double(count) > 0.08)
  }

  /// Of the share of variance within people: sum of squared effects to that plus (k - 1) variances.
  @Test func theIntervalOfPartialEtaSquaredHoldsIt() throws {
    var generator = SeededGenerator(seed: 83)
    let count = 400
    let means = [-0.4, 0, 0.4]
    let squares = means.reduce(0) { $0 + $1 * $1 }
    let truth = squares / (squares + 2)
    var held = 0
    for _ in 0..<count {
      let data = try people(30, means: means, deviations: [1, 1, 1], &generator)
      let interval = try RepeatedMeasuresANOVA().apply(to: data).partialEtaSquaredInterval
      if interval.lower <= truth, truth <= interval.upper { held += 1 }
    }
    expect(held, of: count, near: 0.9)
  }

  /// Differences around 0.6 of their standard deviation: the mean sign of sums of two is
  /// 2 Phi(0.6 sqrt 2) - 1, and a sum of a difference with itself counts once in (n + 1) / 2.
  @Test func theIntervalOfTheRankBiserialHoldsIt() throws {
    var generator = SeededGenerator(seed: 85)
    let (count, n, mean) = (500, 40, 0.6)
    let two = 2 * (try Normal().lowerTail(mean * 2.0.squareRoot())) - 1
    let one = 2 * (try Normal().lowerTail(mean)) - 1
    let truth = (Double(n - 1) * two + 2 * one) / Double(n + 1)
    var held = 0
    for _ in 0..<count {
      let first: [Double?] = try (0..<n).map { _ in mean + (try normal(&generator)) }
      let interval = try WilcoxonSignedRank().apply(
        to: Pairs(("a", first), ("b", first.map { _ in 0 }))
      ).rankBiserialInterval.get()
      if interval.lower <= truth, truth <= interval.upper { held += 1 }
    }
    expect(held, of: count, near: 0.95)
  }

  @Test func answersKeepTheirLevel() throws {
    var generator = SeededGenerator(seed: 84)
    let count = 600
    var (exact, mid, held, q) = (0, 0, 0, 0)
    for _ in 0..<count {
      // Everybody has a leaning of their own, and three occasions alike.
      let scores: [[Double?]] = (0..<40).map { _ in
        let leaning = generator.number(below: 100)
        return (0..<3).map { _ in generator.number(below: 100) < leaning ? 1 : 0 }
      }
      let data = try RepeatedData.people(scores)
      let found = try McNemarTest().apply(to: data.pair(0, 1))
      let tests = try found.tests.get()
      if tests.exactPValue < 0.05 { exact += 1 }
      if tests.midPValue < 0.05 { mid += 1 }
      let interval = found.differenceInterval
      if interval.lower <= 0, 0 <= interval.upper { held += 1 }
      if try CochranQ().apply(to: data).pValue < 0.05 { q += 1 }
    }
    // The exact p finds too little, and mid-p not more than it may.
    #expect(exact <= mid)
    #expect(Double(exact) / Double(count) < 0.05)
    expect(mid, of: count)
    expect(held, of: count, near: 0.95)
    expect(q, of: count)
  }
}
