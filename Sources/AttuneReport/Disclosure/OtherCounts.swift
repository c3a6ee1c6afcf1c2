/// Looks for other counts that a reader could not tell from the true ones, in which a given count is
/// one more or one less: where there are some, that count cannot be worked out.
///
/// Starting from the true counts the one in question is changed, and every sum and every printed mean
/// that no longer holds is mended by changing another of its counts, by one or by two, until all
/// hold. Of what is half mended the cheapest and nearest is taken up first, and of its broken sums the
/// one that can be mended in the fewest ways. What is found is a proof; where nothing is found in a
/// fair number of steps, the count is taken to be given away.
struct OtherCounts {
  /// Other counts, and what readers must not know for them to be possible.
  struct Found {
    /// Counts that are shown.
    var counts: [Int] = []
    /// Means that are printed, and how coarsely they would have to be.
    var means: [(mean: Int, coarseness: Int)] = []
    /// Hidden counts of which they must not know that they are small.
    var sizes: [Int] = []
    /// All that are others: none of these can be worked out then.
    var changed: [Int] = []
  }

  private let linked: LinkedCounts
  private let sumsOfCount: [[Int]]
  /// What a reader knows of each count.
  private let possible: [ClosedRange<Int>]
  private let isHidden: [Bool]
  /// Of each mean, which of its ranges is printed.
  private let coarseness: [Int]
  private var change: [Int]
  /// By how much the changes of each sum's parts exceed that of its total; without those of its rest.
  private var excess: [Int]
  /// Of each sum a part that is printed nowhere and stands in no other, such as those of a group who
  /// have no score: it takes up what the others leave, unless that is more than there is of it.
  private let rests: [Int?]
  /// The count that is to be another.
  private var place = 0
  private var mayBlur = false
  private var weight = 0

  private static let furthest = 2

  /// How hard to look for a way by which little is hidden, before any way is good enough.
  private struct Effort {
    /// What is hidden, against what is still broken.
    let weight: Int
    let steps: Int
    /// More is not hidden at once for the sake of one.
    let limit: Int
  }

  private static let efforts = [
    Effort(weight: 40, steps: 400, limit: 6), Effort(weight: 8, steps: 2_000, limit: 12),
    Effort(weight: 2, steps: 4_000, limit: 12),
  ]

  private struct Move {
    let place: Int
    let step: Int
    let cost: Int
  }

  /// Counts that were changed, in this order, and what has to be hidden for it.
  private struct Attempt {
    var moves: [Move]
    var cost: Int
    /// Whether the means that do not hold are given up.
    var isWhole = false
  }

  init(
    _ linked: LinkedCounts, possible: [ClosedRange<Int>], isHidden: [Bool], coarseness: [Int]
  ) {
    self.linked = linked
    sumsOfCount = linked.sumsOfCount
    self.possible = possible
    self.isHidden = isHidden
    self.coarseness = coarseness
    change = Array(repeating: 0, count: linked.counts.count)
    excess = Array(repeating: 0, count: linked.sums.count)
    let inMeans = Set(linked.means.flatMap(\.parts))
    rests = linked.sums.map { [sumsOfCount] sum in
      sum.parts.first {
        !linked.isPrinted[$0] && sumsOfCount[$0].count == 1 && !inMeans.contains($0)
      }
    }
  }

  /// Others in which the count is another, with as little as is found that has to be hidden for it;
  /// `nil` where nothing is found.
  ///
  /// With `blurring` readers need not know which hidden counts are hidden for their size.
  mutating func find(for place: Int, blurring: Bool) -> Found? {
    mayBlur = blurring
    self.place = place
    for effort in blurring ? Self.efforts.suffix(1) : Self.efforts[...] {
      if let found = find(effort) { return found }
    }
    return nil
  }

  private mutating func find(_ effort: Effort) -> Found? {
    let limit = effort.limit
    weight = effort.weight
    var waiting = Waiting<Attempt>()
    var seen: Set<Int> = []
    for step in [-1, 1] {
      guard let cost = cost(of: place, step), cost <= limit else { continue }
      waiting.push(
        Attempt(moves: [Move(place: place, step: step, cost: cost)], cost: cost), at: 0)
    }
    for _ in 0..<effort.steps {
      guard let attempt = waiting.pop() else { return nil }
      for move in attempt.moves { set(move.place, change[move.place] + move.step) }
      defer { for move in attempt.moves { set(move.place, 0) } }
      if attempt.isWhole { return found(attempt) }
      let broken = Set(attempt.moves.flatMap { sumsOfCount[$0.place] }).filter { residue($0) != 0 }
      var moves: [Move] = []
      if broken.isEmpty {
        let means = brokenMeans
        guard let mean = means.first else { return found(attempt) }
        if attempt.cost + means.count <= limit {
          var whole = attempt
          whole.isWhole = true
          waiting.push(whole, at: rank(attempt.cost + means.count, 0, attempt.moves.count))
        }
        moves = self.moves(mendingMean: mean, limit - attempt.cost)
      } else {
        let ways = broken.sorted().map { self.moves(mendingSum: $0, limit - attempt.cost) }
        moves = ways.min { $0.count < $1.count } ?? []
      }
      // What is pushed last is taken up first.
      for move in moves.sorted(by: { size($0) > size($1) }) {
        var next = attempt
        next.moves.append(move)
        next.cost += move.cost
        guard seen.insert(Self.key(next.moves)).inserted else { continue }
        waiting.push(
          next, at: rank(next.cost, broken.count + breaks(move), next.moves.count))
      }
    }
    return nil
  }

