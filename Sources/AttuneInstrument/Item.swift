/// A question or statement that a person answers.
public struct Item: Sendable, Hashable, Codable {
  /// The same item in the words of one role, or of everybody.
  public struct Wording: Sendable, Hashable, Codable {
    public var role: String?
    public var text: InsertText

    public init(_ text: InsertText, role: String? = nil) {
      self.text = text
      self.role = role
    }
  }

  /// A range outside which the number is asked for once more, then taken as it is.
  public struct AskAgain: Sendable, Hashable, Codable {
    public var above: Double?
    public var below: Double?
    /// Neutral words for the second asking; `nil` for the catalogue's.
    public var words: InsertText?

    public init(above: Double? = nil, below: Double? = nil, words: InsertText? = nil) {
      self.above = above
      self.below = below
      self.words = words
    }
  }

  /// What becomes of the answer.
  public enum Keeping: String, Sendable, Hashable, Codable, CaseIterable {
    /// Kept with the rest.
    case yes
    /// Only on the person's own copy.
    case ownCopy = "own copy"
    /// In another file with no link to the person's other answers.
    case apart
    /// Never written anywhere: used while the session lasts.
    case no
  }

  public var name: String
  public var wordings: [Wording]
  public var format: ResponseFormat
  /// The shared scale it is answered on, by name.
  public var scale: String?
  /// Reasons offered beside the answers, in the order shown.
  public var offered: [MissingReason] = []
  public var showWhen: Condition?
  public var askAgain: AskAgain?
  /// The name of the choice that invites the person's own words.
  public var writeIn: String?
  public var why: InsertText?
  public var help: InsertText?
  public var contentNote: InsertText?
  public var keeping: Keeping = .yes
  /// The role that alone is asked; `nil` for everybody with a wording.
  public var onlyFor: String?
  /// Asked only where the study turns it on.
  public var isAskedOnRequest: Bool?
  public var sources: [String] = []
  public var notes: [String] = []

  public init(name: String, wordings: [Wording], format: ResponseFormat, scale: String? = nil) {
    self.name = name
    self.wordings = wordings
    self.format = format
    self.scale = scale
  }

  /// The words for `role`; `nil` when this role's form leaves the item out.
  public func wording(for role: String?) -> InsertText? {
    if let onlyFor, onlyFor != role { return nil }
    return (wordings.first { $0.role == role } ?? wordings.first { $0.role == nil })?.text
  }

  /// The lowest and highest codes that the item declares, for reversing.
  public var declaredRange: ClosedRange<Double>? {
    switch format {
    case .chooseOne(let choices):
      let codes = choices.map { Double($0.code) }
      guard let low = codes.min(), let high = codes.max() else { return nil }
      return low...high
    case .number(let format):
      guard let low = format.lowest, let high = format.highest else { return nil }
      return low...high
    case .chooseAny, .text, .date:
      return nil
    }
  }
}
