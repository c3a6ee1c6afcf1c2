/// Looks for other counts that a reader could not tell from the true ones, in which a given count is
/// one more or one less: where there are some, that count cannot be worked out.
///
/// Starting from the true counts the one in question is changed, and every sum that no longer holds
/// is mended by changing another of its counts by one, until all hold. What is found is a proof; where
/// nothing is found in a fair number of steps, the count is taken to be given away.
struct OtherCounts {
  private let counts: [Int]
  private let sums: [LinkedCounts.Sum]
  private let sumsOfCount: [[Int]]
  /// What a reader knows of each count.
  private let possible: [ClosedRange<Int>]
  private var change: [Int]
  /// By how much each sum's parts exceed its total.
  private var excess: [Int]
  private var stepsLeft = 0

  private static let most = 300

  init(_ linked: LinkedCounts, possible: [ClosedRange<Int>]) {
    counts = linked.counts
    sums = linked.sums
    sumsOfCount = linked.sumsOfCount
    self.possible = Self.narrowed(possible, linked.sums)
    change = Array(repeating: 0, count: counts.count)
    excess = Array(repeating: 0, count: sums.count)
  }

  /// Whether readers can take the count for another.
  mutating func exist(for place: Int) -> Bool {
    guard possible[place].count > 1 else { return false }
    return [1, -1].contains { step in
      guard possible[place].contains(counts[place] + step) else { return false }
      for index in change.indices { change[index] = 0 }
      for index in excess.indices { excess[index] = 0 }
      stepsLeft = Self.most
      set(place, step)
      return mend(sumsOfCount[place])
    }
  }

  private mutating func set(_ place: Int, _ step: Int) {
    let before = change[place]
    change[place] = step
    for sum in sumsOfCount[place] {
      excess[sum] += (sums[sum].total == place ? -1 : 1) * (step - before)
    }
  }

  /// Mends the sums that may have been broken, one after the other.
  private mutating func mend(_ suspects: [Int]) -> Bool {
    guard let broken = suspects.first(where: { excess[$0] != 0 }) else { return true }
    let sum = sums[broken]
    let step = excess[broken] > 0 ? -1 : 1
    var moves: [(place: Int, step: Int)] = sum.parts.map { (place: $0, step: step) }
    moves.append((place: sum.total, step: -step))
    moves.removeAll { move in
      change[move.place] != 0 || !possible[move.place].contains(counts[move.place] + move.step)
    }
    moves.sort { sumsOfCount[$0.place].count < sumsOfCount[$1.place].count }
    for move in moves {
      guard stepsLeft > 0 else { return false }
      stepsLeft -= 1
      set(move.place, move.step)
      let next = suspects.filter { excess[$0] != 0 } + sumsOfCount[move.place]
      if mend(next) { return true }
      set(move.place, 0)
    }
    return false
  }

  /// What is left of each range once every sum is held against its counts, over and over.
  private static func narrowed(
    _ possible: [ClosedRange<Int>], _ sums: [LinkedCounts.Sum]
  ) -> [ClosedRange<Int>] {
    var ranges = possible
    for _ in 0..<20 {
      let before = ranges
      for sum in sums {
        let low = sum.parts.reduce(0) { $0 + ranges[$1].lowerBound }
        let high = sum.parts.reduce(0) { $0 + ranges[$1].upperBound }
        ranges[sum.total] = ranges[sum.total].clamped(to: low...high)
        let total = ranges[sum.total]
        for part in sum.parts {
          let range = ranges[part]
          let (least, most) = (high - range.upperBound, low - range.lowerBound)
          ranges[part] = range.clamped(to: (total.lowerBound - least)...(total.upperBound - most))
        }
      }
      if ranges == before { break }
    }
    return ranges
  }
}
