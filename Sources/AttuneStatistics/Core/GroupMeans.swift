import AttuneData

/// The means and sums of squares of several groups, found around one pivot so that a large constant
/// costs no digits.
struct GroupMeans {
  struct Group {
    let name: String
    let n: Int
    /// Less the pivot.
    let shift: Double
    let sumOfSquares: Double
    /// In the unit of the score.
    let mean: Double

    var variance: Double { sumOfSquares / Double(n - 1) }
    /// The squared standard error of the mean.
    var squaredError: Double { variance / Double(n) }
  }

  let groups: [Group]
  let n: Int

  /// Two groups or more, each with `leastPerGroup` cases.
  init(_ data: SeveralGroups, leastPerGroup: Int) throws(StatisticsError) {
    guard data.groups.count >= 2 else {
      throw .tooFew(.groups, found: data.groups.count, needed: 2)
    }
    for group in data.groups where group.values.count < leastPerGroup {
      throw .tooFew(.casesInGroup(group.name), found: group.values.count, needed: leastPerGroup)
    }
    let pivot = data.groups[0].values[0]
    groups = data.groups.map { group in
      let moments = Moments(of: group.values.map { $0 - pivot })
      return Group(
        name: group.name, n: group.values.count, shift: moments.mean,
        sumOfSquares: moments.sumOfSquares, mean: pivot + moments.mean)
    }
    n = data.account.used
  }

  /// The sum of squared deviations of the group means from the mean of all.
  var between: Double {
    let grand = groups.reduce(0) { $0 + Double($1.n) * $1.shift } / Double(n)
    return groups.reduce(0) { $0 + Double($1.n) * ($1.shift - grand) * ($1.shift - grand) }
  }

  var within: Double { groups.reduce(0) { $0 + $1.sumOfSquares } }

  /// The share of the variance that the groups explain, corrected for its bias; more cases than
  /// groups, some variance within.
  var omegaSquared: Double {
    let error = within / Double(n - groups.count)
    return (between - Double(groups.count - 1) * error) / (between + within + error)
  }
}
