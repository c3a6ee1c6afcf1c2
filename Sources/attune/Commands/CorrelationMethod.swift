import ArgumentParser
import AttuneData
import AttuneStatistics
import AttuneTables

/// What `attune correlate --method` can find.
enum CorrelationMethod: String, CaseIterable, ExpressibleByArgument {
  case spearman
  case pearson
  case kendall
  case polychoric
  case polyserial

  /// Whether it stands on deviates that are not seen.
  var isLatent: Bool { self == .polychoric || self == .polyserial }

  var title: String {
    switch self {
    case .spearman: SpearmanCorrelation.about.title
    case .pearson: PearsonCorrelation.about.title
    case .kendall: KendallCorrelation.about.title
    case .polychoric: PolychoricCorrelation.about.title
    case .polyserial: PolyserialCorrelation.about.title
    }
  }

  /// What a person chose beside the method.
  struct Choices {
    let level: ConfidenceLevel
    let interval: CorrelationInterval
    let resampling: Resampling
    let emptyCells: PolychoricCorrelation.EmptyCells
  }

  /// One pair of columns, and what was found for it.
  struct Finding {
    let estimate: Double
    let pValue: Double?
    let table: Table
    let cautions: [Caution]

    /// As the table has it; `nil` where there is none.
    var interval: (lower: Double, upper: Double)? {
      let ends = [AttuneTables.Column.lower, .upper].compactMap { end -> Double? in
        guard let place = table.columns.firstIndex(where: { $0.name == end.name }),
          case .real(let value)? = table.rows.first?[place].content
        else { return nil }
        return value
      }
      return ends.count == 2 ? (ends[0], ends[1]) : nil
    }
  }

  /// A column of numbers, made ready once for all its pairs.
  struct Score: Sendable {
    let name: String
    let values: [Double?]
    /// For the method that counts answers.
    private let coded: Result<CodedAnswers, any Error>?

    init(_ name: String, _ values: [Double?], for method: CorrelationMethod) {
      self.name = name
      self.values = values
      coded = method == .polychoric ? Result { try CodedAnswers(values, to: name) } : nil
    }

    fileprivate func answers() throws -> CodedAnswers {
      try coded?.get() ?? CodedAnswers(values, to: name)
    }
  }

  func finding(_ first: Score, _ second: Score, _ choices: Choices) throws -> Finding {
    switch self {
    case .spearman:
      var procedure = SpearmanCorrelation()
      procedure.level = choices.level
      procedure.interval = choices.interval
      procedure.resampling = choices.resampling
      return Finding(
        try procedure.apply(to: Pairs((first.name, first.values), (second.name, second.values))))
    case .pearson:
      var procedure = PearsonCorrelation()
      procedure.level = choices.level
      procedure.interval = choices.interval
      procedure.resampling = choices.resampling
      return Finding(
        try procedure.apply(to: Pairs((first.name, first.values), (second.name, second.values))))
    case .kendall:
      var procedure = KendallCorrelation()
      procedure.level = choices.level
      procedure.interval = choices.interval
      procedure.resampling = choices.resampling
      return Finding(
        try procedure.apply(to: Pairs((first.name, first.values), (second.name, second.values))))
    case .polychoric:
      var procedure = PolychoricCorrelation()
      procedure.level = choices.level
      procedure.emptyCells = choices.emptyCells
      let table = try CrossTable(first.answers(), second.answers())
      let outcome: PolychoricCorrelation.Outcome
      do {
        outcome = try procedure.apply(to: table)
      } catch {
        guard table.isFourfold, table.emptyCells == 1, choices.emptyCells == .keep else {
          throw error
        }
        throw Unavailable(
          "\(error), for one cell of four is empty (--empty-cells half moves half a person in)")
      }
      return Finding(
        estimate: outcome.estimate, pValue: nil, table: outcome.tables[0],
        cautions: outcome.cautions)
    case .polyserial:
      var procedure = PolyserialCorrelation()
      procedure.level = choices.level
      let outcome = try procedure.apply(
        to: Pairs((first.name, first.values), (second.name, second.values)))
      return Finding(
        estimate: outcome.estimate, pValue: nil, table: outcome.tables[0],
        cautions: outcome.cautions)
    }
  }
}

extension CrossTable {
  fileprivate var isFourfold: Bool { values.first.count == 2 && values.second.count == 2 }
}

extension CorrelationMethod.Finding {
  fileprivate init(_ outcome: Correlation) {
    self.init(
      estimate: outcome.estimate, pValue: outcome.test.pValue.value, table: outcome.tables[0],
      cautions: outcome.cautions)
  }
}
