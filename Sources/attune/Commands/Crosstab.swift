import ArgumentParser
import AttuneData
import AttuneDiagnostics
import AttuneInstrument
import AttuneStatistics
import AttuneTables
import Foundation

extension Attune {
  /// How the answers to two questions go together, counted.
  struct Crosstab: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "crosstab",
      abstract: "How many people gave which answers together.",
      discussion: """
        Counts people by their answers to two questions: how many, in percent, and for each cell how \
        many chance would put there; then the chi-square test, Fisher's exact test and Cramér's V. Of \
        two answers by two also the difference of proportions (Newcombe) and the odds ratio; and all \
        of it in words.

          attune crosstab my-study contact felt_heard
          attune crosstab answers.csv team helped --event yes --test fisher,newcombe

        Categories stand in the instrument's order, also those that nobody chose; without one by \
        name, numbers by size, or as --rows and --columns say. Of an SPSS or Stata file they are its \
        words where each code has words of its own; a code may be named too. --test names what is \
        shown instead:

          chi-square, yates     Pearson's and the likelihood ratio; by Yates corrected
          fisher, mid-p         exact, of any size; drawn where too large (--seed)
          cramers-v, bergsma    strength from 0 to 1; corrected for small samples
          wilson, agresti-coull                   the proportion in each row
          newcombe, agresti-caffo, wald           difference of proportions
          katz, woolf, haldane-anscombe           ratios: of proportions, of odds
          trend                 Cochran-Armitage: a proportion along an order
          ordinal               gamma, tau-b and Somers' d of ordered answers
          proportional-odds     ordered answers by groups (Brant's test)
          resampled-effects     intervals of every effect by drawing people again

        --by counts each layer of a third question for itself.
        """)

    @OptionGroup(title: "Data")
    var data: DataArguments

    @Argument(help: "The question whose answers are rows: a group or item, or a column.")
    var row: String

    @Argument(help: "The question whose answers are columns.")
    var column: String

    @OptionGroup(title: "What is counted")
    var order: CategoryOrder

    @OptionGroup(title: "Tests")
    var tests: CrosstabTests

    @Option(help: "The level of the intervals, between 0 and 1.")
    var level = 0.95

    @Option(help: "What makes tables that are drawn the same again.")
    var seed: UInt64 = 1

    @OptionGroup(title: "Results")
    var results: ResultOptions

    var by: String? { order.by }
    var percent: CrosstabTables.Percent { order.percent }

    func validate() throws {
      try data.requireFirst(before: [row, column])
      if ConfidenceLevel(rawValue: level) == nil {
        throw ValidationError("'--level \(level)' is not between 0 and 1; 0.95 is customary.")
      }
      let named = [row, column] + (by.map { [$0] } ?? [])
      if Set(named).count < named.count {
        throw ValidationError("a table is of different questions, and one is named twice.")
      }
    }

    func run() throws {
      try reporting {
        let source = try ComparisonSource(
          data, scores: [], by: row, and: [column] + (by.map { [$0] } ?? []))
        let rows = try order.classification(source.groups, as: order.rows)
        let columns = try order.classification(source.others[0], as: order.columns)
        let layers = try self.layers(rows, columns, by == nil ? nil : source.others[1])
        let isFourfold = layers.contains { $0.table.isFourfold }
        let methods =
          tests.named.isEmpty ? CrosstabTest.customary(isFourfold: isFourfold) : tests.named
        try requireOrder(of: [rows, columns], for: methods)
        let event = tests.event.map(source.others[0].called)
        try require(event, among: layers[0].table)
        let progress = ResampleProgress()
        defer { progress.finish() }
        func drawing(_ count: Int) -> Resampling {
          var resampling = Resampling(count: count, seed: seed)
          resampling.watch = progress.watch
          return resampling
        }
        let findings = CrosstabFindings(
          layers: layers, by: by, percent: percent, methods: methods,
          choices: .init(
            level: ConfidenceLevel(rawValue: level) ?? .percent95, alternative: tests.alternative,
            event: event, scores: tests.scores,
            isOrdered: rows.hasOrder && columns.hasOrder, resampling: drawing(tests.resamples),
            sampling: drawing(tests.draws)))
        let (tables, cautions) = findings.found()
        let small = try smallNumbers(layers)
        try results.deliver(
          Results(
            version: Attune.version, command: "crosstab", source: source.source,
            options: options(methods),
            tables: ResultContext(instrument: source.instrument).completing(
              tables.naming([source.groups.name, source.others[0].name], of: source.instrument)
                .noting(source.labels),
              about: []),
            cautions: source.cautions + manyAnswers(layers[0].table) + small + cautions))
      }
    }

    /// The table, or one for each layer in which somebody is.
    private func layers(
      _ rows: ContingencyTable.Classification, _ columns: ContingencyTable.Classification,
      _ layer: ComparisonSource.Groups?
    ) throws -> [CrosstabFindings.Layer] {
      // Categories are those of all layers, so that their tables are alike.
      let whole = try ContingencyTable(rows: rows, columns: columns)
      guard let layer else {
        guard whole.account.used > 0 else {
          throw failure("nobody has an answer to both '\(row)' and '\(column)'.")
        }
        return [.init(name: "", table: whole)]
      }
      let found = try layer.found.map { name in
        let places = layer.levels.indices.filter { layer.levels[$0] == name }
        func part(_ side: ContingencyTable.Classification, _ categories: [String])
          -> ContingencyTable.Classification
        {
          .init(side.name, places.map { side.levels[$0] }, declared: categories)
        }
        return CrosstabFindings.Layer(
          name: name,
          table: try ContingencyTable(
            rows: part(rows, whole.categories.first),
            columns: part(columns, whole.categories.second)))
      }
      guard !found.isEmpty else { throw failure("nobody is in any group of '\(layer.name)'.") }
      return found
    }

    /// Ordered tests need an order that somebody gave: the instrument, numbers, or the person.
    private func requireOrder(
      of sides: [ContingencyTable.Classification], for methods: [CrosstabTest]
    ) throws {
      guard let method = methods.first(where: \.isOrdered) else { return }
      for (index, side) in sides.enumerated() where !side.hasOrder {
        // The rows of a model are groups.
        if method == .proportionalOdds, index == 0 { continue }
        let option = index == 0 ? "--rows" : "--columns"
        let names = Set(side.levels.compactMap { $0 })
        throw failure(
          "'\(method.rawValue)' needs the answers to '\(side.name)' in their order; name them with "
            + "\(option), as in \(option) \(names.sorted().joined(separator: ",")).")
      }
    }

    private func require(_ event: String?, among table: ContingencyTable) throws {
      let answers = table.categories.second
      guard let event, !answers.contains(event) else { return }
      let likely = nearestName(to: event, among: answers)
      throw failure(
        "nobody gave '\(event.inert)' to '\(column)'"
          + (likely.map { "; did you mean '\($0.inert)'?" }
            ?? "; the answers are \(answers.prefix(12).map { "'\($0.inert)'" }.joined(separator: ", ")).")
      )
    }

    /// Scores as questions make a table that nobody can read.
    private func manyAnswers(_ table: ContingencyTable) -> [Caution] {
      [(table.names.first, table.categories.first), (table.names.second, table.categories.second)]
        .filter { $0.1.count > 20 }
        .map { name, answers in
          Caution(
            "many-answers", about: [name],
            """
            '\(name)' has \(answers.count) different answers. If it is a score, attune compare and \
            attune correlate are made for it.
            """)
        }
    }

    /// Shown exactly, for the team; what leaves it has a report.
    private func smallNumbers(_ layers: [CrosstabFindings.Layer]) throws -> [Caution] {
      var isFolder: ObjCBool = false
      guard FileManager.default.fileExists(atPath: data.data, isDirectory: &isFolder),
        isFolder.boolValue
      else { return [] }
      let floor = try StudyFolder(path: data.data).study.smallestGroupShown
      let small = layers.flatMap { $0.table.counts.joined() }.count { (1..<floor).contains($0) }
      guard small > 0 else { return [] }
      return [
        Caution(
          "small-cells",
          """
          \(small) \(small == 1 ? "cell holds" : "cells hold") fewer than \(floor) people: for the \
          team alone. Do not pass these tables on; attune report hides small numbers.
          """)
      ]
    }

    private func options(_ methods: [CrosstabTest]) -> [Results.Setting] {
      let named: [(String, String?)] = [
        ("test", methods.map(\.rawValue).joined(separator: ",")), ("by", by),
        ("event", tests.event), ("rows", order.rows?.joined(separator: ",")),
        ("columns", order.columns?.joined(separator: ",")),
        ("scores", tests.scores.map { $0.map { "\($0)" }.joined(separator: ",") }),
        ("percent", percent.rawValue), ("alternative", tests.alternative.rawValue),
        ("missing", MissingPolicy.listwise.rawValue), ("draws", "\(tests.draws)"),
        ("resamples", methods.contains(.resampledEffects) ? "\(tests.resamples)" : nil),
        ("seed", "\(seed)"),
      ]
      return named.compactMap { name, value in
        value.map { Results.Setting(name, .text($0)) }
      } + [.init("level", .real(level))]
    }
  }
}

extension ContingencyTable.Classification {
  /// Whether its answers stand in an order that somebody gave; of two answers any will do.
  fileprivate var hasOrder: Bool {
    let names = Set(levels.compactMap { $0 })
    return !declared.isEmpty || names.count <= 2 || names.allSatisfy { Double($0) != nil }
  }
}

extension CrosstabTables.Percent: ExpressibleByArgument {}

extension [Table] {
  /// On the first table what the codes of items stand for.
  fileprivate func naming(_ names: [String], of instrument: Instrument?) -> [Table] {
    let notes = names.compactMap { name -> String? in
      guard let choices = instrument?.item(named: name)?.format.choices, !choices.isEmpty else {
        return nil
      }
      let words = choices.map { choice -> String in
        let code = choice.name ?? String(choice.code)
        return "\(code) \u{2013} \(choice.label)"
      }
      return "\(name): \(words.joined(separator: "; "))."
    }
    return enumerated().map { $0 == 0 ? $1.adding(notes: notes) : $1 }
  }
}
