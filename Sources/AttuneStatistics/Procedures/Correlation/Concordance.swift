/// How many pairs of cases stand the same way round on two scores, and how many the other way.
///
/// Knight (1966): in the order of the first score, the exchanges that sorting by the second takes
/// are the pairs that stand the other way; n log n steps in place of n^2.
struct Concordance {
  let n: Int
  /// All pairs of cases.
  let pairs: Int
  /// Pairs the same way round, less those the other way.
  let score: Int
  /// Pairs that tie on the first and on the second.
  private let firstTies: Int
  private let secondTies: Int
  private let firstRuns: [Int]
  private let secondRuns: [Int]

  init(_ x: [Double], _ y: [Double]) {
    let order = x.indices.sorted { x[$0] != x[$1] ? x[$0] < x[$1] : y[$0] < y[$1] }
    n = x.count
    pairs = n * (n - 1) / 2
    firstRuns = tieCounts(x)
    secondRuns = tieCounts(y)
    firstTies = firstRuns.reduce(0) { $0 + $1 * ($1 - 1) / 2 }
    secondTies = secondRuns.reduce(0) { $0 + $1 * ($1 - 1) / 2 }
    var joint = 0
    var run = 1
    for (left, right) in zip(order, order.dropFirst()) {
      run = x[left] == x[right] && y[left] == y[right] ? run + 1 : 1
      joint += run - 1
    }
    var sorted = order.map { y[$0] }
    let exchanges = Self.exchanges(sorting: &sorted)
    score = pairs - firstTies - secondTies + joint - 2 * exchanges
  }

  var hasTies: Bool { firstTies + secondTies > 0 }

  /// `nil` where all cases tie on one of the scores.
  var tau: Double? {
    let (left, right) = (pairs - firstTies, pairs - secondTies)
    guard left > 0, right > 0 else { return nil }
    if abs(score) == left, left == right { return score < 0 ? -1 : 1 }
    return Double(score) / (Double(left).squareRoot() * Double(right).squareRoot())
  }

  /// Of the score under no association, given the ties (Kendall 1970, 4.5).
  var variance: Double {
    let n = Double(n)
    func sum(_ runs: [Int], _ term: (Double) -> Double) -> Double {
      runs.reduce(0) { $0 + term(Double($1)) }
    }
    let cubic = { (t: Double) in t * (t - 1) * (2 * t + 5) }
    let two = { (t: Double) in t * (t - 1) }
    let three = { (t: Double) in t * (t - 1) * (t - 2) }
    let plain = (cubic(n) - sum(firstRuns, cubic) - sum(secondRuns, cubic)) / 18
    let triples = sum(firstRuns, three) * sum(secondRuns, three)
    return plain + sum(firstRuns, two) * sum(secondRuns, two) / (2 * two(n))
      + (triples > 0 ? triples / (9 * three(n)) : 0)
  }

  /// Sorts by merging, and counts the exchanges of neighbours that it would have taken.
  private static func exchanges(sorting values: inout [Double]) -> Int {
    var count = 0
    var merged = values
    var width = 1
    while width < values.count {
      for start in stride(from: 0, to: values.count, by: 2 * width) {
        let middle = min(start + width, values.count)
        let end = min(start + 2 * width, values.count)
        var (left, right) = (start, middle)
        for place in start..<end {
          if right == end || left < middle && values[left] <= values[right] {
            merged[place] = values[left]
            left += 1
          } else {
            merged[place] = values[right]
            right += 1
            count += middle - left
          }
        }
      }
      swap(&values, &merged)
      width *= 2
    }
    return count
  }
}
