import AttuneNumerics
import Testing

@Suite struct RandomCountsTests {
  /// Every outcome comes as often as its probability says, within four standard errors.
  @Test(arguments: [[2, 1, 3], [1, 0, 4, 0], [3], [1, 1, 1, 1, 1], [0, 5, 2]])
  func drawsEachOutcomeAsOftenAsItIsLikely(counts: [Int]) {
    let people = RandomCounts(counts)
    var generator = SeededGenerator(seed: 43)
    let draws = 40_000
    var found: [[Int]: Int] = [:]
    var drawn = counts
    for _ in 0..<draws {
      people.fill(&drawn, using: &generator)
      found[drawn, default: 0] += 1
    }
    let n = counts.reduce(0, +)
    let all = Self.outcomes(of: n, kinds: counts.count)
    #expect(Set(all).isSuperset(of: found.keys))
    for outcome in all {
      let probability = zip(outcome, counts).reduce(factorial(n)) { product, kind in
        (0..<kind.0).reduce(product) { $0 * Double(kind.1) / Double(n) / Double($1 + 1) }
      }
      let error = (probability * (1 - probability) / Double(draws)).squareRoot()
      let share = Double(found[outcome] ?? 0) / Double(draws)
      #expect(abs(share - probability) <= 4 * error, "\(outcome)")
    }
  }

  /// Of a million people, in means, variances and covariances.
  @Test func drawsManyPeopleAsOftenAsTheyAreLikely() {
    let counts = [333_333, 7, 0, 600_000, 66_660]
    let people = RandomCounts(counts)
    let n = counts.reduce(0, +)
    var generator = SeededGenerator(seed: 44)
    let draws = 400
    var sums = counts.map { _ in 0.0 }
    var products = counts.map { _ in counts.map { _ in 0.0 } }
    var drawn = counts
    for _ in 0..<draws {
      people.fill(&drawn, using: &generator)
      #expect(drawn.reduce(0, +) == n)
      for (i, first) in drawn.enumerated() {
        sums[i] += Double(first - counts[i])
        for (j, second) in drawn.enumerated() {
          products[i][j] += Double(first - counts[i]) * Double(second - counts[j])
        }
      }
    }
    func covariance(_ i: Int, _ j: Int) -> Double {
      let (p, q) = (Double(counts[i]) / Double(n), Double(counts[j]) / Double(n))
      return Double(n) * (i == j ? p * (1 - p) : -p * q)
    }
    for i in counts.indices {
      let error = (covariance(i, i) / Double(draws)).squareRoot()
      #expect(abs(sums[i] / Double(draws)) <= 4 * error)
      for j in counts.indices {
        let scale = (covariance(i, i) * covariance(j, j)).squareRoot()
        let found = products[i][j] / Double(draws)
        #expect(abs(found - covariance(i, j)) <= 4 * scale * (2 / Double(draws)).squareRoot())
      }
    }
  }

  @Test func ofNobodyNobodyIsDrawn() {
    var generator = SeededGenerator(seed: 45)
    var drawn = [7, 7]
    RandomCounts([0, 0]).fill(&drawn, using: &generator)
    #expect(drawn == [0, 0])
    var none: [Int] = []
    RandomCounts([]).fill(&none, using: &generator)
    #expect(none.isEmpty)
  }

  private static func outcomes(of n: Int, kinds: Int) -> [[Int]] {
    guard kinds > 1 else { return [[n]] }
    return (0...n).flatMap { first in
      outcomes(of: n - first, kinds: kinds - 1).map { [first] + $0 }
    }
  }

  private func factorial(_ n: Int) -> Double { (0..<n).reduce(1) { $0 * Double($1 + 1) } }
}
