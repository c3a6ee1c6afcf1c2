/// An analysis written before data are seen.
public struct Plan: Sendable, Hashable, Codable {
  public enum Family: String, Sendable, Hashable, Codable, CaseIterable {
    case primary, secondary, exploratory
  }

  public enum Question: Sendable, Hashable, Codable {
    /// `scores` is empty for `all`: every construct that is not an index.
    case reliability(scores: [String], by: String?)
    case compare(scores: [String], by: String)
    case compareWithinPerson(scores: [String])
    case correlate(score: String, with: [String])
    case describe(scores: [String], by: String?)
    case rank(scores: [String], by: String?)
  }

  public enum Expectation: Sendable, Hashable, Codable {
    case noDirection
    case noDifference
    /// The level of the group that is expected to score higher.
    case higher(level: String)
    case positive
    case negative
  }

  /// Where a prediction comes from.
  public enum Basis: String, Sendable, Hashable, Codable, CaseIterable {
    case statedInTheStudy = "stated in the study"
    case ourInference = "our inference"
    case backgroundSource = "background source"
    case ourChoice = "our choice"
  }

  public var name: String
  public var title: String
  public var question: Question
  public var family: Family?
  public var test: PlannedTest?
  /// The test where answers come in pairs.
  public var testWhenPaired: PlannedTest?
  public var expectation: Expectation?
  public var basis: Basis?
  public var because: String?
  public var smallestDifference: SmallestDifference?
  public var onlyWhen: Condition?
  /// The code of an item that says *yes*, where items stand in a plan.
  public var counting: Int?
  public var isReadFirst: Bool?
  public var errorRate: Double?
  public var atLeastPerGroup: Int?
  public var writtenOn: String?
  public var registeredAt: String?
  public var notes: [String] = []

  public init(name: String, title: String, question: Question) {
    self.name = name
    self.title = title
    self.question = question
  }
}

/// A test that a plan may name, in the words of the language.
public enum PlannedTest: Sendable, Hashable, Codable {
  case welch, student, mannWhitney, permutation, equivalence, welchANOVA, kruskalWallis, friedman
  case fisher, spearman, pearson, pairedT, wilcoxon
  case oneSample(above: Double)
}

/// A difference below which nothing changes for people.
public struct SmallestDifference: Sendable, Hashable, Codable {
  public enum Unit: String, Sendable, Hashable, Codable, CaseIterable {
    case points
    case standardDeviations = "SD"
  }

  public var amount: Double
  public var unit: Unit

  public init(_ amount: Double, _ unit: Unit) {
    self.amount = amount
    self.unit = unit
  }
}

/// What plans share unless they say otherwise.
public struct AnalysisDefaults: Sendable, Hashable, Codable {
  public enum Correction: String, Sendable, Hashable, Codable, CaseIterable {
    case holm = "Holm"
    case bonferroni = "Bonferroni"
    case none
  }

  public enum Sensitivity: String, Sendable, Hashable, Codable, CaseIterable {
    case withoutReversedItems = "without reversed items"
    case completeAnswersOnly = "complete answers only"
    case withoutFlaggedAnswers = "without flagged answers"
    case withoutBothRoles = "without both roles"
  }

  public var correction: Correction?
  public var errorRate: Double?
  public var smallestDifference: SmallestDifference?
  public var atLeastPerGroup: Int?
  public var sensitivity: [Sensitivity]?
  public var agreedBy: String?

  public init() {}
}
