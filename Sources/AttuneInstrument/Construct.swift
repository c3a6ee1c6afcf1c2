/// What a set of items measures, and how their answers become one score.
public struct Construct: Sendable, Hashable, Codable {
  public struct Use: Sendable, Hashable, Codable {
    /// An item's name; in a composite, a construct's.
    public var name: String
    /// Scored as lowest + highest − answer, by the item's declared codes.
    public var isReversed: Bool

    public init(_ name: String, isReversed: Bool = false) {
      self.name = name
      self.isReversed = isReversed
    }
  }

  /// Whether wordings for several roles ask the same thing.
  public enum AcrossRoles: String, Sendable, Hashable, Codable, CaseIterable {
    case identical, parallel
  }

  public var name: String
  public var title: String
  /// Printed with every number: `people feel more heard`.
  public var higherMeans: String?
  public var uses: [Use]
  public var rule: ScoreRule
  /// What each code is worth in an index, by code; a code not listed does not count.
  public var counts: [Int: Double]?
  /// Items form, rather than reflect, the construct: no alpha.
  public var isIndex: Bool
  /// The mean of other constructs' scores.
  public var isComposite: Bool
  public var acrossRoles: AcrossRoles?
  public var sources: [String] = []
  public var notes: [String] = []

  public init(
    name: String, title: String, uses: [Use], rule: ScoreRule, isIndex: Bool = false,
    isComposite: Bool = false
  ) {
    self.name = name
    self.title = title
    self.uses = uses
    self.rule = rule
    self.isIndex = isIndex
    self.isComposite = isComposite
  }
}

/// How answers are put together, and how many there must be.
public struct ScoreRule: Sendable, Hashable, Codable {
  public enum Combination: Sendable, Hashable, Codable {
    case mean
    case sum
    /// The mean of what was answered times the number of items.
    case proratedSum
    /// How many answers have this code.
    case count(of: Int)
  }

  public var combination: Combination
  /// The fewest answers that give a score; `nil` for all.
  public var minimum: Int?

  public init(_ combination: Combination, atLeast minimum: Int? = nil) {
    self.combination = combination
    self.minimum = minimum
  }
}
