/// A named subset of the questionnaire: a short form, a quick look.
public struct Form: Sendable, Hashable, Codable {
  /// How constructs are scored on this form.
  public enum Scoring: Sendable, Hashable, Codable {
    /// By each construct's own rule.
    case asConstructs
    /// By this rule instead.
    case rule(ScoreRule)
    /// Not at all: items only.
    case none
  }

  public var name: String
  public var title: String
  /// Items, in the order of the file.
  public var items: [String]
  public var scoring: Scoring
  public var notes: [String] = []

  public init(name: String, title: String, items: [String], scoring: Scoring = .asConstructs) {
    self.name = name
    self.title = title
    self.items = items
    self.scoring = scoring
  }
}
