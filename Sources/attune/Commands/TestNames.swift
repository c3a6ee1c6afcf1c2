import ArgumentParser
import AttuneDiagnostics

/// The tests of a command by name, and what a person may call them instead.
protocol NamedTest: RawRepresentable, CaseIterable where RawValue == String {
  /// Names that other programs and books have for them.
  static var otherNames: [String: [Self]] { get }
}

extension NamedTest {
  /// The tests of a list such as `mann-whitney,effects`.
  static func list(_ text: String) throws -> [Self] {
    try text.split(separator: ",").map { part in
      let name = part.trimmingSpaces
      guard let test = Self(rawValue: name) else {
        let likely = likely(name).map(\.rawValue)
        let names = allCases.map(\.rawValue).joined(separator: ", ")
        throw ValidationError(
          likely.isEmpty
            ? "'\(name)' is none of \(names)."
            : "there is no '\(name)'; did you mean \(likely.joined(separator: " or "))?")
      }
      return test
    }
  }

  /// Which tests a name was likely meant for.
  private static func likely(_ name: String) -> [Self] {
    let name = name.lowercased().split { " _'".contains($0) }.joined(separator: "-")
    if let known = otherNames[name] { return known }
    if let near = nearestName(to: name, among: allCases.map(\.rawValue)) {
      return allCases.filter { $0.rawValue == near }
    }
    guard name.count > 2 else { return [] }
    return allCases.filter { $0.rawValue.contains(name) || name.contains($0.rawValue) }
  }
}

extension CompareMethod: NamedTest {
  static let otherNames: [String: [CompareMethod]] = [
    "t": [.welch, .pairedT, .oneSampleT], "t-test": [.welch, .pairedT, .oneSampleT],
    "ttest": [.welch, .pairedT, .oneSampleT], "welch": [.welch, .welchANOVA],
    "anova": [.welchANOVA, .oneWayANOVA, .repeatedMeasuresANOVA],
    "f": [.welchANOVA, .oneWayANOVA], "u": [.mannWhitney], "h": [.kruskalWallis],
    "wilcoxon": [.wilcoxon, .mannWhitney], "wilcoxon-rank-sum": [.mannWhitney],
    "rank-sum": [.mannWhitney], "signed-rank": [.wilcoxon],
    "d": [.effects], "g": [.effects], "cohen": [.effects], "cohens-d": [.effects],
    "cohen-s-d": [.effects], "hedges-g": [.effects], "hedges": [.effects],
    "cliffs-delta": [.effects],
    "shapiro": [.assumptions], "shapiro-wilk": [.assumptions], "levene": [.assumptions],
    "normality": [.assumptions], "bootstrap": [.resampledEffects], "bayes": [.bayesFactor],
    "repeated-measures-anova": [.repeatedMeasuresANOVA], "paired": [.pairedT],
  ]
}

extension CrosstabTest: NamedTest {
  static let otherNames: [String: [CrosstabTest]] = [
    "chi2": [.chiSquare], "chisq": [.chiSquare], "chi-squared": [.chiSquare], "chi": [.chiSquare],
    "x2": [.chiSquare], "pearson": [.chiSquare], "g-test": [.chiSquare],
    "likelihood-ratio": [.chiSquare], "odds-ratio": [.woolf, .haldaneAnscombe], "or": [.woolf],
    "risk-ratio": [.katz], "relative-risk": [.katz], "rr": [.katz],
    "risk-difference": [.newcombe], "difference": [.newcombe], "v": [.cramersV],
    "phi": [.cramersV], "cramer": [.cramersV], "gamma": [.ordinal], "tau-b": [.ordinal],
    "kendall": [.ordinal], "somers-d": [.ordinal], "cochran-armitage": [.trend],
    "ologit": [.proportionalOdds], "polr": [.proportionalOdds],
    "ordered-logit": [.proportionalOdds],
    "brant": [.proportionalOdds],
  ]
}
