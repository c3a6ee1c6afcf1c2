#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The sum of the scores of some cases drawn from all without replacement, every draw as likely as
/// any other: exact, with ties.
///
///     ways(m, s) over the distinct scores: each adds j of its t equal scores in C(t, j) ways
///
/// Scores are whole numbers, as twice the midranks are. The cost grows with the number of cases
/// drawn, the largest sum and the number of distinct scores; `cost` tells it beforehand.
///
/// - Sources: Streitberg & Röhmel (1986), for the shift algorithm.
/// - Checked against: exactRankTests and coin in R 4.2.2, `choose` for the case without ties; see
///   `RankSumTests`.
public struct RankSum: Sendable {
  /// The probability of each sum, from `lowest` on.
  private let probabilities: [Double]
  private let lowest: Int

  /// About how many additions it takes to draw `count` of `scores`.
  public static func cost(of scores: [Int], drawing count: Int) -> Double {
    let drawn = min(count, scores.count - count)
    let largest = scores.sorted(by: >).prefix(drawn).reduce(0, +)
    return Double(scores.count) * Double(drawn + 1) * Double(largest + 1) / 2
  }

  /// Draws `count` of `scores`, none negative.
  public init(of scores: [Int], drawing count: Int) {
    precondition((0...scores.count).contains(count), "no more are drawn than there are")
    precondition(scores.allSatisfy { $0 >= 0 }, "scores are not negative")
    // Drawing the others is the same seen from behind, and cheaper when they are fewer.
    let drawn = min(count, scores.count - count)
    let total = scores.reduce(0, +)
    let most = scores.sorted(by: >).prefix(drawn).reduce(0, +)
    var ways = Array(repeating: Array(repeating: 0.0, count: most + 1), count: drawn + 1)
    ways[0][0] = 1
    let ties = Dictionary(scores.map { ($0, 1) }, uniquingKeysWith: +).sorted { $0.key < $1.key }
    var (seen, reached) = (0, 0)
    for (score, times) in ties {
      let choices = Self.choices(times)
      for taken in stride(from: min(seen + times, drawn), through: 1, by: -1) {
        // Those with fewer drawn are still as before this score.
        for of in 1...min(times, taken) where taken - of <= seen {
          let shift = of * score
          guard shift <= most else { break }
          let weight = choices[of]
          for sum in 0...min(reached, most - shift) where ways[taken - of][sum] > 0 {
            ways[taken][sum + shift] += weight * ways[taken - of][sum]
          }
        }
      }
      seen += times
      reached = min(most, reached + times * score)
    }
    let all = ways[drawn].reduce(0, +)
    let probabilities = ways[drawn].map { $0 / all }
    if drawn == count {
      lowest = 0
      self.probabilities = probabilities
    } else {
      lowest = total - most
      self.probabilities = probabilities.reversed()
    }
  }

  /// The probability of a sum of at most `sum`.
  public func lowerTail(_ sum: Int) -> Double {
    guard sum >= lowest else { return 0 }
    return min(1, probabilities.prefix(sum - lowest + 1).reduce(0, +))
  }

  /// The probability of a sum of at least `sum`.
  public func upperTail(_ sum: Int) -> Double {
    guard sum > lowest else { return 1 }
    return min(1, probabilities.dropFirst(sum - lowest).reversed().reduce(0, +))
  }

  /// The probability of a sum at least as far from its mean as `sum`; `doubledMean`: twice the mean.
  public func bothTails(_ sum: Int, doubledMean: Int) -> Double {
    let distance = (2 * sum - doubledMean).magnitude
    var far = 0.0
    for (index, probability) in probabilities.enumerated()
    where (2 * (lowest + index) - doubledMean).magnitude >= distance {
      far += probability
    }
    return min(1, far)
  }

  /// The binomial coefficients of `n`.
  private static func choices(_ n: Int) -> [Double] {
    var row = [1.0]
    for i in 1...max(1, n) { row.append((row[i - 1] * Double(n - i + 1) / Double(i)).rounded()) }
    return row
  }
}
