public import AttuneData
public import AttuneTables

/// Finds the intervals of what a table of counts shows by drawing its people again and again.
///
///     people are drawn with replacement from the whole table; percentile and BCa intervals
///     V, corrected V and phi as in `CramerV`; gamma, tau-b and Somers' d as in `OrdinalAssociation`;
///     difference, ratio and odds ratio as in `RiskDifference`, `RiskRatio` and `OddsRatio`
///     BCa: u of a cell, the mean over people of the estimate without one of them, less that without one
///     of this cell's, counts as often as there are people in it
///
/// A row or column that nobody of a resample is in is left out of its estimate, as empty ones are
/// always. A ratio of 0, or an infinite one, of a resample stands at its end; one that would be a limit
/// is none. Of two by two, tau-b is phi and Somers' d the difference: they stand there once.
///
/// V counts what chance adds, and in a resample chance has added twice: percentile intervals of it, also
/// of the corrected one, lie too high, the more so the more cells and the fewer people there are. BCa
/// takes most of that back, and has no interval where it cannot (decision 59 has figures); `CramerV`
/// has one that needs no drawing.
///
/// - Input: A table with people in two rows and two columns or more; empty ones are left out.
/// - Sources: Efron (1987); Davison & Hinkley (1997), 5.2 and 5.3.2.
/// - Checked against: boot 1.3-28.1 `boot.ci` in R 4.2.2 on the same resamples, see
///   `ResampledAssociationTests`; coverage, see `GroupSimulationTests`.
/// - Throws: `StatisticsError.tooFew`, `.noVariance`.
public struct ResampledAssociation: Procedure {
  public static let about = ResampledEffect.about

  public typealias Input = ContingencyTable

  /// What is found of each resample.
  public enum Effect: String, Codable, Sendable, Hashable, CaseIterable {
    case cramersV = "Cramér's V"
    case biasCorrectedV = "bias-corrected V"
    case phi
    case gamma
    case tauB = "tau-b"
    case somersColumn = "Somers' d of the columns"
    case somersRow = "Somers' d of the rows"
    case difference = "difference of proportions"
    case ratio = "ratio of proportions"
    case oddsRatio = "odds ratio"
  }

  /// Whether categories stand in their order.
  public var isOrdered = false
  /// The category that proportions count; the first of two where none is named.
  public var event: String?
  public var level = ConfidenceLevel.percent95
  public var resampling = Resampling()

  public init() {}

  public struct Outcome: Sendable, Hashable {
    public let names: GroupPair<String>
    public let effects: [ResampledFinding<Effect>]
    public let resampling: Resampling
    public let level: ConfidenceLevel
    public let account: CaseAccount
    /// Whose proportions are compared, where any are.
    let fourfoldNote: String?
  }

  public func apply(to table: ContingencyTable) throws(StatisticsError) -> Outcome {
    let resampled = try resampled(table)
    let fourfold = fourfold(table)
    let effects = resampled.effects
    let estimates = resampled.estimates
    let drawn = resampled.drawn(resampling)
    let without = resampled.withoutEach
    let (level, words) = (level, Words(fourfold))
    let findings = effects.indices.map { index in
      let effect = effects[index]
      return ResampledFinding(
        effect, estimates[index].map { .success($0) } ?? .failure(words.reason(effect)), level,
        drawing: { found throws(StatisticsError) in
          try BootstrapDistribution(
            around: found, drawn: drawn.map { $0[index] },
            undefinedWhere: words.undefinedWhere(effect))
        },
        bca: { drawn throws(StatisticsError) in
          let jackknife = without.compactMap { cell in
            cell.values[index].map { (estimate: $0, people: cell.people) }
          }
          guard jackknife.count == without.count, jackknife.allSatisfy(\.estimate.isFinite) else {
            throw .withoutSomebody
          }
          return try drawn.bca(level, jackknife: jackknife)
        })
    }
    return Outcome(
      names: table.names, effects: findings, resampling: resampling, level: level,
      account: table.account,
      fourfoldNote: effects.contains(.difference) ? try? fourfold.get().note : nil)
  }

  /// What is found of any choice of the table's people.
  package func resampled(_ table: ContingencyTable) throws(StatisticsError) -> ResampledTable {
    ResampledTable(
      effects(of: try OccupiedTable(table)), of: table.counts,
      places: try? fourfold(table).get().places)
  }

  private func fourfold(_ table: ContingencyTable) -> Result<FourfoldTable, StatisticsError> {
    Result { () throws(StatisticsError) in try FourfoldTable(table, event: event) }
  }

  private func effects(of table: OccupiedTable) -> [Effect] {
    let ordered: [Effect] =
      !isOrdered ? [] : table.isFourfold ? [.gamma] : [.gamma, .tauB, .somersColumn, .somersRow]
    return [.cramersV, .biasCorrectedV] + (table.isFourfold ? [.phi] : []) + ordered
      + (table.isFourfold || event != nil ? [.difference, .ratio, .oddsRatio] : [])
  }
}

/// Why effects have no estimate, or no interval.
private struct Words {
  let fourfold: Result<FourfoldTable, StatisticsError>

  init(_ fourfold: Result<FourfoldTable, StatisticsError>) { self.fourfold = fourfold }

  /// Why an effect has no estimate, where it has none.
  func reason(_ effect: ResampledAssociation.Effect) -> StatisticsError {
    switch (effect, fourfold) {
    case (.difference, .failure(let reason)), (.ratio, .failure(let reason)),
      (.oddsRatio, .failure(let reason)):
      reason
    case (.ratio, .success(let table)): .undetermined(table.withoutRatio)
    case (.oddsRatio, _): .undetermined(FourfoldTable.withoutOddsRatio)
    case (.gamma, _): .undetermined(OrderedPairs.withoutAny)
    default: .undetermined(undefinedWhere(effect))
    }
  }

  /// Where it is not defined, completing "in 3 of 99 resamples …".
  func undefinedWhere(_ effect: ResampledAssociation.Effect) -> String {
    switch effect {
    case .gamma: OrderedPairs.withoutAny
    case .difference: "there is nobody in one of the two groups"
    case .ratio: "nobody gave the answer, or there is nobody in one of the two groups"
    default: "everybody is in one row or in one column"
    }
  }
}

extension ResampledAssociation.Outcome: Tabular {
  public var tables: [Table] {
    let hasOrder = effects.contains { $0.effect == .gamma }
    let notes = [
      "\(level.percent) intervals, \(resampling.note), people drawn from the whole table.",
      """
      Chance adds to V, and in a resample once more: its percentile intervals lie too high, the more so \
      the more cells and the fewer people there are; the one by the noncentral chi-square distribution \
      does not.
      """, fourfoldNote.map { "\($0)." },
      hasOrder
        ? """
        Measures of order are above 0 where '\(names.first)' and '\(names.second)' rise together, in the \
        order shown.
        """
        : nil,
    ]
    return [
      effects.table(saying: "\(account.note).").adding(notes: notes.compactMap { $0 })
    ]
  }
}
