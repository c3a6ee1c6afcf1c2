#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// All tables of counts with the margins of one, and how probable those are that are no likelier.
///
///     P(table) = product of row totals! * product of column totals! / (n! * product of counts!)
///
/// Half of the columns are filled one after the other; tables that leave the same totals for the rows
/// are followed together, as in the network of Mehta & Patel (1983,
/// doi:10.1080/01621459.1983.10477989). The other half is filled from the end, once for all totals
/// that it may have; where both meet, what is improbable enough is found among sorted sums.
///
/// - Checked against: R 4.2.2 `fisher.test`, and every table written out; see
///   `FisherExactTestTests`.
public struct TableNetwork: Sendable {
  private let rows: [Int]
  /// The totals of the columns, the largest first.
  private let columns: [Int]
  private let factorials: LogFactorials
  /// The logarithm of what all tables share.
  private let shared: Double
  private let found: Double

  /// How far above the table found another may lie and count as equally likely, as in R.
  public static let tolerance = 1e-7

  /// A table with two rows and two columns or more, and no total of 0.
  public init(_ counts: [[Int]]) {
    let rowTotals = counts.map { $0.reduce(0, +) }
    let columnTotals = counts[0].indices.map { j in counts.reduce(0) { $0 + $1[j] } }
    let n = rowTotals.reduce(0, +)
    let factorials = LogFactorials(upTo: n)
    // The longer side is gone along, so that what is kept of the shorter stays short.
    let isWide = rowTotals.count <= columnTotals.count
    rows = (isWide ? rowTotals : columnTotals).sorted()
    columns = (isWide ? columnTotals : rowTotals).sorted(by: >)
    shared =
      (rowTotals + columnTotals).reduce(0) { $0 + factorials[$1] } - factorials[n]
    found = counts.joined().reduce(0) { $0 - factorials[$1] }
    self.factorials = factorials
  }

  /// The probability of the table itself.
  public var pointProbability: Double { exp(shared + found) }

  /// Whether a table with these counts is no likelier than the one found.
  public func isAsImprobable(_ counts: [Int]) -> Bool {
    counts.reduce(0) { $0 - factorials[$1] } <= found + Self.tolerance
  }

