/// Looks for other counts that a reader could not tell from the true ones, in which a given count is
/// one more or one less: where there are some, that count cannot be worked out.
///
/// Starting from the true counts the one in question is changed, and every sum and every printed mean
/// that no longer holds is mended by changing another of its counts, by one or by two, until all
/// hold. What is found is a proof; where nothing is found in a fair number of steps, the count is
/// taken to be given away.
struct OtherCounts {
  /// What readers must not know for the other counts to be possible.
  struct Price {
    /// Counts that are shown.
    var counts: [Int] = []
    /// Means that are printed.
    var means: [Int] = []
    /// Hidden counts of which they must not know that they are small.
    var sizes: [Int] = []
  }

  private let linked: LinkedCounts
  private let sumsOfCount: [[Int]]
  /// What a reader knows of each count.
  private let possible: [ClosedRange<Int>]
  private let isHidden: [Bool]
  private let isWithheld: [Bool]
  private var change: [Int]
  /// By how much each sum's parts exceed its total.
  private var excess: [Int]
  private var stepsLeft = 0
  private var mayBlur = false

  private static let most = 400
  private static let furthest = 2

  private typealias Move = (place: Int, step: Int, cost: Int)

  init(
    _ linked: LinkedCounts, possible: [ClosedRange<Int>], isHidden: [Bool], isWithheld: [Bool]
  ) {
    self.linked = linked
    sumsOfCount = linked.sumsOfCount
    self.possible = possible
    self.isHidden = isHidden
    self.isWithheld = isWithheld
    change = Array(repeating: 0, count: linked.counts.count)
    excess = Array(repeating: 0, count: linked.sums.count)
  }

  /// What has to be hidden so that readers can take the count for another: nothing, where they can
  /// already; `nil` where no way of at most `limit` is found.
  ///
  /// With `blurring` they need not know which hidden counts are hidden for their size.
  mutating func price(for place: Int, atMost limit: Int, blurring: Bool) -> Price? {
    mayBlur = blurring
    for limit in 0...limit {
      for step in [1, -1] {
        for index in change.indices { change[index] = 0 }
        for index in excess.indices { excess[index] = 0 }
        guard let cost = cost(of: place, step), cost <= limit else { continue }
        stepsLeft = Self.most
        set(place, step)
        if mend(sumsOfCount[place], left: limit - cost) { return price }
      }
    }
    return nil
  }

  /// Of the other counts that were found.
  private var price: Price {
    let changed = change.indices.filter { change[$0] != 0 && cost(of: $0, change[$0]) != 0 }
    return Price(
      counts: changed.filter { !isHidden[$0] }, means: brokenMeans,
      sizes: changed.filter { isHidden[$0] })
  }

  private var brokenMeans: [Int] {
    linked.means.indices.filter { !isWithheld[$0] && excess(ofMean: $0) != 0 }
  }

  private func excess(ofMean mean: Int) -> Double {
    linked.means[mean].excess { linked.counts[$0] + change[$0] }
  }

  private mutating func set(_ place: Int, _ step: Int) {
    let before = change[place]
    change[place] = step
    for sum in sumsOfCount[place] {
      excess[sum] += (linked.sums[sum].total == place ? -1 : 1) * (step - before)
    }
  }

  /// Nothing within what a reader may believe, more where something has to be hidden first; `nil`
  /// where a count cannot be that.
  private func cost(of place: Int, _ step: Int) -> Int? {
    let count = linked.counts[place] + step
    if possible[place].contains(count) { return 0 }
    guard count >= 0, !isHidden[place] || mayBlur else { return nil }
    return linked.kept.contains(place) ? 3 : 1
  }

  /// Mends what may have been broken, one after the other: the sums, then the means.
  private mutating func mend(_ suspects: [Int], left: Int) -> Bool {
    var moves: [Move]
    if let broken = suspects.first(where: { excess[$0] != 0 }) {
      moves = self.moves(mendingSum: broken, left)
    } else {
      let means = brokenMeans
      if means.count <= left { return true }
      moves = self.moves(mendingMean: means[0], left)
    }
    moves.sort { rank($0) < rank($1) }
    for move in moves {
      guard stepsLeft > 0 else { return false }
      stepsLeft -= 1
      let before = change[move.place]
      set(move.place, before + move.step)
      let next = suspects.filter { excess[$0] != 0 } + sumsOfCount[move.place]
      if mend(next, left: left - move.cost) { return true }
      set(move.place, before)
    }
    return false
  }

  private func moves(mendingSum index: Int, _ left: Int) -> [Move] {
    let sum = linked.sums[index]
    let step = excess[index] > 0 ? -1 : 1
    return sum.parts.compactMap { move($0, step, left) }
      + [move(sum.total, -step, left)].compactMap { $0 }
  }

  private func moves(mendingMean index: Int, _ left: Int) -> [Move] {
    let mean = linked.means[index]
    let isHigh = excess(ofMean: index) > 0
    let edge = isHigh ? mean.range.upperBound : mean.range.lowerBound
    return zip(mean.parts, mean.values).compactMap { place, value in
      value == edge ? nil : move(place, (value < edge) == isHigh ? 1 : -1, left)
    }
  }

  /// A step on the way that a count is going, if any, and not too far.
  private func move(_ place: Int, _ step: Int, _ left: Int) -> Move? {
    let before = change[place]
    guard before * step >= 0, abs(before) < Self.furthest,
      let total = cost(of: place, before + step)
    else { return nil }
    // What is hidden for a step is hidden for the next.
    let cost = total - (before == 0 ? 0 : cost(of: place, before) ?? 0)
    return cost <= left ? (place, step, cost) : nil
  }

  /// First what costs nothing and breaks little; of what has to be hidden the smallest, zeros last.
  private func rank(_ move: Move) -> (Int, Int, Int, Int) {
    let count = linked.counts[move.place]
    let size = move.cost == 0 ? 0 : count == 0 ? .max : count
    // How many sums the move breaks, less those that it mends.
    let broken = sumsOfCount[move.place].reduce(0) { broken, sum in
      let after = excess[sum] + (linked.sums[sum].total == move.place ? -move.step : move.step)
      return broken + (after == 0 ? 0 : 1) - (excess[sum] == 0 ? 0 : 1)
    }
    return (move.cost, broken, abs(change[move.place]), size)
  }
}
