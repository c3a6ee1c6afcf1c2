import ArgumentParser
import AttuneData
import AttuneStatistics
import AttuneTables

/// Whose answers are counted, in which order categories stand, and what percent are of.
struct CategoryOrder: ParsableArguments {
  @Option(help: "A third question: a table for each of its answers.")
  var by: String?

  @Option(help: "What the percent are of: row, column or total.")
  var percent: CrosstabTables.Percent = .row

  @Option(
    help: "The order of the rows, as in low,middle,high; all others are left out, and counted.",
    transform: Self.list)
  var rows: [String]?

  @Option(help: "The order of the columns.", transform: Self.list)
  var columns: [String]?

  private static func list(_ text: String) throws -> [String] {
    let names = text.split(separator: ",").map(\.trimmingSpaces)
    guard Set(names).count == names.count, !names.isEmpty else {
      throw ValidationError("'\(text)' names a category twice, or none.")
    }
    return names
  }

  /// The answers in the order asked for; those outside it count as missing.
  func classification(
    _ groups: ComparisonSource.Groups, as order: [String]?
  ) throws -> ContingencyTable.Classification {
    guard let order = order?.map(groups.called) else {
      return .init(groups.name, groups.levels, declared: groups.order)
    }
    let known = groups.order + groups.found.filter { !groups.order.contains($0) }
    for name in order where !known.contains(name) {
      throw failure(
        "'\(name.inert)' is no category of '\(groups.name)'; there is "
          + known.map { "'\($0.inert)'" }.joined(separator: ", ") + ".")
    }
    return .init(
      groups.name, groups.levels.map { level in level.flatMap { order.contains($0) ? $0 : nil } },
      declared: order)
  }
}

/// Which tests of a table, and what they are asked.
struct CrosstabTests: ParsableArguments {
  @Option(
    name: .customLong("test"),
    help: "Tests and measures by name instead of the customary ones, as in fisher,newcombe.",
    transform: CrosstabTest.list)
  var named: [CrosstabTest] = []

  @Option(
    help: "The answer of the columns that proportions count; the first of two if not given.")
  var event: String?

  @Option(
    help: "For trend: a number for each ordered category, as in 0,1,3; 1, 2, 3 if not given.",
    transform: { text in
      try text.split(separator: ",").map { part in
        guard let score = Double(part.trimmingSpaces), score.isFinite else {
          throw ValidationError("'--scores \(text)': '\(part)' is not a number.")
        }
        return score
      }
    })
  var scores: [Double]?

  @Option(help: "For fisher (2 x 2) and trend: one side, greater where both rise together.")
  var alternative: Alternative = .twoSided

  @Option(help: "How many tables fisher draws where there are too many to go through.")
  var draws = 100_000

  @Option(help: "How many resamples, for resampled-effects.")
  var resamples = 10_000

  func validate() throws {
    if resamples < 1 { throw ValidationError("'--resamples \(resamples)' is none.") }
    guard (1000...10_000_000).contains(draws) else {
      throw ValidationError("'--draws \(draws)' is not between 1000 and 10000000.")
    }
    if scores != nil, !named.contains(.trend) {
      throw ValidationError("'--scores' belongs to --test trend.")
    }
  }
}