  /// The probability of all tables that are no likelier than the one found; `nil` where that takes
  /// more than `steps`.
  public func tail(within steps: Int) -> Double? {
    let half = columns.count / 2
    guard half < 2 || fewestSteps < Double(steps) else { return nil }
    var work = steps
    let ends = Array(columns[half...])
    guard
      let begun = filled(Array(columns[..<half]), .fromStart, spending: &work),
      let ended = filled(ends, .fromEnd, spending: &work)
    else { return nil }
    var sum = CompensatedSum()
    // In one order, so that the last digits are the same every time.
    for (open, paths) in begun.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
      let closing = closing(open, ends)
      let endings = Endings(ended[open] ?? [], orders: Self.orders(of: open), closing: closing)
      for path in paths {
        sum +=
          path.tables * exp(shared + path.value + closing)
          * endings.share(below: found + Self.tolerance - path.value)
      }
    }
    return min(1, sum.value)
  }

  /// Well below the steps that the first two columns take alone, so that a table which is far too
  /// large is known at once.
  private var fewestSteps: Double {
    let orders = exp(factorials[min(rows.count, 20)])
    return columns.prefix(2).reduce(1 / orders / 100) { product, column in
      let free = exp(
        lgamma(Double(column + rows.count)) - lgamma(Double(rows.count)) - factorials[column])
      return product * min(free, rows.reduce(1.0) { $0 * Double(min($1, column) + 1) })
    }
  }

  /// Ways to fill some columns that are alike in what counts: the logarithm of 1 / product of
  /// counts!, and how many.
  private struct Path {
    let value: Double
    var tables: Double
  }

  private enum Side {
    /// Totals are what is left of the rows.
    case fromStart
    /// Totals are what has come into the rows.
    case fromEnd
  }

  /// Every way to fill `columns`, by what it makes of the totals of the rows, in rising order;
  /// `nil` where there is not enough work left.
  private func filled(
    _ columns: [Int], _ side: Side, spending work: inout Int
  ) -> [[Int]: [Path]]? {
    let start = side == .fromStart ? rows : rows.map { _ in 0 }
    var stage = [start: [Path(value: 0, tables: 1)]]
    for column in columns {
      var next: [[Int]: Paths] = [:]
      for (totals, paths) in stage.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
        // From the end rows have no names yet: any may become the one with the most room.
        let most = rows.last ?? 0
        let room = totals.map { side == .fromStart ? $0 : most - $0 }
        let isDone = forEachColumn(of: column, in: room) { step, counts in
          work -= paths.count
          guard work > 0 else { return false }
          let totals = zip(totals, counts).map { side == .fromStart ? $0 - $1 : $0 + $1 }.sorted()
          guard zip(totals, rows).allSatisfy({ $0 <= $1 }) else { return true }
          next[totals, default: Paths()].add(paths, step)
          return true
        }
        guard isDone else { return nil }
      }
      stage = next.mapValues(\.merged)
    }
    return stage
  }

  /// Paths as they come, put together from time to time.
  private struct Paths {
    private var paths: [Path] = []
    private var room = 1024

    mutating func add(_ more: [Path], _ step: Double) {
      for path in more { paths.append(Path(value: path.value + step, tables: path.tables)) }
      if paths.count > room {
        paths = merged
        room = max(room, 2 * paths.count)
      }
    }

    /// Those of the same value as one; nothing but rounding lies closer together than 1e-10.
    var merged: [Path] {
      var merged: [Path] = []
      for path in paths.sorted(by: { $0.value < $1.value }) {
        if let last = merged.last, path.value - last.value < 1e-10 {
          merged[merged.count - 1].tables += path.tables
        } else {
          merged.append(path)
        }
      }
      return merged
    }
  }

  /// The ways to end a table, by value, and what part of the probability of all those up to each
  /// have.
  private struct Endings {
    private let values: [Double]
    private let shares: [Double]

    /// `orders` is how many orders of the rows `paths` are of together.
    init(_ paths: [Path], orders: Double, closing: Double) {
      var sum = 0.0
      values = paths.map(\.value)
      shares = paths.map { path in
        sum += path.tables / orders * exp(path.value - closing)
        return sum
      }
    }

    func share(below limit: Double) -> Double {
      var (low, high) = (0, values.count)
      while low < high {
        let middle = (low + high) / 2
        if values[middle] <= limit { low = middle + 1 } else { high = middle }
      }
      return low == 0 ? 0 : shares[low - 1]
    }
  }

  /// In how many orders totals can stand.
  private static func orders(of totals: [Int]) -> Double {
    var orders = 1.0
    var run = 0
    for place in totals.indices {
      run = place > 0 && totals[place] == totals[place - 1] ? run + 1 : 1
      orders *= Double(place + 1) / Double(run)
    }
    return orders
  }

  /// Every way in which a column's people can be spread over rows with so much `room`.
  ///
  /// - Returns: Whether `body` never asked to stop.
  private func forEachColumn(
    of total: Int, in room: [Int], _ body: (_ step: Double, _ counts: [Int]) -> Bool
  ) -> Bool {
    var counts = room
    let last = room.count - 1
    // How much room the rows after each have.
    var after = Array(repeating: 0, count: room.count)
    for row in (0..<last).reversed() { after[row] = after[row + 1] + room[row + 1] }
    func fill(_ row: Int, _ rest: Int, _ step: Double) -> Bool {
      if row == last {
        counts[row] = rest
        return body(step - factorials[rest], counts)
      }
      for count in max(0, rest - after[row])...min(rest, room[row]) {
        counts[row] = count
        guard fill(row + 1, rest - count, step - factorials[count]) else { return false }
      }
      return true
    }
    return fill(0, total, 0)
  }

  /// The logarithm of the sum over all ways to fill what is left of 1 / product of counts!.
  private func closing(_ rows: [Int], _ columns: [Int]) -> Double {
    let people = columns.reduce(0, +)
    return (rows + columns).reduce(factorials[people]) { $0 - factorials[$1] }
  }
}
