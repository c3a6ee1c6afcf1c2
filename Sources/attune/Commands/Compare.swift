public import ArgumentParser
import AttuneData
import AttuneInstrument
public import AttuneStatistics
import AttuneTables
import AttuneTerminal

extension Attune {
  /// How far scores differ, between groups of people or between two occasions.
  struct Compare: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "compare",
      abstract: "How far groups of people differ, or two occasions.",
      discussion: """
        Two groups, or more, by --by: for each score how far the means differ, with an interval, a \
        test of means, how large the difference is, and a test of ranks beside it; then in words. \
        Differences are the first group minus the second; groups stand in the instrument's order, or \
        by name.

          attune compare my-study rel prio --by contact
          attune compare answers.csv total --by team --smallest 0.4

        With --and a second factor, or with --covariate: a factorial analysis. With --site a model in \
        which sites have levels of their own.

          attune compare answers.csv total --by team --covariate age

        The same people twice, --paired, the first score less the second; or on any number of \
        occasions, --within, with a column for each or a row for each. Where only two answers were \
        given, as in yes and no, their shares are compared.

          attune compare answers.csv total_1 total_2 --paired
          attune compare answers.csv --within total_1,total_2,total_3
          attune compare long.csv total --within month --person code

        With --against a value, one score is held against it. With --summaries two groups are given \
        by figures, as a paper gives them: name, number of people, mean and standard deviation.

          attune compare answers.csv total --against 3
          attune compare --summaries outreach,24,3.10,0.82 voluntary,31,2.71,0.90

        The customary tests: Welch's t and Mann and Whitney's, where a group has fewer than 20 people \
        also a permutation test; of more groups Welch's analysis of variance with Games and Howell's \
        pairs, Kruskal and Wallis' with Dunn's, and the one-way analysis of variance; of pairs the \
        paired t, the signed-rank and the sign test; of more occasions Friedman's with Conover's \
        pairs, and the repeated-measures analysis of variance with paired differences; of yes and no \
        McNemar's, or Cochran's Q. --test names others instead:

        \(CompareMethod.namesForHelp)

        resampled-effects finds an interval of every effect size by drawing people again.
        """)

    @OptionGroup(title: "Data")
    var data: DataArguments

    @Argument(help: "Constructs or items of the instrument, or columns of numbers.")
    var scores: [String] = []

    @OptionGroup(title: "What is compared")
    var question: ComparisonQuestion

    @OptionGroup(title: "The same people on several occasions")
    var repeated: ComparisonWithin

    @OptionGroup(title: "Tests")
    var tests: ComparisonTests

    @OptionGroup(title: "More than groups")
    var model: ComparisonModel

    @Option(help: "The level of the intervals, between 0 and 1.")
    var level = 0.95

    @Option(help: "Caution about a group with fewer people than this; 10 is customary.")
    var atLeast = 10

    @Option(help: "What makes random divisions and resamples the same again.")
    var seed: UInt64 = 1

    @Flag(help: "Draw each person, the means and their intervals, below the tables.")
    var dots = false

    @Option(help: "Write the same as a picture, to a file such as a.svg.")
    var picture: String?

    @OptionGroup(title: "Results")
    var results: ResultOptions

    var by: String? { question.by }
    var groups: [String]? { question.groups }
    var paired: Bool { question.paired }
    var against: Double? { question.against }
    var summaries: Bool { question.summaries }
    var zeros: WilcoxonSignedRank.Zeros { tests.zeros }

    /// Below this a group is small enough for a permutation test beside t.
    static let smallGroup = 20

    func validate() throws {
      if !summaries { try data.requireFirst(before: scores) }
      if summaries {
        try validateSummaries()
      } else if repeated.within != nil {
        try validateWithin()
      } else if scores.isEmpty {
        throw ValidationError("Name what is compared: constructs, items or columns of numbers.")
      } else if paired {
        if by != nil { throw ValidationError("'--paired' and '--by' ask different questions.") }
        if scores.count != 2 { throw ValidationError("'--paired' takes two scores.") }
        try refuseWhatBelongsToGroups(
          "--paired", [.pairedT, .wilcoxon, .sign, .resampledEffects, .bayesFactor])
      } else if against != nil {
        if tests.hasBounds {
          throw ValidationError("'--against' takes no bounds of a difference; leave them out.")
        }
        if by != nil { throw ValidationError("'--against' and '--by' ask different questions.") }
        try refuseWhatBelongsToGroups(
          "--against", [.oneSampleT, .wilcoxon, .sign, .resampledEffects, .bayesFactor])
      } else if by == nil {
        throw ValidationError(
          "Say what tells the groups apart with --by, or ask for --paired, --within or --against.")
      }
      if ConfidenceLevel(rawValue: level) == nil {
        throw ValidationError("'--level \(level)' is not between 0 and 1; 0.95 is customary.")
      }
      if let groups, groups.count != 2 || groups[0] == groups[1] {
        throw ValidationError("'--groups' takes two different groups, as in outreach,voluntary.")
      }
      let named = scores + ([by, model.and, model.site].compactMap { $0 } + model.covariates)
      for (index, name) in named.enumerated() where named[..<index].contains(name) {
        throw ValidationError("'\(name)' is named twice.")
      }
      if dots, results.format != .text || results.output != nil {
        throw ValidationError("'--dots' belongs to text on the screen; use --picture for a file.")
      }
      if let picture, !picture.lowercased().hasSuffix(".svg") {
        throw ValidationError("'--picture \(picture)' is written as SVG; give it a name in .svg.")
      }
    }

    func run() throws {
      try reporting {
        if summaries {
          try compareSummaries()
        } else if let against {
          try compareWithValue(against)
        } else if let within = repeated.within {
          try compareWithin(within)
        } else if paired {
          try comparePairs()
        } else if let by {
          try compareGroups(by)
        }
      }
    }

    var confidence: ConfidenceLevel { ConfidenceLevel(rawValue: level) ?? .percent95 }

    /// `--paired` and `--against` have tests of their own.
    private func refuseWhatBelongsToGroups(_ option: String, _ own: [CompareMethod]) throws {
      let isOfGroups = tests.control != nil || !model.isEmpty || dots || picture != nil
      if isOfGroups || groups != nil {
        throw ValidationError("'\(option)' has tests of its own; leave out what belongs to --by.")
      }
      if let method = tests.named.first(where: { !own.contains($0) }) {
        let names = own.map(\.rawValue).joined(separator: ", ")
        throw ValidationError(
          "'--test \(method.rawValue)' is not for \(option); there is \(names).")
      }
    }

    private func compareGroups(_ by: String) throws {
      if tests.named.contains(.oneSampleT) {
        throw failure("\(OneSampleTTest.about.title) holds a score against a value; say --against.")
      }
      if let method = tests.named.first(where: \.isWithinPeople) {
        throw failure(
          "\(method.title) compares scores of the same people; name them with --within.")
      }
      let source = try ComparisonSource(
        data, scores: scores, by: by, and: [model.and, model.site].compactMap { $0 },
        covariates: model.covariates)
      for groups in [source.groups] + (model.site == nil ? source.others : []) {
        try requireGroups(groups)
      }
      if !model.isEmpty { return try compareByModel(source, by) }
      if groups == nil, source.groups.found.count > 2 { return try compareSeveral(source, by) }
      try compareTwo(source, by)
    }

    /// A number or a code that nearly everybody has to themselves makes no groups.
    private func requireGroups(_ groups: ComparisonSource.Groups) throws {
      let people = groups.levels.count { $0 != nil }
      guard groups.found.count > 10, 3 * groups.found.count > people else { return }
      throw failure(
        """
        '\(groups.name)' has \(groups.found.count) different values among \(people) people, which \
        makes no groups. For a number that goes with a score: attune correlate, or --covariate.
        """)
    }

    /// Shows what was found; without a source where figures were given instead of data.
    func deliver(
      _ tables: [Table], _ cautions: [Caution], _ source: Results.Source?,
      _ instrument: Instrument?, options: [Results.Setting], about names: [String]? = nil
    ) throws {
      try results.deliver(
        Results(
          version: Attune.version, command: "compare", source: source,
          options: options + [
            .init("alternative", .text(tests.alternative.rawValue)), .init("level", .real(level)),
          ]
            + (tests.named.contains(.bayesFactor)
              ? [.init("prior-scale", .real(tests.bayesFactor.priorScale))] : [])
            + (source == nil
              ? [] : [.init("missing", .text(MissingPolicy.listwise.rawValue))]),
          tables: ResultContext(instrument: instrument).completing(
            tables, about: names ?? scores),
          cautions: cautions))
    }
  }
}

extension Column {
  /// What was compared, where there is more than one score.
  static let score = Column("score", "score", .text)
}

extension WilcoxonSignedRank.Zeros: ExpressibleByArgument {}
