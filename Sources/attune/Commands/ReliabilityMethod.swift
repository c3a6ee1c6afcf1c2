import ArgumentParser
import AttuneData
import AttuneStatistics
import AttuneTables

/// What `attune reliability --with` adds to alpha.
enum ReliabilityMethod: String, CaseIterable {
  case guttman
  case splitHalf = "split-half"
  case measurementError = "measurement-error"

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

  func tables(
    of scales: [Completed], level: ConfidenceLevel, sampling: Resampling
  ) throws -> [Table] {
    switch self {
    case .guttman:
      var procedure = GuttmanLambdas()
      procedure.sampling = sampling
      return try tables(procedure, of: scales)
    case .splitHalf:
      var procedure = SplitHalf()
      procedure.sampling = sampling
      return try tables(procedure, of: scales)
    case .measurementError:
      var procedure = MeasurementError()
      procedure.level = level
      return try tables(procedure, of: scales)
    }
  }

  private func tables<Method: Procedure>(
    _ procedure: Method, of scales: [Completed]
  ) throws -> [Table] where Method.Input == CompleteItems {
    let outcomes = scales.map { scale in
      let tables = Result { try procedure.apply(to: try scale.items.get()).tables }
      return (scale.name, tables.mapError { Unavailable("\($0)") })
    }
    return try stack(outcomes, of: Method.about.title, under: .scale)
  }
}

/// A scale with its missing values settled, or why there are no data for it.
struct Completed {
  let name: String
  let items: Result<CompleteItems, any Error>
}
