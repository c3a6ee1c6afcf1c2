import AttuneNumerics

/// How far Guttman's split-half coefficient depends on the split: all ways to halve a scale.
///
/// Of up to 16 items every split is tried (of 16 there are 6,435); of more, random ones, seeded. Of
/// an odd number of items one half has one more.
struct SplitRange: Sendable, Hashable {
  let best: Double
  let worst: Double
  let mean: Double
  /// How many splits were tried.
  let count: Int
  /// The seed of the splits, where they are a sample.
  let seed: UInt64?

  private static let mostItems = 16

  /// At least two items.
  init(of covariance: SymmetricMatrix, sampling: Resampling) {
    let k = covariance.size
    let isComplete = k <= Self.mostItems
    var best = -Double.infinity
    var worst = Double.infinity
    var sum = CompensatedSum()
    var count = 0
    let visit = { (half: [Int]) in
      let isInside = Set(half)
      let halves = Halves(first: half, second: (0..<k).filter { !isInside.contains($0) })
      let value = halves.guttman(in: covariance)
      best = max(best, value)
      worst = min(worst, value)
      sum += value
      count += 1
    }
    if isComplete {
      Self.eachHalf(of: k, visit)
    } else {
      for split in 0..<sampling.count {
        var generator = SeededGenerator(seed: sampling.seed, stream: UInt64(split))
        visit(Self.randomHalf(of: k, &generator))
      }
    }
    (self.best, self.worst, self.count) = (best, worst, count)
    mean = sum.value / Double(count)
    seed = isComplete ? nil : sampling.seed
  }

  /// Every set of `k / 2` items, rounded down; of an even number, only those without the last item,
  /// because the other half is the same split.
  private static func eachHalf(of k: Int, _ visit: ([Int]) -> Void) {
    let free = k.isMultiple(of: 2) ? k - 1 : k
    var set = (1 << (k / 2)) - 1
    while set < 1 << free {
      visit((0..<k).filter { set >> $0 & 1 == 1 })
      // The next larger number with as many bits.
      let lowest = set & -set
      let carried = set + lowest
      set = carried | ((set ^ carried) / lowest) >> 2
    }
  }

  /// Half of the items, by as many steps of a shuffle.
  private static func randomHalf(of k: Int, _ generator: inout SeededGenerator) -> [Int] {
    var items = Array(0..<k)
    for place in 0..<k / 2 {
      items.swapAt(place, place + Int(generator.next(upperBound: UInt(k - place))))
    }
    return Array(items[..<(k / 2)])
  }
}
