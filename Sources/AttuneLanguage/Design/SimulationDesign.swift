public import AttuneInstrument

/// What made-up people are like: how many, how their true scores go together, how these become
/// answers, and what is missing.
///
/// A value of this type has been held against its instrument: every name in it is one of the
/// instrument's, and every share lies between 0 and 1. It says nothing about real people.
public struct SimulationDesign: Sendable, Hashable {
  /// A kind of people, who differ from the others in role, answers or true scores.
  public struct People: Sendable, Hashable {
    public var name: String
    public var title: String
    public var count: Int
    public var role: String?
    /// How far each true score lies from 0, in standard deviations, in the order of `scores`.
    public var shifts: [Double]
    /// Between the true scores, in the order of `scores`.
    public var correlations: [[Double]]
    /// What items that belong to no score are answered, by item; of items not listed every choice
    /// is as likely as any other.
    public var answers: [String: [AnswerShare]]
    /// Items that every one of these people answers in one way, so that it is never missing.
    public var alwaysGiven: Set<String>
    /// How often an answer is missing, by item.
    public var missing: [String: [MissingShare]]
    /// How often a section is not chosen, by section.
    public var notChosen: [String: Double]
  }

  public struct AnswerShare: Sendable, Hashable {
    /// Of the item's choices.
    public var code: Int
    public var share: Double
  }

  public struct MissingShare: Sendable, Hashable {
    public var reason: MissingReason
    public var share: Double
  }

  /// How a true score becomes the answer to an item.
  ///
  ///     y = loading * score + method loading * method + the rest, of unit variance in all
  ///     answer = the lowest code, plus one step for each cut that y exceeds; reversed items turned
  public struct ItemModel: Sendable, Hashable {
    /// The index of the true score in `scores`.
    public var score: Int
    public var loading: Double
    /// On what reversed items have in common; 0 for the others.
    public var methodLoading: Double
    public var isReversed: Bool
    /// Ascending, one fewer than there are answers.
    public var cuts: [Double]
    /// The codes of the answers, from lowest to highest.
    public var codes: [Int]
  }

  public struct Stopping: Sendable, Hashable {
    public var share: Double
    /// The share of the questions that everybody answers before some stop.
    public var after: Double
    /// The share of those who stop that has the answers deleted.
    public var deleted: Double
  }

  public struct Careless: Sendable, Hashable {
    public var share: Double
    /// The share of them that gives the same answer throughout; the others answer at random.
    public var straightLines: Double
  }

  /// People who mean one answer throughout one part: straight lines that are no carelessness.
  public struct Sincere: Sendable, Hashable {
    public var share: Double
    public var code: Int
  }

  public struct Sites: Sendable, Hashable {
    public var group: String
    public var names: [String]
    /// The intraclass correlation: the share of a true score's variance that lies between sites.
    public var correlation: Double
  }

  /// Some of the people, asked again.
  public struct Retest: Sendable, Hashable {
    /// Of the set of answers.
    public var name: String
    public var title: String
    /// At most how many.
    public var count: Int
    /// The correlation of a true score with the same score the first time.
    public var stability: Double
  }

  /// What is wrong on purpose.
  public struct Faults: Sendable, Hashable {
    /// Items whose answers have been turned before they were written down.
    public var alreadyReversed: Set<String> = []
    /// The item that holds another's answers, by its own name.
    public var copies: [String: String] = [:]
    /// How many people stand in the data twice.
    public var enteredTwice = 0
  }

  public var name: String
  public var title: String
  public var seed: UInt64
  /// `nil` for the whole questionnaire.
  public var form: String?
  /// The constructs that people have true scores on.
  public var scores: [String]
  public var people: [People]
  /// By item.
  public var items: [String: ItemModel]
  public var stopping: Stopping?
  public var careless: Careless?
  public var sincere: Sincere?
  public var sites: Sites?
  public var retest: Retest?
  public var faults = Faults()
}
