import ArgumentParser
import AttuneData
import AttuneStatistics
import AttuneTables

/// What `attune reliability --with` adds to alpha.
enum ReliabilityMethod: String, CaseIterable {
  case omega
  case guttman
  case ordinal
  case greatestLowerBound = "greatest-lower-bound"
  case splitHalf = "split-half"
  case measurementError = "measurement-error"
  case spearmanBrown = "spearman-brown"
  case composite
  case comparison

  static var names: String { allCases.map(\.rawValue).joined(separator: ", ") }

  /// The methods of a list such as `guttman,split-half`, or `all`.
  static func list(_ text: String) throws -> [ReliabilityMethod] {
    if text == "all" { return allCases }
    return try text.split(separator: ",").map { part in
      guard let method = Self(rawValue: part.trimmingSpaces) else {
        throw ValidationError("'\(part.trimmingSpaces)' is none of \(names) or all.")
      }
      return method
    }
  }

  /// The tables, and what should be known; where no scale has a result, why.
  func findings(
    for scales: [Completed], level: ConfidenceLevel, sampling: Resampling
  ) throws -> Findings {
    switch self {
    case .omega:
      return try findings(of: McDonaldOmega(), for: scales) { $0.cautions }
    case .guttman:
      var procedure = GuttmanLambdas()
      procedure.sampling = sampling
      return try findings(of: procedure, for: scales)
    case .splitHalf:
      var procedure = SplitHalf()
      procedure.sampling = sampling
      return try findings(of: procedure, for: scales)
    case .ordinal:
      return try findings(of: OrdinalReliability(), for: scales) { $0.cautions }
    case .greatestLowerBound:
      return try findings(of: GreatestLowerBound(), for: scales) { $0.cautions }
    case .measurementError:
      var procedure = MeasurementError()
      procedure.level = level
      return try findings(of: procedure, for: scales)
    case .spearmanBrown:
      return try findings(of: SpearmanBrownProphecy(), for: scales)
    case .composite:
      return together(CompositeReliability.about, scales) { scales throws(StatisticsError) in
        try CompositeReliability().apply(to: scales).tables
      }
    case .comparison:
      var procedure = AlphaComparison()
      procedure.level = level
      return together(AlphaComparison.about, scales) { scales throws(StatisticsError) in
        try procedure.apply(to: ComparedAlphas(scales)).tables
      }
    }
  }

  /// Of all scales at once, on the people who answered every item of each.
  private func together(
    _ method: Method, _ scales: [Completed],
    _ tables: (CompleteScales) throws(StatisticsError) -> [Table]
  ) -> Findings {
    let names = scales.map(\.name).joined(separator: ", ")
    do {
      let complete = try CompleteScales(scales.map { ($0.name, $0.scores) })
      return Findings(tables: try tables(complete), cautions: [])
    } catch {
      return Findings(
        tables: [],
        cautions: [.notAvailable(method, of: names, because: Unavailable("\(error)"))])
    }
  }

  private func findings<Method: Procedure>(
    of procedure: Method, for scales: [Completed],
    cautions: (Method.Outcome) -> [Caution] = { _ in [] }
  ) throws -> Findings where Method.Input == CompleteItems {
    var found = Findings(tables: [], cautions: [])
    let outcomes = scales.map { scale -> (String, Result<[Table], Unavailable>) in
      do {
        let outcome = try procedure.apply(to: try scale.items.get())
        found.cautions += cautions(outcome).map { scales.count > 1 ? $0.about(scale.name) : $0 }
        return (scale.name, .success(outcome.tables))
      } catch {
        return (scale.name, .failure(Unavailable("\(error)")))
      }
    }
    if outcomes.contains(where: { (try? $0.1.get()) != nil }) {
      found.tables = try stack(outcomes, of: Method.about.title, under: .scale)
    } else {
      found.cautions = outcomes.compactMap { scale, tables in
        guard case .failure(let reason) = tables else { return nil }
        return .notAvailable(Method.about, of: scale, because: reason)
      }
    }
    return found
  }
}

/// What one method adds to the results.
struct Findings {
  var tables: [Table]
  var cautions: [Caution]
}

extension Caution {
  fileprivate static func notAvailable(
    _ method: Method, of scale: String, because reason: Unavailable
  ) -> Caution {
    Caution(
      "not-available", about: [scale],
      "\(method.title) of '\(scale)' is not available because \(reason).")
  }
}

/// A scale with its missing values settled, or why there are no data for it.
struct Completed {
  let name: String
  let scores: ItemScores
  let items: Result<CompleteItems, any Error>

  init(_ name: String, _ scores: ItemScores) {
    self.name = name
    self.scores = scores
    items = Result { try scores.complete(.listwise) }
  }
}
