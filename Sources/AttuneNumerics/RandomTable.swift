#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Draws tables of counts whose totals are given, as chance makes them.
///
///     P(table) = product of row totals! * product of column totals! / (n! * product of counts!)
///
/// Count by count from the hypergeometric distribution of each, given those before it, searched
/// outwards from its likeliest value: the time grows with the spread of a count, not with the number
/// of people.
///
/// - Sources: Patefield (1981, algorithm AS 159, doi:10.2307/2346669).
/// - Checked against: the probability of every table with the same totals; see `RandomTableTests`.
public struct RandomTable: Sendable {
  private let rows: [Int]
  private let columns: [Int]
  private let factorials: LogFactorials

  /// Totals of the same sum, at least one each way, none below 0.
  public init(rows: [Int], columns: [Int]) {
    precondition(
      rows.reduce(0, +) == columns.reduce(0, +), "rows and columns are of the same people")
    self.rows = rows
    self.columns = columns
    factorials = LogFactorials(upTo: rows.reduce(0, +))
  }

  /// The counts of a table, row by row.
  public func counts(using generator: inout SeededGenerator) -> [Int] {
    var left = columns
    var all = columns.reduce(0, +)
    var counts: [Int] = []
    counts.reserveCapacity(rows.count * columns.count)
    for row in rows.dropLast() {
      var (open, rest) = (row, all)
      for column in columns.indices.dropLast() {
        let count = draw(of: left[column], among: rest, taking: open, using: &generator)
        counts.append(count)
        (open, rest) = (open - count, rest - left[column])
        left[column] -= count
      }
      counts.append(open)
      left[columns.count - 1] -= open
      all -= row
    }
    return counts + left
  }

  /// How many of `marked` are among `taken` people of `all`.
  private func draw(
    of marked: Int, among all: Int, taking taken: Int, using generator: inout SeededGenerator
  ) -> Int {
    let range = max(0, marked + taken - all)...min(marked, taken)
    guard range.count > 1 else { return range.lowerBound }
    let likeliest = min(
      max((marked + 1) * (taken + 1) / (all + 2), range.lowerBound), range.upperBound)
    let probability = exp(logProbability(likeliest, marked, all, taken))
    var rest = Double(generator.next() >> 11) * 0x1p-53 - probability
    var (up, above) = (likeliest, probability)
    var (down, below) = (likeliest, probability)
    while rest >= 0, above + below > 0 {
      above =
        up < range.upperBound
        ? above * ratio(marked - up, taken - up, up + 1, all - marked - taken + up + 1) : 0
      up += 1
      rest -= above
      if rest < 0 { return up }
      below =
        down > range.lowerBound
        ? below * ratio(down, all - marked - taken + down, marked - down + 1, taken - down + 1) : 0
      down -= 1
      rest -= below
      if rest < 0 { return down }
    }
    // By rounding the probabilities may sum to a little less than 1.
    return likeliest
  }

  private func ratio(_ a: Int, _ b: Int, _ c: Int, _ d: Int) -> Double {
    Double(a) * Double(b) / (Double(c) * Double(d))
  }

  private func logProbability(_ x: Int, _ marked: Int, _ all: Int, _ taken: Int) -> Double {
    let others = all - marked
    return factorials[marked] - factorials[x] - factorials[marked - x]
      + factorials[others] - factorials[taken - x] - factorials[others - taken + x]
      - factorials[all] + factorials[taken] + factorials[all - taken]
  }
}
