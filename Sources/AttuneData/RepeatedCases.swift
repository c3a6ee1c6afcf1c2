package import AttuneTables

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

extension ItemScores {
  /// Cases that hold the very same answers as an earlier one, in the order of the cases.
  ///
  ///     expected = n (n - 1) / 2 * product over answered items of (sum of squared shares of values)
  ///
  /// Two people may agree by chance. A pair is told only where fewer than one in a million such
  /// pairs would be expected among all cases, if items were independent; people who give one answer
  /// throughout are left out, because two of them need not be one person. Of more than 5000 cases
  /// nothing is told.
  package func repeatedCases() -> [(first: Int, again: Int)] {
    guard (2...5000).contains(caseCount), itemCount > 1 else { return [] }
    let columns = (0..<itemCount).map { column($0) }
    let agreement = columns.map { column -> Double in
      var counts: [Double: Int] = [:]
      for case let value? in column { counts[value, default: 0] += 1 }
      let total = Double(counts.values.reduce(0, +))
      return counts.values.reduce(0) { $0 + Double($1 * $1) / (total * total) }
    }
    let pairs = Double(caseCount) * Double(caseCount - 1) / 2
    var seen: [[Double?]: Int] = [:]
    var repeated: [(Int, Int)] = []
    for row in 0..<caseCount {
      let answers = columns.map { $0[row] }
      guard Set(answers.compactMap { $0 }).count > 1 else { continue }
      guard let first = seen[answers] else {
        seen[answers] = row
        continue
      }
      let chance = zip(answers, agreement).reduce(0) { sum, one in
        one.0 == nil ? sum : sum + log(one.1)
      }
      if log(pairs) + chance < log(1e-6) { repeated.append((first, row)) }
    }
    return repeated
  }

  /// What has to be said of cases that stand in a file twice; at most three pairs are named.
  package var repeatedCaseCautions: [Caution] {
    let repeated = repeatedCases()
    guard !repeated.isEmpty else { return [] }
    let named = repeated.prefix(3).map { "\($0.first + 1) and \($0.again + 1)" }
    let more = repeated.count - named.count
    return [
      Caution(
        "repeated-case",
        """
        The same answers throughout: rows \(named.joined(separator: ", rows "))\
        \(more > 0 ? ", and \(more) more" : ""). Has somebody been entered twice? Rows are counted \
        from the first one of data.
        """)
    ]
  }
}
