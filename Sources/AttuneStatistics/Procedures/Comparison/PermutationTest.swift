public import AttuneData
import AttuneNumerics
public import AttuneTables
import Dispatch

/// Tests whether two groups differ by dealing their scores out anew, again and again.
///
///     p = share of the divisions whose difference of means is as far out as that found
///     drawn: (1 + as far out) / (1 + drawn)
///
/// Every division of the scores into groups of these sizes is looked at where there are few enough;
/// else they are drawn with a seed. If the groups do not differ in any way, the test is exact however
/// the scores are distributed. It is of the difference of means, as in Fisher's and Pitman's, and of
/// use where a group is too small for t.
///
/// - Input: Two groups of `n >= 1`, not all the same value.
/// - Sources: Fisher (1935); Pitman (1937); counting the division found, Phipson & Smyth (2010).
/// - Checked against: scipy 1.17 `permutation_test`, and every division written out in NumPy; see
///   `PermutationTestTests`.
/// - Throws: `StatisticsError.tooFew`, `.noVariance`.
public struct PermutationTest: Procedure {
  public static let about = Method(
    "permutation-test", "Permutation test",
    sources: ["doi:10.2307/2984124", "doi:10.2202/1544-6115.1585"])

  public typealias Input = TwoGroups

  public var alternative = Alternative.twoSided
  /// How many divisions are drawn where there are too many to look at each.
  public var sampling = Resampling()

  public init() {}

  public struct Outcome: Sendable, Hashable {
    public let names: GroupPair<String>
    /// First mean minus second.
    public let meanDifference: Double
    public let pValue: Double
    /// How many divisions were looked at.
    public let divisions: Int
    /// Whether they were all there are.
    public let isExact: Bool
    public let alternative: Alternative
    public let account: CaseAccount
    let seed: UInt64
  }

  /// At most this many divisions are all looked at.
  private static let affordable = 200_000.0

  public func apply(to groups: TwoGroups) throws(StatisticsError) -> Outcome {
    let (x, y) = (groups.values.first, groups.values.second)
    let all = x + y
    guard all.contains(where: { $0 != all[0] }) else { throw .noVariance(in: "the score") }
    // Around the mean, so that what is compared does not drown in a large constant.
    let centre = Moments(of: all)
    let scores = all.map { centre.deviation(of: $0) }
    let found = scores.prefix(x.count).reduce(0, +)
    // Divisions that are as far out on paper are so here, whatever binary numbers leave of decimals.
    let noise =
      scores.reduce(0) { $0 + $1.magnitude } * 1e-12
      + Double(all.count) * roundingOfDecimals([all])
    let judge = Judge(alternative: alternative, found: found, noise: noise)
    let divisions = Self.divisions(all.count, x.count)
    let isExact = divisions <= Self.affordable
    let summary = groups.summaries
    let pValue: Double
    if isExact {
      pValue = Double(Self.countAll(scores, x.count, judge)) / divisions
    } else {
      pValue = Double(1 + draw(scores, x.count, judge)) / Double(1 + sampling.count)
    }
    return Outcome(
      names: groups.names, meanDifference: summary.first.mean - summary.second.mean,
      pValue: pValue, divisions: isExact ? Int(divisions) : sampling.count, isExact: isExact,
      alternative: alternative, account: groups.account, seed: sampling.seed)
  }

  /// Whether a division is at least as far out as the one found.
  private struct Judge: Sendable {
    let alternative: Alternative
    /// The sum of the first group's scores, of which the mean over all divisions is 0.
    let found: Double
    let noise: Double

    func isAsFarOut(_ sum: Double) -> Bool {
      switch alternative {
      case .twoSided: sum.magnitude >= found.magnitude - noise
      case .less: sum <= found + noise
      case .greater: sum >= found - noise
      }
    }
  }

  private static func divisions(_ n: Int, _ first: Int) -> Double {
    let few = min(first, n - first)
    return few == 0
      ? 1 : (1...few).reduce(1.0) { ($0 * Double(n - few + $1) / Double($1)).rounded() }
  }

  /// How many of all divisions are as far out, by going through every choice of the first group.
  private static func countAll(_ scores: [Double], _ first: Int, _ judge: Judge) -> Int {
    var chosen = Array(0..<first)
    let n = scores.count
    var count = 0
    while true {
      if judge.isAsFarOut(chosen.reduce(0) { $0 + scores[$1] }) { count += 1 }
      guard let last = chosen.indices.last(where: { chosen[$0] < n - first + $0 }) else { break }
      chosen[last] += 1
      for next in chosen.indices.dropFirst(last + 1) { chosen[next] = chosen[next - 1] + 1 }
    }
    return count
  }

  /// How many of the divisions drawn are as far out.
  private func draw(_ scores: [Double], _ first: Int, _ judge: Judge) -> Int {
    let block = 64
    let blocks = (sampling.count + block - 1) / block
    let counts = [Int](unsafeUninitializedCapacity: blocks) { buffer, filled in
      // Each block writes its own place.
      nonisolated(unsafe) let places = buffer
      DispatchQueue.concurrentPerform(iterations: blocks) { index in
        var count = 0
        var dealt = scores
        for draw in index * block..<min((index + 1) * block, sampling.count) {
          var generator = SeededGenerator(seed: sampling.seed, stream: UInt64(draw))
          dealt = scores
          var sum = 0.0
          for place in 0..<first {
            let other = place + generator.number(below: dealt.count - place)
            dealt.swapAt(place, other)
            sum += dealt[place]
          }
          if judge.isAsFarOut(sum) { count += 1 }
        }
        places.initializeElement(at: index, to: count)
      }
      filled = blocks
    }
    return counts.reduce(0, +)
  }
}

extension PermutationTest.Outcome: Tabular {
  public var tables: [Table] {
    [
      Table(
        PermutationTest.about.id, title: PermutationTest.about.title,
        columns: [.estimate.labelled("difference"), .divisions, .pValue],
        rows: [[.real(meanDifference), .count(divisions), .real(pValue)]],
        notes: [
          """
          \(names.first) minus \(names.second), of means; \
          \(isExact ? "all divisions" : "divisions drawn at random, seed \(seed)"); p is \
          \(alternative == .twoSided ? "two-sided" : "one-sided").
          """
        ])
    ]
  }
}

extension Column {
  fileprivate static let divisions = Column("divisions", "divisions", .count)
}