  /// What has to be hidden weighs most, then sums that do not hold, then how much is changed.
  private func rank(_ cost: Int, _ broken: Int, _ changed: Int) -> Int {
    weight * cost + 10 * broken + changed
  }

  /// The same for the same changes in another order.
  private static func key(_ moves: [Move]) -> Int {
    moves.reduce(0) { key, move in
      var z = UInt64(bitPattern: Int64(4 * move.place + move.step)) &+ 0x9E37_79B9_7F4A_7C15
      z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
      z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
      return key &+ Int(truncatingIfNeeded: z ^ (z >> 31))
    }
  }

  private func found(_ attempt: Attempt) -> Found {
    let changed = change.indices.filter { change[$0] != 0 }
    let paid = changed.filter { cost(of: $0, change[$0]) != 0 }
    let rests = Set(attempt.moves.flatMap { sumsOfCount[$0.place] }).compactMap {
      excess[$0] == 0 ? nil : rest(of: $0)
    }
    return Found(
      counts: paid.filter { !isHidden[$0] },
      means: brokenMeans.map { mean in
        (mean, linked.means[mean].coarseness(from: coarseness[mean], count))
      },
      sizes: paid.filter { isHidden[$0] }, changed: changed + rests)
  }

  private func count(_ place: Int) -> Int { linked.counts[place] + change[place] }

  private var brokenMeans: [Int] { linked.means.indices.filter { excess(ofMean: $0) != 0 } }

  private func excess(ofMean mean: Int) -> Double {
    linked.means[mean].excess(at: coarseness[mean], count)
  }

  private mutating func set(_ place: Int, _ step: Int) {
    let before = change[place]
    change[place] = step
    for sum in sumsOfCount[place] {
      excess[sum] += (linked.sums[sum].total == place ? -1 : 1) * (step - before)
    }
  }

  private func rest(of sum: Int) -> Int? { rests[sum] == place ? nil : rests[sum] }

  /// What its rest cannot take up of a sum's excess.
  private func residue(_ sum: Int, after step: Int = 0) -> Int {
    let excess = excess[sum] + step
    guard let rest = rest(of: sum) else { return excess }
    return max(0, excess - linked.counts[rest])
  }

  /// Nothing within what a reader may believe, more where something has to be hidden first; `nil`
  /// where a count cannot be that.
  private func cost(of place: Int, _ step: Int) -> Int? {
    let count = linked.counts[place] + step
    if possible[place].contains(count) { return 0 }
    guard count >= 0, !isHidden[place] || mayBlur else { return nil }
    return linked.kept.contains(place) ? 3 : 1
  }

  private func moves(mendingSum index: Int, _ left: Int) -> [Move] {
    let sum = linked.sums[index]
    let step = residue(index) > 0 ? -1 : 1
    let rest = rest(of: index)
    return sum.parts.compactMap { $0 == rest ? nil : move($0, step, left) }
      + [move(sum.total, -step, left)].compactMap { $0 }
  }

  private func moves(mendingMean index: Int, _ left: Int) -> [Move] {
    let mean = linked.means[index]
    let range = mean.ranges[coarseness[index]]
    let isHigh = excess(ofMean: index) > 0
    let edge = isHigh ? range.upperBound : range.lowerBound
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
    return cost <= left ? Move(place: place, step: step, cost: cost) : nil
  }

  /// How many sums the move breaks, less those that it mends.
  private func breaks(_ move: Move) -> Int {
    sumsOfCount[move.place].reduce(0) { broken, sum in
      let step = linked.sums[sum].total == move.place ? -move.step : move.step
      return broken + (residue(sum, after: step) == 0 ? 0 : 1) - (residue(sum) == 0 ? 0 : 1)
    }
  }

  /// Of what has to be hidden the smallest first, zeros last.
  private func size(_ move: Move) -> Int {
    let count = linked.counts[move.place]
    return move.cost == 0 ? 0 : count == 0 ? .max : count
  }
}

/// What waits by its rank: the lowest first, and of one rank the latest.
private struct Waiting<Element> {
  private var ranks: [[Element]] = []
  private var lowest = 0

  mutating func push(_ element: Element, at rank: Int) {
    while ranks.count <= rank { ranks.append([]) }
    ranks[rank].append(element)
    lowest = min(lowest, rank)
  }

  mutating func pop() -> Element? {
    while lowest < ranks.count {
      if let element = ranks[lowest].popLast() { return element }
      lowest += 1
    }
    return nil
  }
}
