import ArgumentParser
import AttuneData
import AttuneStatistics
import AttuneTables

/// What `attune agreement --method` can find.
enum AgreementMethod: String, CaseIterable, ExpressibleByArgument {
  case icc
  case kappa
  case weightedKappa = "weighted-kappa"
  case fleiss
  case krippendorff
  case blandAltman = "bland-altman"
  case kendallW = "kendall-w"

  /// Whether names of categories are of no use to it.
  var needsNumbers: Bool { self == .icc || self == .blandAltman }

  /// Whether it compares two raters and no more.
  var isOfTwo: Bool { [.kappa, .weightedKappa, .blandAltman].contains(self) }

  private var title: String {
    switch self {
    case .icc: IntraclassCorrelation.about.title
    case .kappa: CohenKappa.about.title
    case .weightedKappa: "Weighted kappa"
    case .fleiss: FleissKappa.about.title
    case .krippendorff: KrippendorffAlpha.about.title
    case .blandAltman: BlandAltman.about.title
    case .kendallW: KendallW.about.title
    }
  }

  /// What a person chose beside the method.
  struct Choices {
    let level: ConfidenceLevel
    let metric: KrippendorffAlpha.Metric
    let interval: KrippendorffAlpha.Interval
    let resampling: Resampling
  }

  /// The tables, and what should be known of them.
  func findings(for ratings: Ratings, _ choices: Choices) throws -> Findings {
    if isOfTwo, ratings.raters.count != 2 {
      let others = self == .blandAltman ? "icc takes" : "fleiss and krippendorff take"
      throw failure(
        "\(title) compares two raters, and --items names \(ratings.raters.count); --method "
          + "\(others) more.")
    }
    do {
      return try found(for: ratings, choices)
    } catch let error as StatisticsError {
      throw failure("\(title) is not available because \(error)." + hint(for: ratings))
    }
  }

  private func found(for ratings: Ratings, _ choices: Choices) throws -> Findings {
    switch self {
    case .icc:
      var procedure = IntraclassCorrelation()
      procedure.level = choices.level
      let outcome = try procedure.apply(to: ratings.complete(.listwise))
      return Findings(tables: outcome.tables, cautions: outcome.cautions)
    case .kappa, .weightedKappa:
      var procedure = CohenKappa()
      procedure.level = choices.level
      procedure.weights = self == .kappa ? [.none] : [.linear, .quadratic]
      let outcome = try procedure.apply(to: ratings.complete(.listwise))
      return Findings(tables: outcome.tables, cautions: outcome.cautions)
    case .fleiss:
      var procedure = FleissKappa()
      procedure.level = choices.level
      let outcome = try procedure.apply(to: ratings.complete(.listwise))
      return Findings(tables: outcome.tables, cautions: outcome.cautions)
    case .krippendorff:
      var procedure = KrippendorffAlpha()
      procedure.metric = choices.metric
      procedure.level = choices.level
      procedure.interval = choices.interval
      procedure.resampling = choices.resampling
      let outcome = try procedure.apply(to: ratings)
      return Findings(tables: outcome.tables, cautions: outcome.cautions)
    case .blandAltman:
      var procedure = BlandAltman()
      procedure.level = choices.level
      let outcome = try procedure.apply(to: ratings.complete(.listwise))
      return Findings(tables: outcome.tables, cautions: outcome.cautions)
    case .kendallW:
      let outcome = try KendallW().apply(to: ratings.complete(.listwise))
      return Findings(tables: outcome.tables, cautions: outcome.cautions)
    }
  }

  private func hint(for ratings: Ratings) -> String {
    guard let categories = ratings.categories, !ratings.isOrdered else { return "" }
    let takesAnOrder = self == .weightedKappa || self == .kendallW || self == .krippendorff
    guard takesAnOrder else { return "" }
    return " Give them from lowest to highest, as in --categories "
      + "'\(categories.prefix(6).map(\.inert).joined(separator: ","))'."
  }
}
