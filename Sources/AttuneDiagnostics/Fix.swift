/// A next step for a finding, with the edits that carry it out where they are known.
public struct Fix: Sendable, Hashable {
  /// How sure we are that this is what the author meant.
  public enum Confidence: String, Sendable, Hashable, CaseIterable {
    /// The single, obvious fix: `attune fix` may apply it unasked.
    case certain
    /// Probably right; a person says yes first.
    case likely
    /// One of several ways on.
    case possible
  }

  /// A replacement of the bytes in `range`.
  public struct Edit: Sendable, Hashable {
    public let range: SourceRange
    public let replacement: String

    public init(_ range: SourceRange, with replacement: String) {
      self.range = range
      self.replacement = replacement
    }
  }

  /// An action in a few words: `did you mean "content note"?`.
  public let title: String
  public let confidence: Confidence
  /// Empty where only a person can write the words.
  public let edits: [Edit]

  public init(_ confidence: Confidence, _ title: String, edits: [Edit] = []) {
    self.confidence = confidence
    self.title = title
    self.edits = edits
  }
}
