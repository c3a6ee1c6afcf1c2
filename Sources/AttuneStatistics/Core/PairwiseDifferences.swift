import AttuneNumerics

/// The differences between every value of one group and every value of another, in their order.
///
/// They are never written out: how many are at most a number is counted along the distinct values
/// of the two groups, so that any place among n1 n2 of them is found in time that grows with how
/// many there are.
struct PairwiseDifferences {
  private let first: DistinctValues
  private let second: DistinctValues
  /// Of the second group, how many cases lie below each of its values.
  private let secondBelow: [Int]
  private let sizes: (first: Int, second: Int)

  /// First less second; at least one value in each.
  init(_ first: [Double], _ second: [Double]) {
    self.first = DistinctValues(first)
    self.second = DistinctValues(second)
    secondBelow = self.second.below
    sizes = (first.count, second.count)
  }

  var count: Int { sizes.first * sizes.second }

  /// Of an even number, the mean of the two in the middle.
  var median: Double {
    let low = value(at: (count + 1) / 2)
    guard count.isMultiple(of: 2) else { return low }
    let high = value(at: count / 2 + 1)
    return low + (high - low) / 2
  }

  /// The difference at `place`, from 1.
  func value(at place: Int) -> Double {
    // Halving the range of the numbers themselves: every one is reached in 64 steps.
    let (x, y) = (first.values, second.values)
    var low = Self.position(x[0] - y[y.count - 1])
    var high = Self.position(x[x.count - 1] - y[0])
    while low < high {
      let middle = low + (high - low) / 2
      if countOfAtMost(Self.number(middle)) >= place { high = middle } else { low = middle + 1 }
    }
    return Self.number(low)
  }

  private func countOfAtMost(_ limit: Double) -> Int {
    let others = second.values
    var (total, start) = (0, 0)
    // A larger first value needs a larger second one to come within the limit.
    for (value, cases) in zip(first.values, first.counts) {
      while start < others.count, value - others[start] > limit { start += 1 }
      total += cases * (sizes.second - secondBelow[start])
    }
    return total
  }

  /// The place of a finite number among all, negative ones first.
  private static func position(_ number: Double) -> UInt64 {
    let bits = number == 0 ? 0 : number.bitPattern
    return bits >> 63 == 0 ? bits | 1 << 63 : ~bits
  }

  private static func number(_ position: UInt64) -> Double {
    Double(bitPattern: position >> 63 == 1 ? position & ~(1 << 63) : ~position)
  }
}

extension PairwiseDifferences {
  /// The shifts that the Mann-Whitney test does not reject: between two of the differences.
  ///
  /// The places are exact for untied ranks where `isExact`, else those of the normal distribution
  /// with the correction for ties (`sigma`).
  func shiftInterval(
    _ level: ConfidenceLevel, sigma: Double, isExact: Bool
  ) throws(StatisticsError) -> ConfidenceInterval {
    let (n1, n2) = sizes
    var place: Int
    if isExact {
      let distribution = RankSum(of: Array(1...(n1 + n2)), drawing: n1)
      place = distribution.largest(within: level.tail) + 1 - n1 * (n1 + 1) / 2
    } else {
      let reach = try level.normalReach() * sigma
      place = Int((Double(n1 * n2) / 2 - reach).rounded(.down))
    }
    guard place >= 1 else {
      throw .undetermined("there are too few cases for an interval at \(level.percent)")
    }
    place = min(place, count / 2 + 1)
    return ConfidenceInterval(
      level: level, lower: value(at: place), upper: value(at: count + 1 - place))
  }
}
