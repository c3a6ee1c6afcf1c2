import AttuneData
import AttuneStatistics
import AttuneTables

extension EquivalenceTest.Outcome {
  /// The tables, with what was found in words below.
  var spokenTables: [Table] {
    let pair = "'\(names.first)' and '\(names.second)'"
    let room = "the bounds ask (\(bounds.lower.inWords) to \(bounds.upper.inWords))"
    let isShown = interval.lower > bounds.lower && interval.upper < bounds.upper
    return [Table].spoken(
      tables,
      isShown
        ? "\(pair) lie as close together, on average, as \(room); \(interval.inWords)"
        : "these data do not show that \(pair) lie as close together, on average, as \(room); "
          + interval.inWords)
  }
}

extension NonInferiorityTest.Outcome {
  /// The tables, with what was found in words below.
  var spokenTables: [Table] {
    let worse = """
      '\(names.first)' is not worse than '\(names.second)' by the margin, \(margin.inWords), or more
      """
    let isShown = better == .higher ? interval.lower > -margin : interval.upper < margin
    return [Table].spoken(
      tables,
      isShown
        ? "on average \(worse); \(interval.inWords)"
        : "these data do not show that \(worse); \(interval.inWords)")
  }
}

extension ConfidenceInterval {
  fileprivate var inWords: String {
    "\(level.percent) interval of the difference: \(lower.inWords) to \(upper.inWords)"
  }
}

extension Double {
  fileprivate var inWords: String { APAStyle.show(self, as: .number) }
}

extension [Table] {
  fileprivate static func spoken(_ tables: [Table], _ words: String) -> [Table] {
    tables.enumerated().map { $0 == 0 ? $1.adding(notes: ["In words: \(words)."]) : $1 }
  }
}
