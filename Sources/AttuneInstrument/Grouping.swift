/// A way to tell people's answers apart: a team, a role, contact with services.
public struct Grouping: Sendable, Hashable, Codable {
  public enum Source: Sendable, Hashable, Codable {
    /// The choices of a `choose one` item are the levels.
    case item(String)
    case role
    /// Set when the session starts, not by the person.
    case facilitator
    /// Each level has its own condition.
    case conditions
  }

  public struct Level: Sendable, Hashable, Codable {
    public var name: String
    public var label: String
    public var condition: Condition?

    public init(name: String, label: String, condition: Condition? = nil) {
      self.name = name
      self.label = label
      self.condition = condition
    }
  }

  public var name: String
  public var title: String
  public var source: Source
  public var levels: [Level]
  /// Two roles whose answers belong together: the pairs of a dyad.
  public var pairs: [String]?
  public var notes: [String] = []

  public init(name: String, title: String, source: Source, levels: [Level] = []) {
    self.name = name
    self.title = title
    self.source = source
    self.levels = levels
  }
}
