import AttuneInstrument
import AttuneStatistics

/// The test of a plan, by the kind of data that it takes.
enum PlannedMethod: Sendable {
  enum OfTwoGroups: Sendable {
    case welch, student, mannWhitney
    /// Differences between these do not matter.
    case equivalence(EquivalenceTest.Bounds)
    /// How many gave the answer of this code.
    case fisher(counting: Int)
  }

  enum OfSeveralGroups: Sendable {
    case welchANOVA, kruskalWallis
  }

  /// Two scores of the same people.
  enum OfPairs: Sendable {
    case spearman, pearson, pairedT, wilcoxon
  }

  case twoGroups(OfTwoGroups)
  case severalGroups(OfSeveralGroups)
  /// On which side of a value the mean of one group lies, if on either.
  case oneGroup(above: Double)
  case pairs(OfPairs)
  /// Several scores of the same people, by their order within each.
  case friedman

  /// The test's name in the words of the language.
  var title: String {
    switch self {
    case .twoGroups(.welch): PlannedTest.welch.words
    case .twoGroups(.student): PlannedTest.student.words
    case .twoGroups(.mannWhitney): PlannedTest.mannWhitney.words
    case .twoGroups(.equivalence(let bounds)): "equivalence, within \(bounds.upper.plain)"
    case .twoGroups(.fisher): PlannedTest.fisher.words
    case .severalGroups(.welchANOVA): PlannedTest.welchANOVA.words
    case .severalGroups(.kruskalWallis): PlannedTest.kruskalWallis.words
    case .oneGroup(let value): PlannedTest.oneSample(above: value).words
    case .pairs(.spearman): PlannedTest.spearman.words
    case .pairs(.pearson): PlannedTest.pearson.words
    case .pairs(.pairedT): PlannedTest.pairedT.words
    case .pairs(.wilcoxon): PlannedTest.wilcoxon.words
    case .friedman: PlannedTest.friedman.words
    }
  }

  /// What the size of the effect is told in, without a unit.
  var effect: String {
    switch self {
    case .twoGroups(.mannWhitney): "superiority"
    case .twoGroups(.fisher): "proportions"
    case .twoGroups, .oneGroup: "g"
    case .severalGroups(.welchANOVA): "omega²"
    case .severalGroups(.kruskalWallis): "epsilon²"
    case .pairs(.spearman): "rho"
    case .pairs(.pearson): "r"
    case .pairs(.pairedT): "dz"
    case .pairs(.wilcoxon): "rank-biserial r"
    case .friedman: "W"
    }
  }
}
