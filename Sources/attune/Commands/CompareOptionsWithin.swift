public import ArgumentParser
public import AttuneStatistics

/// Which scores are of the same people.
struct ComparisonWithin: ParsableArguments {
  @Option(
    help: """
      Scores of the same people, as in before,after,later; or the one column that says of which \
      occasion each row is.
      """,
    transform: { $0.split(separator: ",").map(\.trimmingSpaces) })
  var within: [String]?

  @Option(help: "Where each occasion has a row: the column that says which rows are one person's.")
  var person: String?

  @Option(
    help: "Where each occasion has a row: which ones, in their order.",
    transform: { $0.split(separator: ",").map(\.trimmingSpaces) })
  var occasions: [String]?

  @Option(help: "How McNemar's test finds the interval of the difference of shares.")
  var sharesInterval: McNemarTest.Interval = .newcombe

  /// Whether each occasion has a row of its own.
  var isLong: Bool { within?.count == 1 }

  func validate() throws {
    guard let within else {
      if person != nil || occasions != nil {
        throw ValidationError("'--person' and '--occasions' belong to --within.")
      }
      return
    }
    for (option, names) in [("within", within), ("occasions", occasions ?? [])] {
      for (index, name) in names.enumerated() where names[..<index].contains(name) {
        throw ValidationError("'--\(option)' names '\(name)' twice.")
      }
    }
    if within.isEmpty { throw ValidationError("'--within' names no score.") }
    if isLong, person == nil {
      throw ValidationError(
        "'--within \(within[0])' names one column. Where it says the occasion of each row, say whose "
          + "the rows are with --person; else name two scores or more, as in before,after.")
    }
    if !isLong, person != nil || occasions != nil {
      throw ValidationError(
        "'--person' and '--occasions' are for one --within column; here each score has its own.")
    }
    if let occasions, occasions.count < 2 {
      throw ValidationError("'--occasions' takes two or more, as in before,after,later.")
    }
  }
}

extension McNemarTest.Interval: ExpressibleByArgument {}
