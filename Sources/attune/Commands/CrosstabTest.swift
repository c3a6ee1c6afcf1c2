import ArgumentParser
import AttuneData
import AttuneStatistics
import AttuneTables

/// The tests and measures of `attune crosstab --test`, by name.
enum CrosstabTest: String, CaseIterable {
  case chiSquare = "chi-square"
  case yates
  case fisher
  case midP = "mid-p"
  case cramersV = "cramers-v"
  case bergsma
  case wilson
  case agrestiCoull = "agresti-coull"
  case newcombe
  case agrestiCaffo = "agresti-caffo"
  case wald
  case katz
  case woolf
  case haldaneAnscombe = "haldane-anscombe"
  case trend
  case ordinal
  case resampledEffects = "resampled-effects"
  case proportionalOdds = "proportional-odds"

  /// What is shown where nothing is named.
  static func customary(isFourfold: Bool) -> [CrosstabTest] {
    isFourfold
      ? [.chiSquare, .fisher, .newcombe, .woolf, .cramersV] : [.chiSquare, .fisher, .cramersV]
  }

  /// Whether categories have to stand in their order.
  var isOrdered: Bool {
    switch self {
    case .trend, .ordinal, .proportionalOdds: true
    default: false
    }
  }

  /// The name for readers.
  var title: String {
    switch self {
    case .chiSquare: ChiSquareTest.about.title
    case .yates: "\(ChiSquareTest.about.title) with Yates' correction"
    case .fisher: FisherExactTest.about.title
    case .midP: "\(FisherExactTest.about.title), mid-p"
    case .cramersV: CramerV.about.title
    case .bergsma: "\(CramerV.about.title), corrected"
    case .wilson, .agrestiCoull: Proportions.about.title
    case .newcombe, .agrestiCaffo, .wald: RiskDifference.about.title
    case .katz: RiskRatio.about.title
    case .woolf, .haldaneAnscombe: OddsRatio.about.title
    case .trend: CochranArmitage.about.title
    case .ordinal: OrdinalAssociation.about.title
    case .resampledEffects: ResampledAssociation.about.title
    case .proportionalOdds: ProportionalOdds.about.title
    }
  }

  /// What a person chose beside the tests.
  struct Choices {
    let level: ConfidenceLevel
    let alternative: Alternative
    let event: String?
    let scores: [Double]?
    /// Whether the answers to both questions stand in an order that somebody gave.
    let isOrdered: Bool
    let resampling: Resampling
    let sampling: Resampling
  }

  struct Finding {
    let tables: [Table]
    var cautions: [Caution] = []
  }

  /// What is found of a table; the first of the tables has the test's own name as its id.
  func finding(_ table: ContingencyTable, _ choices: Choices) throws -> Finding {
    var found = try plainFinding(table, choices)
    let first = found.tables[0]
    found = Finding(
      tables: [
        Table(
          rawValue, title: first.title, columns: first.columns, rows: first.rows,
          notes: first.notes)
      ] + found.tables.dropFirst(), cautions: found.cautions)
    return found
  }

  private func plainFinding(_ table: ContingencyTable, _ choices: Choices) throws -> Finding {
    switch self {
    case .chiSquare, .yates:
      var test = ChiSquareTest()
      test.correction = self == .yates ? .yates : .none
      let outcome = try test.apply(to: table)
      return Finding(tables: outcome.tables, cautions: outcome.cautions)
    case .fisher, .midP:
      var test = FisherExactTest()
      (test.isMidP, test.sampling) = (self == .midP, choices.sampling)
      test.alternative = choices.alternative
      let outcome = try test.apply(to: table)
      var ratio = ConditionalOddsRatio()
      ratio.level = choices.level
      // Larger tables have none.
      let ratios = (try? ratio.apply(to: table).tables) ?? []
      return Finding(
        tables: outcome.tables + (self == .fisher ? ratios : []), cautions: outcome.cautions)
    case .cramersV, .bergsma:
      var measure = CramerV()
      (measure.level, measure.isBiasCorrected) = (choices.level, self == .bergsma)
      let outcome = try measure.apply(to: table)
      return Finding(tables: outcome.tables, cautions: outcome.cautions)
    case .wilson, .agrestiCoull:
      var measure = Proportions()
      (measure.level, measure.event) = (choices.level, choices.event)
      measure.interval = self == .wilson ? .wilson : .agrestiCoull
      return Finding(tables: try measure.apply(to: table).tables)
    case .newcombe, .agrestiCaffo, .wald:
      var measure = RiskDifference()
      (measure.level, measure.event) = (choices.level, choices.event)
      measure.interval =
        self == .newcombe ? .newcombe : self == .agrestiCaffo ? .agrestiCaffo : .wald
      return Finding(tables: try measure.apply(to: table).tables)
    case .katz:
      var measure = RiskRatio()
      (measure.level, measure.event) = (choices.level, choices.event)
      return Finding(tables: try measure.apply(to: table).tables)
    case .woolf, .haldaneAnscombe:
      var measure = OddsRatio()
      (measure.level, measure.event) = (choices.level, choices.event)
      measure.interval = self == .woolf ? .woolf : .haldaneAnscombe
      return Finding(tables: try measure.apply(to: table).tables)
    case .trend:
      var test = CochranArmitage()
      (test.alternative, test.scores) = (choices.alternative, choices.scores)
      return Finding(tables: try test.apply(to: table).tables)
    case .ordinal:
      var measure = OrdinalAssociation()
      measure.level = choices.level
      return Finding(tables: try measure.apply(to: table).tables)
    case .resampledEffects:
      var measures = ResampledAssociation()
      (measures.level, measures.event) = (choices.level, choices.event)
      (measures.isOrdered, measures.resampling) = (choices.isOrdered, choices.resampling)
      return Finding(tables: try measures.apply(to: table).tables)
    case .proportionalOdds:
      var model = ProportionalOdds()
      model.level = choices.level
      let tables = try model.apply(to: table).tables
      // Of two answers there is one cut, and nothing is supposed.
      guard table.columnTotals.count(where: { $0 > 0 }) > 2 else { return Finding(tables: tables) }
      do {
        return Finding(tables: tables + (try BrantTest().apply(to: table).tables))
      } catch {
        let caution = Caution(
          "not-available", about: [rawValue],
          "Whether the odds ratio is the same at every cut is not available because \(error).")
        return Finding(tables: tables, cautions: [caution])
      }
    }
  }
}
