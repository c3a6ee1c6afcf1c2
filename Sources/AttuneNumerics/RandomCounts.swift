/// Draws how many of a number of people are of each kind, each person drawn with replacement.
///
///     P(drawn) = n! / product of drawn! * product of (count / n)^drawn
///
/// What drawing n people one by one and counting them gives, without the people: the kinds are halved
/// again and again, and how many of a half's people are of its first part is binomial. That number is
/// found by tossing: a person is of the first part where a random binary fraction is below the part's
/// share, and with each digit half of those who are still level with it are decided. Whole numbers
/// alone, so that it is the same on every machine; about `n / 32` words for each halving.
///
/// - Checked against: the probability of every outcome; see `RandomCountsTests`.
public struct RandomCounts: Sendable {
  /// How many people are of the kinds before each, and of all.
  private let before: [Int]

  /// How many people are of each kind, none below 0.
  public init(_ counts: [Int]) {
    before = counts.reduce(into: [0]) { sums, count in sums.append(sums[sums.count - 1] + count) }
  }

  /// How many of as many people as there are, drawn from them, are of each kind.
  public func fill(_ drawn: inout [Int], using generator: inout SeededGenerator) {
    precondition(drawn.count == before.count - 1, "there is a place for each kind")
    guard !drawn.isEmpty else { return }
    share(before[before.count - 1], 0..<drawn.count, &drawn, &generator)
  }

  private func share(
    _ people: Int, _ kinds: Range<Int>, _ drawn: inout [Int], _ generator: inout SeededGenerator
  ) {
    guard kinds.count > 1 else { return drawn[kinds.lowerBound] = people }
    let middle = (kinds.lowerBound + kinds.upperBound) / 2
    let first = generator.successes(
      of: people, share: before[middle] - before[kinds.lowerBound],
      in: before[kinds.upperBound] - before[kinds.lowerBound])
    share(first, kinds.lowerBound..<middle, &drawn, &generator)
    share(people - first, middle..<kinds.upperBound, &drawn, &generator)
  }
}

extension SeededGenerator {
  /// How many of `trials` succeed, each with the probability `share / whole`.
  fileprivate mutating func successes(of trials: Int, share: Int, in whole: Int) -> Int {
    guard share < whole else { return trials }
    // Those level with the share so far, and what is left of it, in units of a digit.
    var (level, rest, below) = (trials, share, 0)
    while level > 0, rest > 0 {
      let ones = heads(of: level)
      rest *= 2
      if rest >= whole {
        rest -= whole
        below += level - ones
        level = ones
      } else {
        level -= ones
      }
    }
    return below
  }

  /// How many of `tosses` of a fair coin are heads.
  private mutating func heads(of tosses: Int) -> Int {
    var heads = 0
    for _ in 0..<tosses / 64 { heads += next().nonzeroBitCount }
    let rest = tosses % 64
    return rest > 0 ? heads + (next() >> (64 - rest)).nonzeroBitCount : heads
  }
}
