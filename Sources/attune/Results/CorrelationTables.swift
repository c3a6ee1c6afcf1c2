import AttuneStatistics
import AttuneTables

/// The correlations of each pair of columns as tables: one row for each pair, and, of more than
/// two columns, the square.
struct CorrelationTables {
  struct Pair {
    let first: String
    let second: String
    let finding: Result<CorrelationMethod.Finding, Unavailable>

    var label: String { "\(first) \u{2013} \(second)" }
  }

  let method: CorrelationMethod
  let names: [String]
  let pairs: [Pair]
  /// How missing values were treated, in a sentence.
  let treatment: String
  /// Whether correlations that contradict one another are also shown smoothed.
  let smooths: Bool

  /// `nil` where no pair has a correlation.
  var tables: [Table]? {
    guard let rows = pairTable else { return nil }
    guard names.count > 2, method != .polyserial else { return [rows] }
    return [rows, square] + (smoothedSquare.map { [$0] } ?? [])
  }

  /// What they say in plain words; `nil` where none can be judged.
  func sentence(level: ConfidenceLevel) -> String? {
    let adjusted = adjustedPValues
    return CorrelationSentence(
      pairs: pairs.enumerated().compactMap { index, pair in
        guard let finding = try? pair.finding.get() else { return nil }
        let corrected: Double? =
          if case .real(let value)? = adjusted?[index].content { value } else { finding.pValue }
        return CorrelationSentence.Pair(
          first: pair.first, second: pair.second, estimate: finding.estimate, pValue: corrected,
          interval: finding.interval)
      }, letter: letter, level: level
    ).text
  }

  private var letter: String {
    let table = pairs.compactMap { try? $0.finding.get() }.first?.table
    return table?.columns.first { $0.name == Column.estimate.name }?.label ?? "r"
  }

  private var pairTable: Table? {
    let parts = pairs.map { pair in
      // The first note of each is its own account of cases; together they have one.
      (
        pair.label,
        pair.finding.map { finding in
          Table(
            finding.table.id, title: finding.table.title, columns: finding.table.columns,
            rows: finding.table.rows, notes: Array(finding.table.notes.dropFirst()))
        }
      )
    }
    guard let stacked = Table.stacked(parts, under: .first) else { return nil }
    let adjusted = adjustedPValues
    return Table(
      stacked.id, title: stacked.title,
      columns: [.first, .second] + stacked.columns.dropFirst()
        + (adjusted == nil ? [] : [.adjusted]),
      rows: zip(pairs, stacked.rows).enumerated().map { index, row in
        [.text(row.0.first), .text(row.0.second)] + row.1.dropFirst()
          + (adjusted.map { [$0[index]] } ?? [])
      },
      notes: [treatment] + stacked.notes
        + (adjusted == nil ? [] : ["p Holm: for \(familySize) tests together (Holm 1979)."]))
  }

  private var familySize: Int {
    pairs.count { (try? $0.finding.get())?.pValue != nil }
  }

  /// `nil` where there is one test or none.
  private var adjustedPValues: [Cell]? {
    let pValues = pairs.map { (try? $0.finding.get())?.pValue }
    guard familySize > 1 else { return nil }
    var adjusted = FamilyCorrection.holm.adjusted(pValues.compactMap { $0 })[...]
    return pValues.map { value in
      guard value != nil, let next = adjusted.popFirst() else {
        return .unavailable("there is no p")
      }
      return .real(next)
    }
  }

  private var square: Table {
    Table(
      "matrix", title: "\(method.title), all pairs",
      columns: [Column("column", "score", .text)] + names.map { Column($0, $0, .bounded) },
      rows: names.map { row in
        [.text(row)]
          + names.map { column in
            row == column ? constancy(of: row) ?? .real(1) : estimate(row, column)
          }
      },
      notes: definiteness.map { [$0] } ?? [])
  }

  /// Why a column goes with nothing, itself included; `nil` where it goes with any.
  private func constancy(of name: String) -> Cell? {
    let findings = pairs.filter { [$0.first, $0.second].contains(name) }.map(\.finding)
    guard findings.allSatisfy({ (try? $0.get()) == nil }),
      let one = names.first(where: { $0 != name })
    else { return nil }
    return estimate(name, one)
  }

  private func estimate(_ one: String, _ other: String) -> Cell {
    let pair = pairs.first {
      $0.first == one && $0.second == other || $0.first == other && $0.second == one
    }
    switch pair?.finding {
    case .success(let finding): return .real(finding.estimate)
    case .failure(let reason): return .unavailable(reason.description)
    case nil: return .unavailable("the pair was not asked for")
    }
  }

  /// All correlations beside what smoothing makes of them; `nil` where one is missing.
  private var smoothed: SmoothedCorrelations? {
    let estimates = pairs.compactMap { (try? $0.finding.get())?.estimate }
    guard estimates.count == pairs.count else { return nil }
    let matrix = names.map { row in
      names.map { column -> Double in
        guard row != column, case .real(let value) = estimate(row, column).content else { return 1 }
        return value
      }
    }
    return try? SmoothedCorrelations(matrix)
  }

  /// Whether the correlations, found pair by pair, can all be true of the same people.
  private var definiteness: String? {
    guard let smoothed, smoothed.smallestEigenvalue < -1e-10 else { return nil }
    return """
      Found pair by pair, these correlations cannot all be true together (smallest eigenvalue \
      \(APAStyle.show(smoothed.smallestEigenvalue, as: .bounded))): a factor analysis needs them \
      smoothed first\(smooths ? "." : " (--smooth).")
      """
  }

  private var smoothedSquare: Table? {
    guard smooths, let smoothed, smoothed.isChanged else { return nil }
    return Table(
      "smoothed", title: "\(method.title), smoothed",
      columns: [Column("column", "score", .text)] + names.map { Column($0, $0, .bounded) },
      rows: names.indices.map { i in
        [.text(names[i])] + names.indices.map { .real(smoothed.matrix[i][$0]) }
      },
      notes: [
        """
        Eigenvalues below 0 are raised until all can be true together (as psych's cor.smooth); no \
        correlation moved by more than \(APAStyle.show(smoothed.largestChange, as: .bounded)).
        """
      ])
  }
}

extension Column {
  fileprivate static let first = Column("first", "first", .text)
  fileprivate static let second = Column("second", "second", .text)
  fileprivate static let adjusted = Column("p_holm", "p Holm", .pValue)
}
