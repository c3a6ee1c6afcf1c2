import AttuneNumerics
import AttuneTestSupport
import Foundation
import Testing

@Suite struct RankSumTests {
  // Of 4 ranks two are drawn: 3, 4, 5, 5, 6, 7.
  @Test func countsTheSumsOfFewRanks() {
    let sums = RankSum(of: [1, 2, 3, 4], drawing: 2)
    let expected: [(Int, Double)] = [
      (2, 0), (3, 1.0 / 6), (4, 2.0 / 6), (5, 4.0 / 6), (7, 1), (9, 1),
    ]
    for (sum, probability) in expected {
      #expect(deviation(sums.lowerTail(sum), from: probability) < 1e-15)
    }
    #expect(deviation(sums.upperTail(6), from: 2.0 / 6) < 1e-15)
    #expect(deviation(sums.bothTails(3, doubledMean: 10), from: 2.0 / 6) < 1e-15)
  }

  // Of 4 ranks two are drawn: 3 has a probability of 1/6, 3 or 4 of 2/6.
  @Test(arguments: [(0.1, 2), (1.0 / 6, 3), (0.2, 3), (0.4, 4)])
  func findsTheLargestSumWithinATail(tail: Double, sum: Int) {
    #expect(RankSum(of: [1, 2, 3, 4], drawing: 2).largest(within: tail) == sum)
    #expect(RankSum(of: [1, 2, 3, 4, 0], drawing: 3).largest(within: 0) == 2)
  }

  // Of 1, 1, 2 with two drawn: 2 once, 3 twice.
  @Test func countsTies() {
    let sums = RankSum(of: [1, 1, 2], drawing: 2)
    #expect(deviation(sums.lowerTail(2), from: 1.0 / 3) < 1e-15)
    #expect(sums.lowerTail(3) == 1)
  }

  @Test(arguments: [
    ([3, 3, 5, 8, 8, 8, 11, 12], 3), ([1, 2, 3, 4, 5, 6], 4), ([0, 0, 7], 1), ([2], 1),
  ])
  func agreesWithEveryDraw(scores: [Int], count: Int) {
    let sums = RankSum(of: scores, drawing: count)
    var found: [Int: Double] = [:]
    for mask in 0..<(1 << scores.count) where mask.nonzeroBitCount == count {
      let sum = scores.indices.reduce(0) { $0 + (mask >> $1 & 1) * scores[$1] }
      found[sum, default: 0] += 1
    }
    let all = found.values.reduce(0, +)
    for sum in 0...scores.reduce(0, +) {
      let below = found.filter { $0.key <= sum }.values.reduce(0, +) / all
      let above = found.filter { $0.key >= sum }.values.reduce(0, +) / all
      #expect(abs(sums.lowerTail(sum) - below) < 1e-14)
      #expect(abs(sums.upperTail(sum) - above) < 1e-14)
    }
  }

  // Counted in whole numbers by another program, of ranks without ties: m of m + n for U, and for V
  // every rank of n drawn or not, which is a rank sum of any number of them.
  @Test func agreesWithCountsInWholeNumbers() throws {
    let rows = try Golden.rows("statistics/rank_distributions.csv")
    var agreement = Agreement()
    for row in rows {
      let numbers = (row["args"] ?? "").split(separator: ";").compactMap {
        Int($0.drop { $0 != "=" }.dropFirst())
      }
      let value: Double
      if row["statistic"] == "mannwhitney_cdf" {
        let (m, n, u) = (numbers[0], numbers[1], numbers[2])
        value = RankSum(of: Array(1...m + n), drawing: m).lowerTail(u + m * (m + 1) / 2)
      } else {
        let (n, v) = (numbers[0], numbers[1])
        // The number drawn is binomial.
        var choices = 1.0
        var total = 0.0
        for drawn in 0...n {
          total += choices * RankSum(of: Array(1...n), drawing: drawn).lowerTail(v)
          choices = choices * Double(n - drawn) / Double(drawn + 1)
        }
        value = total / pow(2, Double(n))
      }
      agreement.compare(
        value, with: try #require(Double(row["value"] ?? "")), at: row["id"] ?? "")
    }
    #expect(agreement.count == 11)
    #expect(agreement.largest < 1e-12, "\(agreement)")
    try Verification.record(
      "Distributions of U and of V", against: "NumPy 2.4.6, counted in whole numbers", agreement)
  }

  // mpmath 1.3.0: 25 of 50 ranks in the far tail, binomial(50, 25) = 126410606437752.
  @Test func keepsTheFarTail() {
    let sums = RankSum(of: Array(1...50), drawing: 25)
    #expect(deviation(sums.lowerTail(325), from: 1 / 126_410_606_437_752.0) < 1e-14)
    #expect(deviation(sums.upperTail(950), from: 1 / 126_410_606_437_752.0) < 1e-14)
  }
}
