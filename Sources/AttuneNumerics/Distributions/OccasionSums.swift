/// How unlike the sums of several occasions are where each person's scores stand in any order, every
/// order as likely as any other: exact, with ties.
///
///     S = sum over occasions of (sum over people of the score)^2
///
/// Scores are whole numbers, as twice the midranks are. Which sum belongs to which occasion does not
/// matter, so that states are sets of sums, and the first person may stand in one order.
///
/// - Checked against: all orders gone through in Python 3.11, see `FriedmanTestTests`.
public struct OccasionSums: Sendable {
  /// Each S and its probability, the largest first.
  private let outcomes: [(squares: Int, probability: Double)]

  /// The scores of each person, none negative; `nil` where it takes more than `limit` additions of a
  /// person's order.
  public init?(of people: [[Int]], atMost limit: Int) {
    guard people.count <= limit, let k = people.first?.count, (1...32).contains(k) else {
      return nil
    }
    precondition(people.allSatisfy { $0.count == k }, "scores on the same occasions")
    let bits = 64 / k
    guard people.reduce(0, { $0 + ($1.max() ?? 0) }) < 1 << min(bits, 62) else { return nil }
    // Those with few orders first: states stay few for longer.
    var kinds: [(scores: [Int], count: Int, orders: [[Int]])] = []
    for (scores, count) in Dictionary(people.map { ($0.sorted(), 1) }, uniquingKeysWith: +) {
      guard let orders = Self.orders(of: scores, atMost: limit) else { return nil }
      kinds.append((scores, count, orders))
    }
    kinds.sort { left, right in
      left.orders.count == right.orders.count
        ? left.scores.lexicographicallyPrecedes(right.scores)
        : left.orders.count < right.orders.count
    }
    let people = kinds.flatMap { kind in Array(repeating: kind, count: kind.count) }
    var states = [State(people[0].scores)]
    var probabilities = [1.0]
    var steps = 0
    for (_, _, ways) in people.dropFirst() {
      steps += states.count * ways.count
      guard steps <= limit else { return nil }
      // In the order of their first appearance, so that sums are rounded alike each time.
      var places: [UInt64: Int] = [:]
      var (next, shares): ([State], [Double]) = ([], [])
      for (state, probability) in zip(states, probabilities) {
        let share = probability / Double(ways.count)
        for way in ways {
          let reached = state.adding(way)
          let key = reached.key(bits)
          if let place = places[key] {
            shares[place] += share
          } else {
            places[key] = next.count
            next.append(reached)
            shares.append(share)
          }
        }
      }
      (states, probabilities) = (next, shares)
    }
    outcomes = zip(states, probabilities).map { ($0.squares, $1) }
      .sorted { $0.squares == $1.squares ? $0.1 < $1.1 : $0.squares > $1.squares }
  }

  /// The probability of sums at least as unlike as those whose squares add up to this.
  public func upperTail(_ squares: Int) -> Double {
    min(1, outcomes.prefix { $0.squares >= squares }.reduce(0) { $0 + $1.probability })
  }

  /// The sums of the occasions, from the lowest.
  private struct State {
    let sums: [Int]

    init(_ sums: [Int]) { self.sums = sums.sorted() }

    func adding(_ scores: [Int]) -> State {
      var sums = sums
      for place in sums.indices {
        let sum = sums[place] + scores[place]
        var hole = place
        while hole > 0, sums[hole - 1] > sum {
          sums[hole] = sums[hole - 1]
          hole -= 1
        }
        sums[hole] = sum
      }
      return State(sorted: sums)
    }

    private init(sorted sums: [Int]) { self.sums = sums }

    func key(_ bits: Int) -> UInt64 {
      sums.reduce(0) { bits < 64 ? $0 << UInt64(bits) | UInt64($1) : UInt64($1) }
    }

    var squares: Int { sums.reduce(0) { $0 + $1 * $1 } }
  }

  /// All orders in which scores, rising, can stand; `nil` where these are more than the limit.
  private static func orders(of scores: [Int], atMost limit: Int) -> [[Int]]? {
    var (count, run) = (1.0, 0)
    for (place, score) in scores.enumerated() {
      run = place > 0 && scores[place - 1] == score ? run + 1 : 1
      count *= Double(place + 1) / Double(run)
    }
    return count <= Double(limit) ? Array(sequence(first: scores, next: following)) : nil
  }

  /// The next order of the same scores by the alphabet of numbers; `nil` after the last.
  private static func following(_ order: [Int]) -> [Int]? {
    guard let turn = order.indices.dropLast().last(where: { order[$0] < order[$0 + 1] }),
      let above = order.lastIndex(where: { $0 > order[turn] })
    else { return nil }
    var next = order
    next.swapAt(turn, above)
    next[(turn + 1)...].reverse()
    return next
  }
}
