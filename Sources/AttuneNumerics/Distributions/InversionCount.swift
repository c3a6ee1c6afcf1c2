/// The number of pairs that stand the wrong way round in a random order of n things.
///
///     P_n(c) = (P_(n-1)(c) + P_(n-1)(c - 1) + … + P_(n-1)(c - n + 1)) / n
///
/// The null distribution of Kendall's score: `score = n (n - 1) / 2 - 2 c` without ties. Only
/// positive numbers are added, so that both tails keep their digits.
public struct InversionCount: Sendable {
  /// The probability of each count, from 0 on.
  private let probabilities: [Double]

  /// At least one thing.
  public init(things n: Int) {
    precondition(n > 0, "there is something to put in order")
    var probabilities = [1.0]
    for size in stride(from: 2, through: n, by: 1) {
      let top = size * (size - 1) / 2
      var next = Array(repeating: 0.0, count: top + 1)
      for count in next.indices {
        let first = max(0, count - size + 1)
        let last = min(count, probabilities.count - 1)
        for earlier in stride(from: first, through: last, by: 1) {
          next[count] += probabilities[earlier]
        }
        next[count] /= Double(size)
      }
      probabilities = next
    }
    self.probabilities = probabilities
  }

  /// The probability of at most `count`.
  public func lowerTail(_ count: Int) -> Double {
    min(1, probabilities.prefix(max(0, count + 1)).reduce(0, +))
  }
}
