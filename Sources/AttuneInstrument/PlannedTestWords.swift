extension PlannedTest {
  /// The test's name in the words of the language.
  package var words: String {
    switch self {
    case .welch: "Welch"
    case .student: "Student"
    case .mannWhitney: "Mann-Whitney"
    case .permutation: "permutation"
    case .equivalence: "equivalence"
    case .welchANOVA: "Welch ANOVA"
    case .kruskalWallis: "Kruskal-Wallis"
    case .friedman: "Friedman"
    case .fisher: "Fisher"
    case .spearman: "Spearman"
    case .pearson: "Pearson"
    case .pairedT: "paired t"
    case .wilcoxon: "Wilcoxon"
    case .oneSample(let above): "one sample above \(above.plain)"
    }
  }
}
