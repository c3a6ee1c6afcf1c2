public import AttuneData
import AttuneNumerics
public import AttuneTables
import Dispatch

/// Tests whether the answers to two questions have nothing to do with each other, exactly.
///
///     p = sum of P(table) over all tables with the same margins and P(table) <= P(found) (1 + 1e-7)
///
/// However few people there are. Of two by two tables p may be one-sided: *greater* where the first
/// row goes with the first column. The mid-p, which counts half the probability of the table found,
/// is less cautious: its error rate is near the nominal one rather than below it.
///
/// A table too large to be gone through is drawn from instead, with a seed, which its method says.
///
/// - Input: A table with people in two rows and two columns or more; empty ones are left out.
/// - Cautions: `sampled-tables`.
/// - Sources: Fisher (1935); larger tables, Freeman & Halton (1951); network, Mehta & Patel (1983);
///   mid-p, Lancaster (1961).
/// - Checked against: R 4.2.2 `fisher.test`, and every table written out in Python; see
///   `FisherExactTestTests`.
/// - Throws: `StatisticsError.tooFew`, `.noVariance`, `.undetermined` for one side of a larger table.
public struct FisherExactTest: Procedure {
  public static let about = Method(
    "fisher", "Fisher's exact test",
    sources: [
      "doi:10.2307/2342435", "doi:10.1093/biomet/38.1-2.141", "doi:10.1080/01621459.1983.10477989",
      "doi:10.1080/01621459.1961.10482105",
    ])

  public var alternative = Alternative.twoSided
  public var isMidP = false
  /// How many tables are drawn where there are too many to look at each.
  public var sampling = Resampling(count: 100_000)
  /// After so many steps, a few seconds' worth, a larger table is drawn from.
  public var affordable = 10_000_000

  public init() {}

  public enum Way: Sendable, Hashable {
    case exact
    /// Tables were drawn; p has a standard error.
    case sampled(Resampling, standardError: Double)
  }

  public struct Outcome: Sendable, Hashable {
    public let names: GroupPair<String>
    public let pValue: Double
    /// The probability of the table found, given its margins.
    public let pointProbability: Double
    public let isMidP: Bool
    public let alternative: Alternative
    public let way: Way
    public let account: CaseAccount
    public let cautions: [Caution]
  }

  public func apply(to table: ContingencyTable) throws(StatisticsError) -> Outcome {
    let occupied = try OccupiedTable(table)
    guard alternative == .twoSided || occupied.isFourfold else {
      throw .undetermined("only a table of two rows and two columns has two sides")
    }
    let network = TableNetwork(occupied.counts)
    let (p, point, way): (Double, Double, Way)
    if occupied.isFourfold {
      let found = occupied.counts[0][0]
      let count = FourfoldCount(
        row: occupied.rowTotals[0], column: occupied.columnTotals[0], total: occupied.n)
      let probabilities = count.probabilities()
      point = probabilities[found - count.range.lowerBound]
      let limit = point * (1 + TableNetwork.tolerance)
      switch alternative {
      case .twoSided: p = min(1, probabilities.reduce(0) { $1 <= limit ? $0 + $1 : $0 })
      case .less: p = count.lowerTail(found)
      case .greater: p = count.tail(from: found)
      }
      way = .exact
    } else {
      point = network.pointProbability
      if let tail = network.tail(within: affordable) {
        (p, way) = (tail, .exact)
      } else {
        p = draw(occupied, network)
        way = .sampled(
          sampling, standardError: (p * (1 - p) / Double(sampling.count)).squareRoot())
      }
    }
    return Outcome(
      names: table.names, pValue: isMidP ? max(0, p - point / 2) : p, pointProbability: point,
      isMidP: isMidP, alternative: alternative, way: way, account: table.account,
      cautions: [.sampledTables(way)].compactMap { $0 })
  }

  /// (1 + as improbable) / (1 + drawn), of tables with the same totals.
  private func draw(_ table: OccupiedTable, _ network: TableNetwork) -> Double {
    let tables = RandomTable(rows: table.rowTotals, columns: table.columnTotals)
    let (count, seed, block) = (sampling.count, sampling.seed, 256)
    let blocks = (count + block - 1) / block
    let found = [Int](unsafeUninitializedCapacity: blocks) { buffer, filled in
      // Each block writes its own place.
      nonisolated(unsafe) let places = buffer
      DispatchQueue.concurrentPerform(iterations: blocks) { index in
        var found = 0
        for draw in index * block..<min((index + 1) * block, count) {
          var generator = SeededGenerator(seed: seed, stream: UInt64(draw))
          if network.isAsImprobable(tables.counts(using: &generator)) { found += 1 }
        }
        places.initializeElement(at: index, to: found)
        sampling.watch.tell?(min((index + 1) * block, count), count)
      }
      filled = blocks
    }
    return Double(1 + found.reduce(0, +)) / Double(1 + count)
  }
}

extension FisherExactTest.Outcome: Tabular {
  public var tables: [Table] {
    [
      Table(
        FisherExactTest.about.id, title: FisherExactTest.about.title,
        columns: [.method, .cases, .pValue, .pointProbability],
        rows: [[.text(method), .count(account.used), .real(pValue), .real(pointProbability)]],
        notes: [note])
    ]
  }

  private var method: String {
    let way = if case .exact = way { "exact" } else { "sampled" }
    return way + (isMidP ? ", mid-p" : "")
  }

  private var note: String {
    let sides =
      switch alternative {
      case .twoSided: "p: tables with these margins that are no likelier than this one"
      case .less: "p: one-sided, fewer in the first row and column"
      case .greater: "p: one-sided, more in the first row and column"
      }
    guard case .sampled(let sampling, let error) = way else { return sides + "." }
    return """
      \(sides); of \(sampling.count) tables drawn, seed \(sampling.seed); the standard error of p \
      is \(error.shownError).
      """
  }
}

extension Double {
  fileprivate var shownError: String {
    self < 0.0005 ? "below 0.0005" : APAStyle.show(self, as: .pValue)
  }
}

extension Column {
  fileprivate static let method = Column("method", "method", .text)
  fileprivate static let pointProbability = Column(
    "point_probability", "P of this table", .pValue)
}

extension Caution {
  fileprivate static func sampledTables(_ way: FisherExactTest.Way) -> Caution? {
    guard case .sampled(let sampling, _) = way else { return nil }
    return Caution(
      "sampled-tables",
      """
      There are too many tables with these margins to go through them all: Fisher's p is from \
      \(sampling.count) drawn with seed \(sampling.seed), and not exact.
      """)
  }
}
