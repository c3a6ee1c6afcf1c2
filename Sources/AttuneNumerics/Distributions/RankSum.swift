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

  /// Whether it takes at most about `limit` additions to draw `count` of `scores`.
  public static func takes(atMost limit: Double, of scores: [Int], drawing count: Int) -> Bool {
    let drawn = min(count, scores.count - count)
    let perSum = Double(scores.count) * Double(drawn + 1) / 2
    // The largest sum is at least that of as many average scores, which needs no sorting.
    let average = Double(scores.reduce(0, +)) / Double(scores.count) * Double(drawn)
    guard perSum * (average + 1) <= limit else { return false }
    let largest = scores.sorted(by: >).prefix(drawn).reduce(0, +)
    return perSum * Double(largest + 1) <= limit
  }

  /// Draws `count` of `scores`, none negative.
  public init(of scores: [Int], drawing count: Int) {
    precondition((0...scores.count).contains(count), "no more are drawn than there are")
    precondition(scores.allSatisfy { $0 >= 0 }, "scores are not negative")
    // Drawing the others is the same seen from behind, and cheaper when they are fewer.
    let drawn = min(count, scores.count - count)
    let total = scores.reduce(0, +)
    let most = scores.sorted(by: >).prefix(drawn).reduce(0, +)
    let ways = Self.ways(of: scores, drawing: drawn, most: most)
    let all = ways.reduce(0, +)
    let probabilities = ways.map { $0 / all }
    if drawn == count {
      lowest = 0
      self.probabilities = probabilities
    } else {
      lowest = total - most
      self.probabilities = probabilities.reversed()
    }
  }

  /// In how many ways `drawn` of the scores have each sum from 0 to `most`.
  private static func ways(of scores: [Int], drawing drawn: Int, most: Int) -> [Double] {
    // A row for each number of scores drawn, in one piece, and where in the row there are any ways.
    let width = most + 1
    var ways = Array(repeating: 0.0, count: (drawn + 1) * width)
    var low = Array(repeating: Int.max, count: drawn + 1)
    var high = Array(repeating: -1, count: drawn + 1)
    (ways[0], low[0], high[0]) = (1, 0, 0)
    let ties = Dictionary(scores.map { ($0, 1) }, uniquingKeysWith: +).sorted { $0.key < $1.key }
    var (seen, left) = (0, scores.count)
    ways.withUnsafeMutableBufferPointer { ways in
      guard let start = ways.baseAddress else { return }
      for (score, times) in ties {
        let choices = Self.choices(times)
        left -= times
        // Fewer than these could not be made up for by the scores that are left.
        let fewest = max(1, drawn - left)
        var taken = min(seen + times, drawn)
        while taken >= fewest {
          // Those with fewer drawn are still as before this score.
          for of in 1...min(times, taken) where high[taken - of] >= 0 {
            let (shift, weight) = (of * score, choices[of])
            let last = min(high[taken - of], most - shift)
            guard low[taken - of] <= last else { continue }
            let from = start + ((taken - of) * width)
            let to = start + (taken * width + shift)
            var sum = low[taken - of]
            while sum <= last {
              to[sum] += weight * from[sum]
              sum += 1
            }
            low[taken] = min(low[taken], low[taken - of] + shift)
            high[taken] = max(high[taken], last + shift)
          }
          taken -= 1
        }
        seen += times
      }
    }
    return Array(ways.suffix(width))
  }

  /// The largest sum of which one of at most that has a probability of at most `tail`; one less
  /// than the lowest of all where none has.
  public func largest(within tail: Double) -> Int {
    var (sum, below) = (lowest - 1, 0.0)
    for probability in probabilities {
      below += probability
      guard below <= tail else { break }
      sum += 1
    }
    return sum
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
