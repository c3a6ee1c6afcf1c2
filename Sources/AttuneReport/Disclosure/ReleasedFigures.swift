/// Of which people figures may be printed, so that none of fewer than the floor can be worked out.
///
/// The mean of all and the mean of a group, each with its number of people, give the mean of the
/// others. So two sets of people of whom the same score has figures must be the same, or differ by at
/// least as many people as the floor; and so must what is left of a set without another, and groups
/// taken together. What is asked for first is released first.
struct ReleasedFigures {
  let floor: Int
  /// By score, the sets of people (rows of the sample) that figures were released of.
  private var released: [String: [Set<Int>]] = [:]

  init(floor: Int) { self.floor = floor }

  /// Whether figures of `score` may be printed of each of `groups`; if so, they are taken to be.
  mutating func release(_ score: String, of groups: [Set<Int>]) -> Bool {
    let together = groups.reduce(into: Set<Int>()) { $0.formUnion($1) }
    let sets = Array(Set((released[score] ?? []) + groups + [together]))
    guard Self.isSafe(sets, floor) else { return false }
    released[score] = sets
    return true
  }

  /// Whether figures of all of `scores` may be printed of the same groups.
  mutating func release(_ scores: [String], of groups: [Set<Int>]) -> Bool {
    var trial = self
    guard scores.allSatisfy({ trial.release($0, of: groups) }) else { return false }
    self = trial
    return true
  }

  private static func isSafe(_ sets: [Set<Int>], _ floor: Int) -> Bool {
    let rests = sets.flatMap { whole in
      sets.filter { $0.isStrictSubset(of: whole) }.map { whole.subtracting($0) }
    }
    let known = Array(Set(sets + rests))
    return known.indices.allSatisfy { index in
      known[index].count >= floor
        && known[..<index].allSatisfy { known[index].symmetricDifference($0).count >= floor }
    }
  }
}
