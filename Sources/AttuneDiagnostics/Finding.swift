/// Something that a person who writes a text should know: what, where, and what to do.
///
/// A finding is data. The words stand beside the rule that speaks them; how it is shown stands in
/// the renderers.
public struct Finding: Sendable, Hashable {
  /// How much it matters, in the words that people see.
  public enum Level: String, Sendable, Hashable, CaseIterable {
    /// The text cannot be used until this is changed.
    case mustFix = "must fix"
    /// It runs, and is probably not what was meant.
    case pleaseCheck = "please check"
    /// Advice, shown only when asked for.
    case suggestion = "suggestion"
  }

  /// Another place that belongs to the finding, and why.
  public struct Note: Sendable, Hashable {
    public let range: SourceRange
    public let label: String

    public init(_ label: String, at range: SourceRange) {
      self.label = label
      self.range = range
    }
  }

  /// Stable and never reused: `A210`.
  public let code: String
  public let level: Level
  /// One sentence in the first person, with the name of the thing.
  public let title: String
  public let range: SourceRange
  /// A sentence or two of reason; empty where the title says all.
  public let explanation: String
  public let notes: [Note]
  public let fixes: [Fix]

  public init(
    _ code: String, _ level: Level, _ title: String, at range: SourceRange,
    explanation: String = "", notes: [Note] = [], fixes: [Fix] = []
  ) {
    self.code = code
    self.level = level
    self.title = title
    self.range = range
    self.explanation = explanation
    self.notes = notes
    self.fixes = fixes
  }
}
