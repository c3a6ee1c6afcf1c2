import ArgumentParser
import AttuneData
import AttuneStatistics
import AttuneTables

extension Attune.Compare {
  /// The figures must be two groups', and nothing else asked that needs the people.
  func validateSummaries() throws {
    if by != nil || paired || repeated.within != nil || against != nil || groups != nil {
      throw ValidationError(
        "'--summaries' compares two groups by their figures; leave out --by, --groups, --paired, "
          + "--within and --against.")
    }
    if !model.isEmpty || dots || picture != nil || tests.control != nil {
      throw ValidationError(
        "'--summaries' knows the figures of two groups and not the people; leave out what needs them."
      )
    }
    if let method = tests.named.first(where: { !$0.isOfSummaries }) {
      let names = CompareMethod.allCases.filter(\.isOfSummaries).map(\.rawValue)
      throw ValidationError(
        "'--test \(method.rawValue)' needs each person's score; from --summaries there is "
          + names.joined(separator: ", ") + ".")
    }
    _ = try publishedGroups
  }

  /// Welch's test and Hedges' g of published figures, or the tests that were named.
  func compareSummaries() throws {
    let pair = try publishedGroups
    let methods = tests.named.isEmpty ? [.welch] : tests.named
    var tables: [Table] = []
    for (title, find) in methods.map({ method in
      (method.title, { try self.found(method, from: $0) })
    }) + boundTests {
      do { tables += try find(pair) } catch {
        throw failure("\(title) is not available because \(error).")
      }
    }
    let cautions = methods.contains(.welch) ? try welch.apply(to: pair).cautions : []
    try deliver(
      tables, cautions, nil, nil,
      options: [
        .init("summaries", .text(([data.data] + scores).joined(separator: " "))),
        .init("at-least", .count(atLeast)),
      ] + boundSettings)
  }

  /// The tables of a method that needs no more than the figures of both groups: from data as from
  /// summaries.
  func found(_ method: CompareMethod, from groups: TwoGroupSummaries) throws -> [Table] {
    switch method {
    case .welch:
      let outcome = try welch.apply(to: groups)
      return try outcome.tables(saying: sentence(outcome, nil))
    case .student:
      var test = StudentTTest()
      (test.level, test.alternative) = (confidence, tests.alternative)
      return try test.apply(to: groups).tables
    case .effects:
      var test = StandardizedDifferences()
      test.level = confidence
      return try test.apply(to: groups).tables
    case .bayesFactor: return try tests.bayesFactor.apply(to: groups).tables
    default: return []
    }
  }

  /// Tests of equivalence and non-inferiority, where bounds were named.
  var boundTests: [(title: String, find: (TwoGroupSummaries) throws -> [Table])] {
    [
      equivalence.map { test in
        (EquivalenceTest.about.title, { try test.apply(to: $0).spokenTables })
      },
      nonInferiority.map { test in
        (NonInferiorityTest.about.title, { try test.apply(to: $0).spokenTables })
      },
    ].compactMap { $0 }
  }

  /// The same of two scores of the same people.
  var pairedBoundTests: [(title: String, find: (Pairs) throws -> [Table])] {
    [
      equivalence.map { test in
        (EquivalenceTest.aboutPairs.title, { try test.apply(to: $0).spokenTables })
      },
      nonInferiority.map { test in
        (NonInferiorityTest.aboutPairs.title, { try test.apply(to: $0).spokenTables })
      },
    ].compactMap { $0 }
  }

  private var equivalence: EquivalenceTest? {
    tests.equivalence.map { size in
      var test = EquivalenceTest()
      (test.bounds, test.unit) = (.init(within: size), tests.bounds)
      test.errorRate = 1 - level
      return test
    }
  }

  private var nonInferiority: NonInferiorityTest? {
    tests.nonInferiority.map { margin in
      var test = NonInferiorityTest()
      (test.margin, test.unit, test.better) = (margin, tests.bounds, tests.better)
      test.errorRate = 1 - level
      return test
    }
  }

  var welch: WelchTTest {
    var test = WelchTTest()
    (test.level, test.alternative) = (confidence, tests.alternative)
    test.atLeastPerGroup = atLeast
    return test
  }

  /// A difference in words; `superiority`, how often one of the first group scores higher, is not
  /// known of figures.
  func sentence(
    _ outcome: WelchTTest.Outcome, _ superiority: Double?, corrected: CorrectedForScores? = nil
  ) throws -> String {
    let smallest = try tests.smallest.map { $0 * (try tests.bounds.size(in: outcome.groups)) }
    return DifferenceSentence(
      welch: outcome, superiority: superiority, smallest: smallest, corrected: corrected
    ).text
  }

  private var publishedGroups: TwoGroupSummaries {
    get throws {
      guard scores.count == 1 else {
        throw ValidationError("'--summaries' takes two groups, each NAME,N,MEAN,SD.")
      }
      let groups = try [data.data, scores[0]].map(GroupSummary.init(published:))
      guard groups[0].name != groups[1].name else {
        throw ValidationError("Both groups are called '\(groups[0].name)'; name them apart.")
      }
      return TwoGroupSummaries(groups[0], groups[1])
    }
  }
}

extension WelchTTest.Outcome {
  /// The tables, with what was found in words below the test.
  func tables(saying words: String) -> [Table] {
    tables.map { $0.id == WelchTTest.about.id ? $0.adding(notes: [words]) : $0 }
  }
}

extension GroupSummary {
  /// A group as written on the command line: `outreach,24,3.10,0.82`.
  fileprivate init(published text: String) throws {
    let parts = text.split(separator: ",", omittingEmptySubsequences: false).map(\.trimmingSpaces)
    guard parts.count >= 4 else {
      throw ValidationError(
        "'\(text)' is not NAME,N,MEAN,SD, as in outreach,24,3.10,0.82 for 24 people.")
    }
    // A name may hold commas; the figures, written with points, may not.
    let name = parts.dropLast(3).joined(separator: ",")
    let figures = parts.suffix(3)
    let (count, mean, deviation) = (
      figures[parts.count - 3], figures[parts.count - 2], parts[parts.count - 1]
    )
    guard let n = Int(count) else {
      throw ValidationError(
        "'\(text)': '\(count)' is not a number of people. Write NAME,N,MEAN,SD, decimals with a point."
      )
    }
    guard n >= 2 else {
      throw ValidationError("'\(text)': a group has at least 2 people here, and this one \(n).")
    }
    guard n <= 1_000_000_000 else {
      throw ValidationError("'\(text)': a group has at most 1000000000 people here.")
    }
    guard let mean = Double(mean), mean.isFinite else {
      throw ValidationError("'\(text)': the mean '\(mean)' is not a number.")
    }
    guard let deviation = Double(deviation), deviation.isFinite else {
      throw ValidationError("'\(text)': the standard deviation '\(deviation)' is not a number.")
    }
    guard abs(mean) <= 1e150, deviation <= 1e150 else {
      throw ValidationError("'\(text)': these figures are too large to compute with.")
    }
    guard deviation >= 0 else {
      throw ValidationError(
        "'\(text)': a standard deviation is not below 0, and this one is \(deviation).")
    }
    guard !name.isEmpty,
      let group = GroupSummary(name: name, n: n, mean: mean, standardDeviation: deviation)
    else { throw ValidationError("'\(text)' gives the group no name.") }
    self = group
  }
}
